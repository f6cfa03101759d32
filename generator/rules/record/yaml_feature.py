"""用了不允许的 YAML 写法

问题：YAML 有一些给程序员用的写法（锚点 &、引用 *、合并键 <<、标记 !、一个文件分几段）。记录里不用这些。

为什么：这些写法让一处的值由另一处决定，看文件的人看不出公开的究竟是什么；几行引用还能让程序读到耗尽内存。

错误示例：

    当事人: &甲
      名称: 示例钢铁有限公司
    处罚内容: *甲

正确示例：

    当事人:
      名称: 示例钢铁有限公司
    处罚内容: "*见正文"

怎么改：把值原样写出来，不用引用。值本身以 & * ! 开头的，整个值加上引号。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, Wording, rule, worded

#: In this order of codes an alias comes before an anchor.
_LINKS = ("yaml-alias", "yaml-anchor")
_QUOTE = "值本身以这个符号开头的，整个值加上引号"


def _anchor(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"用了锚点“&{fault.context['name']}”", f"删去文件里所有的锚点，值原样写出来；{_QUOTE}"


def _alias(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"用了引用“*{fault.context['name']}”", f"删去文件里所有的锚点和引用，把值在每一处原样写出来；{_QUOTE}"


def _merge(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "用了合并键“<<”", "删去这一行，把各项原样写出来"


def _tag(fault: Fault, _draft: Draft) -> tuple[str, str]:
    return f"用了标记“{fault.context['tag']}”", f"删去标记，只写值；{_QUOTE}"


def _documents(_fault: Fault, _draft: Draft) -> tuple[str, str]:
    return "一个文件里分了几段（又出现了“---”或“...”）", "一个文件只写一条记录：删去这一行，或者把后面的内容另存为一个文件"


def _key_not_text(fault: Fault, _draft: Draft) -> tuple[str, str]:
    shape = fault.context["shape"]
    what = "键是空的" if shape == "空" else f"键应当是文字，这里是{shape}"
    return what, "检查这一行：“键: 值”的键是否漏写，值里的括号、问号是否要加引号"


_WORDINGS: dict[str, Wording] = {
    "yaml-anchor": _anchor, "yaml-alias": _alias, "yaml-merge": _merge, "yaml-tag": _tag,
    "yaml-documents": _documents, "yaml-key-not-text": _key_not_text,
}


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, codes=_WORDINGS)
def check(draft: Draft) -> Iterator[Problem]:
    """The features that a record must not use. Of all anchors and aliases of a file the first alias speaks."""
    if not draft.faults:
        return
    links = [fault for fault in draft.faults if fault.code in _LINKS]
    spokesman = min(links, key=lambda fault: fault.code, default=None)
    told = tuple(fault for fault in draft.faults if fault.code not in _LINKS or fault is spokesman)
    yield from worded(replace(draft, faults=told), _WORDINGS)
