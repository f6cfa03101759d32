"""文件或者文件夹不安全

问题：内容文件夹里出现了链接（快捷方式）、别的代码仓库、设备文件，或者名字里有“..”、反斜杠、看不见的字符。
这些都不读取。

为什么：链接可以指到内容文件夹以外，把不该公开的文件带到网站上；看不见的字符会让两个名字看起来一样。

错误示例：用“ln -s”做一个链接，指向共享盘上的台账。

正确示例：把需要公开的文件复制到内容文件夹，文件名只用小写字母、数字和连字符。

怎么改：删除链接，把文件本身复制进来。名字有问题的，重新命名。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import SECURITY
from generator.rules.registry import fault_rule

_RENAME = "重新命名，只用小写字母、数字和连字符，如 2020-001"
_REASONS = {
    "dots": ("路径里有空的一段，或者有“.”“..”", "把文件移到内容文件夹里它应在的位置"),
    "backslash": ("名字里有反斜杠“\\”", _RENAME),
    "control": ("名字里有看不见的字符", _RENAME),
    "not-utf8": ("名字不是 UTF-8 编码，显示为乱码", _RENAME),
    "not-nfc": ("名字里的字由两个字符拼成（常见于从苹果电脑复制的文件），与键盘输入的不是同一个字", _RENAME),
}


def _unsafe(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return _REASONS[fault.context["reason"]]


def _symlink(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "这是一个链接（快捷方式），没有读取", "删除链接，把它指向的文件复制到这里"


def _submodule(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "这个文件夹是另一个代码仓库，里面的文件没有读取", "删除这个文件夹里的 .git，或者把整个文件夹移到内容文件夹以外"


def _special(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "这不是普通文件，没有读取", "删除它；需要公开的内容另存为文本文件"


check = fault_rule(
    severity=Severity.ERROR,
    since="0.1",
    basis=SECURITY,
    wordings={
        "path-unsafe": _unsafe, "symlink": _symlink, "submodule": _submodule, "special-file": _special,
    },
)
