"""文件太大，或者是空的

问题：文件超过 1 MB，或者里面什么也没有，因而没有读取。

为什么：一份处罚决定的全文一般不超过 30 KB。更大的文件通常是把扫描件、图片或者整本台账放错了地方；空文件通常是
新建以后忘了填写，网站上就会缺少应当公开的内容。

错误示例：把 8 MB 的扫描件改名为 2020-001.md，放进 penalties 文件夹。

正确示例：2020-001.md 里是决定书的文字；扫描件放在 attachments/penalties/2020-001/ 文件夹，在“附件”里写明文件名。

怎么改：文件太大的，把扫描件移到附件文件夹，记录里只写文字。文件是空的，补写内容；不需要这个文件的，删除它。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import fault_rule


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB".replace(".0 ", " ")


def _too_large(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return (
        f"文件有 {_size(fault.context['size'])}，超过了 {_size(fault.context['limit'])}，内容没有读取",
        "扫描件、图片和表格放到附件文件夹 attachments/，记录里只写文字",
    )


def _empty(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "文件是空的", "补写内容；不需要这个文件的，删除它"


check = fault_rule(
    severity=Severity.ERROR,
    since="0.1",
    basis=SPECIFICATION,
    wordings={"file-too-large": _too_large, "file-empty": _empty},
)
