"""文件不是 UTF-8 编码

问题：文件的文字编码不对，内容读不出来。记录和页面一律用 UTF-8 编码保存（带不带 BOM、换行是 Windows 还是
Linux 的都可以）。

为什么：同一个文件在不同电脑上必须读出同样的字，公开的内容才准确（《政府信息公开条例》第六条）。

错误示例：在记事本里另存为时，编码选了“ANSI”（即 GBK）或者“Unicode”（即 UTF-16）。

正确示例：编码选“UTF-8”。

怎么改：用原来的编辑器打开文件，确认文字显示正常，再“另存为”，编码选 UTF-8，覆盖原文件。提示含有空字节的，
多半是把 Word、Excel 等文件直接改了扩展名，请打开原件，把文字复制到新的文本文件里。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import ACCURACY
from generator.rules.registry import fault_rule

_SAVE_AGAIN = "用原来的编辑器打开，“另存为”时编码选 UTF-8，覆盖原文件"


def _not_utf8(fault: Fault, _draft: Draft) -> tuple[str, str]:
    guess = fault.context["guess"]
    if guess:
        return f"文件不是 UTF-8 编码，看起来是 {guess} 编码，内容没有读取", _SAVE_AGAIN
    return "文件不是 UTF-8 编码，从这里起读不下去", f"如果是文本文件，{_SAVE_AGAIN}；如果是图片、Word 等文件，请放到附件文件夹"


def _nul_byte(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return (
        "文件里有空字节，它不是文本文件，或者已经损坏",
        "请打开原件，把文字复制到新的文本文件里，用 UTF-8 编码保存",
    )


check = fault_rule(
    severity=Severity.ERROR, since="0.1", basis=ACCURACY, wordings={"not-utf8": _not_utf8, "nul-byte": _nul_byte}
)
