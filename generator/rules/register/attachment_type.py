"""附件的类型或者大小不符合规定

问题：附件不是规定的类型；扩展名与内容不一致；或者文件太大。类型按文件的内容辨认，不看名字。

为什么：附件会被公众下载打开。压缩包和带宏的文件可以藏任何东西，系统检查不到里面；旧版的 doc、xls 读不出隐藏的内容，新的电脑和手机
也不一定打得开；改了扩展名的文件打不开，或者会骗过检查。公开前应当审查（《政府信息公开条例》第十七条），不能检查的就不能公开。

错误示例：decision.zip；名单.xls；把 scan.jpg 改名为 decision.pdf；120 MB 的扫描件。

正确示例：decision.pdf（20 MB 以内）；list.xlsx。

怎么改：压缩包解开，把里面的文件逐个作为附件；带宏的另存为不带宏的 docx、xlsx；doc、wps 另存为 docx 或者 PDF，xls、et 另存为 xlsx；
扫描件降低分辨率（200 dpi 足够）。允许的类型和大小在 reference/attachment-types.yaml 里，由本机关规定。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.draft import AttachmentFile
from generator.model.kinds.attachment_types import AttachmentType, AttachmentTypes
from generator.model.record import Record
from generator.model.register import Register
from generator.rules.privacy import holder
from generator.rules.registry import Problem, rule

_MEGABYTE = 1024 * 1024
#: What else a file may turn out to be: its name, and what to do.
_REFUSED = {
    **dict.fromkeys(("zip", "rar", "7z", "gzip", "bzip2", "xz"), ("压缩包", "解开，把里面的文件逐个作为附件")),
    "office-macro": ("带宏的 Office 文件", "另存为不带宏的 docx 或者 xlsx"),
    "doc": ("旧版的 Word 文件（doc、wps）", "另存为 docx，或者导出为 PDF"),
    "xls": ("旧版的 Excel 文件（xls、et）", "另存为 xlsx"),
    "ppt": ("旧版的演示文稿", "导出为 PDF"),
    "pptx": ("演示文稿", "导出为 PDF"),
    "ole": ("旧版的 Office 文件", "另存为 docx、xlsx，或者导出为 PDF"),
    "rtf": ("RTF 文件", "另存为 docx，或者导出为 PDF"),
    "ofd": ("OFD 文件", "导出为 PDF"),
    "markup": ("网页或者 XML、SVG 文件", "导出为 PDF"),
    "program": ("程序", "删去"),
    "gif": ("GIF 图片", "另存为 PNG"),
    "tiff": ("TIFF 图片", "另存为 PDF、PNG 或者 JPEG"),
    "bmp": ("BMP 图片", "另存为 PNG"),
    "empty": ("空文件", "换成正确的文件，或者删去"),
    "pdf": ("PDF 文件", "换成可以公开的类型"),
    "docx": ("Word 文档", "换成可以公开的类型"),
    "xlsx": ("Excel 工作簿", "换成可以公开的类型"),
    "text": ("文本文件", "换成可以公开的类型"),
    "png": ("PNG 图片", "换成可以公开的类型"),
    "jpeg": ("JPEG 图片", "换成可以公开的类型"),
    "": ("认不出的文件", "换成规定类型的文件"),
}
#: What could not even be told has a rule of its own (attachment-broken).
_ELSEWHERE = frozenset({"encrypted", "damaged", "unread"})


@rule(severity=Severity.ERROR, since="0.3", basis="《政府信息公开条例》第十七条：公开政府信息前应当依法审查")
def check(register: Register) -> Iterator[Problem]:
    """Each attachment against the types that are allowed on its record's day."""
    rules = [row for record in register.of_kind(AttachmentTypes) if isinstance(record, AttachmentTypes) for row in record.rows]
    for file in register.attachments:
        if file.content is None or file.content.sort in _ELSEWHERE:
            continue
        in_force = [row for row in rules if _applies(row, _day(holder(register, file)))]
        for message, hint in _faults(file, file.content.sort, in_force):
            yield Problem(message, hint, None, file.path)


def _day(record: Record | None) -> date | None:
    return getattr(record, "published_on", None) or getattr(record, "own_day", None)


def _applies(row: AttachmentType, day: date | None) -> bool:
    if day is None:
        return row.until is None
    return (row.in_force is None or row.in_force <= day) and (row.until is None or day <= row.until)


def _faults(file: AttachmentFile, sort: str, rules: list[AttachmentType]) -> Iterator[tuple[str, str]]:
    allowed = "、".join(row.name for row in rules)
    rule_of_sort = next((row for row in rules if row.number == sort), None)
    if rule_of_sort is None:
        name, hint = _REFUSED[sort]
        if allowed:
            yield f"附件是“{name}”，不在可以公开的类型里", f"{hint}；可以公开的类型：{allowed}"
        else:
            yield f"附件是“{name}”，没有规定哪些类型可以公开", "先在 reference/attachment-types.yaml 里写好附件规定"
        return
    suffix = file.name.rpartition(".")[2]
    if suffix not in rule_of_sort.suffixes:
        names = "、".join(rule_of_sort.suffixes)
        yield f"附件的内容是“{rule_of_sort.name}”，扩展名却是“{suffix}”", f"扩展名改为 {names}，记录的“附件”里一起改"
    if file.size > rule_of_sort.limit * _MEGABYTE:
        size = f"{file.size / _MEGABYTE:.1f} MB"
        yield f"附件有 {size}，超过了 {rule_of_sort.limit} MB", "降低扫描的分辨率，或者分成几个文件"
