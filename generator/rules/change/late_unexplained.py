"""迟延公开没有说明

问题：这次提交的记录公开迟了，没有写“迟延说明”。

为什么：行政处罚决定自作出之日起七个工作日内、其他执法决定（结果）二十个工作日内公开（《河津市统计局三项制度实施方案》二（一）3（1））。
迟了仍然要公开，但要说明理由，由负责人批准。期限已过才第一次提交的，就算公开日期写在期限以内，也是迟延：网站不会早于提交公开它。

错误示例：

    决定日期: 2025-01-24
    公开日期: 2025-02-11

正确示例：

    决定日期: 2025-01-24
    公开日期: 2025-02-11
    迟延说明: {理由: 承办机构交接疏漏，未及时提交公开审查, 批准人: 局长}

怎么改：公开日期写实际公开的那一天，补写“迟延说明”。已在别处按期公开、现在收进本栏目的，在“渠道”里写明在哪里、哪一天公开。
撤下、隐私处理和更正不需要说明。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.deadlines import Due
from generator.model.record import Document
from generator.model.timeliness import timeliness
from generator.model.transition import Transition
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR, since="0.3", of_proposal=True,
    basis="《河津市统计局三项制度实施方案》二（一）3（1）；《政府信息公开条例》第二十六条",
)
def check(change: Transition) -> Iterator[Problem]:
    """Documents that this change brings late before the public. What was late in the base already is only warned of."""
    known = {name for record in change.base.register.documents for name in _names(record)}
    for record in change.head.documents:
        item = timeliness(record, change.head) if _is_unexplained(record) else None
        if item is None or item.due.day is None:
            continue
        is_new = known.isdisjoint(_names(record))
        day = _public_on(record, change.as_of) if is_new else record.published_on
        if day > item.due.day and not _was_late(record, change):
            yield _problem(record, item.due, change.as_of)


def _is_unexplained(record: Document) -> bool:
    return getattr(record, "late_explanation", record) is None


def _names(record: Document) -> Iterator[tuple[str, str]]:
    """What makes a record known: its id, and its number, lest a renamed file seem new."""
    yield ("id", record.ref)
    number = getattr(record, "number", None)
    if number is not None:
        yield (record.origin.folder, number)


def _public_on(record: Document, as_of: date) -> date:
    """The first day on which the public can see a new record: not before this change, unless it stands elsewhere."""
    day = max(record.published_on, as_of)
    return min([day, *(channel.day for channel in getattr(record, "channels", ()) if channel.day is not None)])


def _was_late(record: Document, change: Transition) -> bool:
    old = change.base.register.get(record.ref)
    if not isinstance(old, Document) or not _is_unexplained(old):
        return False
    before = timeliness(old, change.head)
    return before is not None and before.is_late


def _problem(record: Document, due: Due, as_of: date) -> Problem:
    limit = f"（{due.limit_text}）" if due.limit_text else ""
    late = record.published_on if due.day is not None and record.published_on > due.day else None
    told = f"公开日期是{late}" if late is not None else f"现在（{as_of}）才提交"
    return Problem(
        f"迟延公开没有说明：公开期限{limit}到{due.day}为止，{told}",
        "补写“迟延说明”：理由、批准人；公开日期写实际公开的那一天", (key_of(record, "published_on"),), record.origin.path,
        basis=due.basis,
    )
