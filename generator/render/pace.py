"""How soon a record came before the public, and how long it stays: the strip 决定日｜公开日｜用时｜期限 and the terms of publication.

Days are counted by the model; here they are put into words. A tombstone tells none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.model.deadlines import Due, Pace, Timeliness
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Document, Record
from generator.model.terms import CREDIT, PORTAL, UNLIMITED, Term, scheme_of
from generator.model.timeliness import timeliness
from generator.render import wording
from generator.render.changes import place_at
from generator.render.inline import Pair, Phrase, Strong, Text, Value
from generator.render.values import Desk
from generator.render.view_types import Section

#: The keys of kinds whose deadlines stand in no row that would name them: first day, last day.
_KEYS = {Withdrawal: ("事由日期", "撤下日期"), AnnualReport: ("", "公开日期")}
_NOT_SHOWN = Text("原则上不公示", nowrap=True)


def pace_section(desk: Desk) -> Section | None:
    """公开时限 of the page's own record; None where no deadline is laid down for it, or its page says only what became of it."""
    record = desk.owner
    if record is None or desk.site.is_tombstone(record):
        return None
    found = timeliness(record, desk.site.register)
    terms = tuple(_terms(record, desk)) if isinstance(record, Document) else ()
    if found is None:
        return Section("pace", "公示期限", pairs=terms) if terms else None
    return Section("pace", f"{found.due.matter}时限", strip=_strip(found, record, desk), pairs=(*_grounds(found.due), *terms))


def _strip(found: Timeliness, record: Record, desk: Desk) -> tuple[Pair, ...]:
    start, finish = _KEYS.get(type(record)) or _keys(found.due, desk)
    cells = []
    for key, day in ((start, found.start), (finish, found.end)):
        if day is not None and _is_open(type(record), key, desk):
            cells.append(Pair(key, wording.day(day)))
    if found.start is not None and found.end is not None:
        cells.append(Pair("用时", _used(found)))
    elif found.state is Pace.ON_TIME or found.is_late:
        cells.append(Pair("是否按期", _verdict(found)))
    cells.append(Pair("期限", _limit(found.due)))
    return tuple(cells)


def _keys(due: Due, desk: Desk) -> tuple[str, str]:
    row = next(row for row in desk.site.register.policy.deadlines if row.number == due.number)
    return row.start or "", row.finish or ""


def _is_open(kind: type[Record], key: str, desk: Desk) -> bool:
    place = _place(kind, key)
    return place is not None and desk.sight.allows(place.privacy)


_place = cache(place_at)


def _used(found: Timeliness) -> Value:
    """3个工作日，按期."""
    if found.days_used is None:
        return Text(found.state.label)
    if found.start == found.end:
        used = "当日"
    elif found.due.unit == "工作日":
        used = wording.working_days(str(found.days_used))
    else:
        used = f"{found.days_used}日"
    return Phrase((Text(f"{used}，"), _verdict(found)))


def _verdict(found: Timeliness) -> Value:
    return Strong(found.state.label) if found.is_late else Text(found.state.label)


def _limit(due: Due) -> Value:
    """2025年3月3日（7个工作日）."""
    if due.day is None:
        gap = due.gap.removeprefix("期限")
        return Text(f"{gap}（{due.limit_text}）" if due.limit_text else gap)
    day = wording.day(due.day)
    return Phrase((day, Text(f"（{due.limit_text}）", nowrap=True))) if due.limit_text else day


def _grounds(due: Due) -> Iterator[Pair]:
    yield Pair("期限依据", Text(due.basis))
    if due.unit == "工作日" and due.source:
        yield Pair("工作日历", Text(due.source))


def _terms(record: Document, desk: Desk) -> Iterator[Pair]:
    """How long the column shows the record, and what credit systems do; a track without rows for the kind says nothing."""
    register = desk.site.register
    for track, label in ((PORTAL, "公示期限"), (CREDIT, "信用公示")):
        if not register.policy.terms_of(record.origin.folder, track, scheme_of(track, register.settings)):
            continue
        term = register.term(record, track)
        if term is not None:
            yield Pair(label, _term(term))
        elif track == PORTAL:
            yield Pair(label, wording.UNMARKED)


def _term(term: Term) -> Value:
    """轻微，最长3个月，至2025年5月20日（依据）."""
    words: list[Value] = [Text(f"{term.rating}，")] if term.rating else []
    if term.not_published:
        words += [_NOT_SHOWN, Text("；确需公示的")]
    if term.minimum is not None:
        words.append(Text(f"最短{term.minimum}个月，"))
    if term.end is not None:
        words += [Text(f"最长{term.maximum}个月，至"), wording.day(term.end)]
    else:
        words.append(Text(UNLIMITED))
    return Phrase((*words, Text(f"（{term.basis}）")))
