"""附件规定：哪些类型的文件可以作为附件公开，各有多大的上限。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, Whole, choice

#: Types whose content this system can read and check; others cannot be allowed.
AttachmentSort = choice("附件类型", "pdf", "docx", "xlsx", "text", "png", "jpeg")


class AttachmentType(Group):
    """One type of file that may be published."""

    number: AttachmentSort = field("编号", "文件的类型，按内容辨认", required=True, example="pdf")
    name: Text = field("名称", "怎样称呼这类文件", required=True, example="PDF 文件")
    suffixes: tuple[Text, ...] = field("扩展名", "文件名的扩展名，小写，不带点", many=True, required=True, example="pdf")
    limit: Whole = field("上限", "单个文件最大多少 MB", required=True, example="20")
    in_force: Day | None = field("施行日期", "从哪一天起适用，按记录的日期查找")
    until: Day | None = field("失效日期", "适用的最后一天")


class AttachmentTypes(Policy):
    """The types of attachments, in ``reference/attachment-types.yaml``."""

    KIND = Kind(
        folder="reference",
        title="附件规定",
        summary="可以作为附件公开的文件类型和大小。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=990,
        stems="attachment-types",
    )

    name: Text = field("名称", "规定的名称", required=True, example="附件规定")
    basis: Text = field("依据", "规定的出处", required=True, example="本机关政府信息公开制度")
    rows: tuple[AttachmentType, ...] = field("条目", "每类文件一行", many=True, required=True)
