"""正文落款的日期与决定日期不一致

问题：公开全文的决定，正文末尾落款的日期不是“决定日期”，或者写成了不存在的日期。

为什么：公开、送达、复议、诉讼的期限都从这些日期算起。页面上方和落款各写一个日期，期限就算不清；决定书应当载明作出决定的日期
（行政处罚法第五十九条第一款第六项）。

错误示例：

    决定日期: 2020-06-01
    ---
    示例县统计局

    2020年6月11日

正确示例：

    决定日期: 2020-06-01
    ---
    示例县统计局

    2020年6月1日

怎么改：对照决定书原件，改正错的一处。落款日期单独写一行，写成 2020年6月1日 或者 二〇二〇年六月一日。公开摘要的，
检查写明“决定日期”的那一处。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.draft import Draft
from generator.primitives.chinese_days import day_written_at
from generator.rules.decisions import Decision, closing_day, has_text, span_in
from generator.rules.registry import Problem, rule

_LABEL = re.compile(r"(?:处罚)?决定日期[\s*]*[：:|][\s*]*")


@rule(
    severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第五十九条第一款第六项：决定书载明作出决定的日期",
    clauses=("二（一）3（2）",),
)
def check(draft: Draft) -> Iterator[Problem]:
    """The last line with nothing but a day, in a full text; what follows 决定日期 in any text."""
    record = draft.record
    if not isinstance(record, Decision) or not has_text(record.body):
        return
    for start, name in _places(record):
        written = day_written_at(record.body, start)
        if written is not None and written.day != record.decided_on:
            message, where = _worded(written.day, name, record.decided_on), span_in(record, start, written.end)
            yield Problem(message, "对照决定书原件，改正错的一处", where)


def _places(record: Decision) -> Iterator[tuple[int, str]]:
    """Where the text tells the day of the decision, and what that place is called."""
    if record.openness == "全文":
        closing = closing_day(record.body)
        if closing is not None:
            yield closing, "落款日期"
    label = _LABEL.search(record.body) if "决定日期" in record.body else None
    if label is not None:
        yield label.end(), "决定日期"


def _worded(day: date | None, name: str, decided_on: date) -> str:
    if day is None:
        return f"正文的{name}不是实际存在的日期"
    return f"正文的{name}是 {day}，而“决定日期”是 {decided_on}"
