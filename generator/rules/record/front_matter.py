"""文件开头的“---”不完整

问题：带正文的记录（扩展名 .md）分两部分：开头两行“---”之间是各项内容，后面是正文。缺少其中一行，就分不清哪些是
项目，哪些是正文。

为什么：分错的话，内部信息会当作正文公开，或者应当公开的项目会漏掉。

错误示例：

    文号: 示统罚决字〔2020〕1号
    处罚机关: bodies/shili-tjj

    # 行政处罚决定书

正确示例：

    ---
    文号: 示统罚决字〔2020〕1号
    处罚机关: bodies/shili-tjj
    ---

    # 行政处罚决定书

怎么改：在文件第一行和最后一个项目的下一行各写一行，只写三个半角连字符“---”，前面不留空格。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import fault_rule


def _missing(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "文件第一行不是“---”，读不到各项内容", "在第一行前面加一行“---”（三个半角连字符），各项写完以后再加一行“---”，然后写正文"


def _unclosed(fault: Fault, _draft: Draft) -> tuple[str, str]:
    near = fault.context["near"]
    if near:
        hint = f"第 {near} 行看起来是要写“---”，但是写错了：把整行改成三个半角连字符，前面不留空格"
    else:
        hint = "在最后一个项目的下一行加一行“---”（三个半角连字符），正文写在它后面"
    return "开头的“---”没有第二行“---”与它配对，分不清项目和正文", hint


check = fault_rule(
    severity=Severity.ERROR,
    since="0.1",
    basis=SPECIFICATION,
    wordings={"front-matter-missing": _missing, "front-matter-unclosed": _unclosed},
)
