"""公示清单：按实施方案和监督检查的要求，应当公开哪些内容，由哪类记录落实。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.parts import Citation
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Text, choice

#: A setting of the column that a duty may ask for.
Setting = choice("设置", "政务服务网")


class ChecklistItem(Group):
    """One thing that must be public; met by any record that fits every filled key."""

    number: Text = field("编号", "清单内的编号，不再次使用", required=True, example="d01")
    title: Text = field("标题", "应当公开什么", required=True, example="随机抽查事项清单")
    clauses: tuple[Text, ...] = field("条款", "实施方案的条款序号", many=True, example="二（一）1（1）")
    basis: Text = field("依据", "依据的文件或者条款", required=True, example="实施方案")
    citations: tuple[Citation, ...] = field("法律依据", "依据的法律条款", many=True)
    folder: Text | None = field("记录类别", "由哪个文件夹的记录落实", example="inspection-items")
    key: Text | None = field("字段", "该类记录中落实它的键，已填写才算落实", example="救济渠道")
    value: Text | None = field("取值", "字段（或其中一行）应当等于的值", example="音像记录管理制度")
    setting: Setting | None = field("设置", "由栏目设置落实的填写设置名称", example="政务服务网")


class Checklist(Policy):
    """What the bureau's plan and the supervisors' checklist demand (``reference/checklist.yaml``)."""

    KIND = Kind(
        folder="reference",
        title="公示清单",
        summary="应当公开的内容。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=960,
        stems="checklist",
    )

    name: Text = field("名称", "清单名称", required=True, example="行政执法公示清单")
    basis: Text = field("依据", "清单的出处", required=True)
    rows: tuple[ChecklistItem, ...] = field("条目", "每项一行", many=True, required=True)
