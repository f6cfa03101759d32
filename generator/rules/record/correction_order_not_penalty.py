"""把责令改正写成了处罚

问题：“处罚种类”或者“处罚内容”里写了责令改正，或者决定书正文把责令改正列为处罚的一项。

为什么：责令改正、责令限期改正是制止和纠正违法行为的措施，不是行政处罚的种类（《行政处罚法》第九条、第二十八条）。写进处罚种类和处罚内容，
年报和双公示的统计就会出错，当事人的信用信息也会多记一项。

错误示例：

    处罚种类: [责令改正, 警告]
    处罚内容: 责令改正，警告

正确示例：

    处罚种类: [警告]
    处罚内容: 警告

怎么改：从“处罚种类”“处罚内容”中删去责令改正；正文另写一句“责令当事人改正违法行为，并决定给予以下行政处罚”。单独作出的责令改正决定，
放在 content/decisions/。正文与已送达的决定书一致的，不改正文。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Fault, Severity, Span
from generator.model.draft import Draft
from generator.model.kinds.penalties import PenaltyDecision
from generator.rules.registry import Problem, rule

_ORDER = re.compile(r"责令[^，,。；;、\s]{0,15}?改正")
_ITEM = re.compile(
    r"^[ \t]*(?:[-*+]|\d+[.．、)）]|[（(]?[一二三四五六七八九十]+[)）、．.])[ \t]*\**(责令[^，,。；;、\n]{0,15}?改正)", re.MULTILINE
)
#: It begins with the word that all openings have: in long texts that is many times faster than to begin with what stands before it.
_OPENING = re.compile(r"行政处罚(?:(?<=(?:以下|如下|下列)行政处罚)|如下|：)")


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第九条、第二十八条")
def check(draft: Draft) -> Iterator[Problem]:
    """The kinds, the terms and the numbered penalties in the text of a penalty decision."""
    if draft.kind is not PenaltyDecision:
        return
    for fault in draft.faults:
        if _names_an_order(fault):
            yield Problem("责令改正不是处罚种类", "从“处罚种类”中删去", fault.where)
    record = draft.record
    if not isinstance(record, PenaltyDecision):
        return
    if record.terms is not None and (found := _ORDER.search(record.terms)):
        yield Problem(f"“处罚内容”里写了“{found[0]}”，它不是处罚", "从“处罚内容”中删去，只写处罚", ("处罚内容",))
    yield from _items(draft)


def _names_an_order(fault: Fault) -> bool:
    """Whether an item of 处罚种类 was refused that orders a correction."""
    in_kinds = isinstance(fault.where, tuple) and fault.where[:1] == ("处罚种类",)
    return in_kinds and fault.code == "choice-unknown" and bool(_ORDER.search(str(fault.context.get("value", ""))))


def _items(draft: Draft) -> Iterator[Problem]:
    last = draft.body.rfind("责令")
    opening = _OPENING.search(draft.body, 0, last) if last >= 0 else None
    for found in _ITEM.finditer(draft.body, opening.end()) if opening else ():
        line, column = draft.body.count("\n", 0, found.start(1)), found.start(1) - draft.body.rfind("\n", 0, found.start(1))
        yield Problem(
            f"正文把“{found[1]}”列为处罚的一项", "与已送达的决定书核对；一致的不改正文，今后的决定书不再这样写",
            Span(draft.body_line + line, column, len(found[1])), severity=Severity.WARNING,
        )
