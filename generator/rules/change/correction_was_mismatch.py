"""更正的“原”不是原来公开的内容

问题：更正事项写的“原”，与上一次公开的内容不一致；或者更正的是正文，“原”在原来的正文里找不到，或者不止一处。

为什么：更正说明要让公众看到原来公开的是什么。“原”写得不对，等于把公开过的内容改写了一遍（《政府信息公开条例》第六条）。

错误示例：

    # 上一次公开的是 罚款金额: 80000
    更正事项: [{字段: 罚款金额, 原: 18000, 现: 8000}]

正确示例：

    更正事项: [{字段: 罚款金额, 原: 80000, 现: 8000}]

怎么改：照上一次公开的内容写“原”，一字不差；原来没有的写 （空）。运行 disclosure correct 编号 --reason “……”，它会照上一次公开的内容填写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.comparison import WrongWas
from generator.model.declaration import Privacy
from generator.model.transition import Transition
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """New corrections that begin with something else than the base."""
    for comparison in change.comparisons:
        for wrong in comparison.wrong:
            message, hint = _words(wrong, comparison.head.ref)
            yield Problem(message, hint, ("更正事项", wrong.index, "原"), wrong.correction.origin.path, quote=False)


def _words(wrong: WrongWas, ref: str) -> tuple[str, str]:
    if wrong.base is None:
        return "“原”所写的文字，在原来公开的正文里没有，或者不止一处", "照原来公开的正文一字不差地抄写，多抄几个字，使它只出现一次"
    path = wrong.correction.changes[wrong.index].path
    place = wrong.base.place
    tells = place is not None and place.privacy in (Privacy.IDENTITY, Privacy.PUBLIC)
    held = f"：原来公开的是 {wrong.base.was}" if tells else ""
    return f"“{path}”的“原”不是原来公开的内容{held}", f"照原来公开的内容写，或者运行 disclosure correct {ref} --reason “……”"
