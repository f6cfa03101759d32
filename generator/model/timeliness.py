"""How the records kept their deadlines, by the tables of the register and the records' own days: no day but theirs counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.day_paths import day_at
from generator.model.deadlines import UNMARKED, Due, Pace, Timeliness
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.deadlines import Deadline, WithdrawalDeadline
from generator.model.kinds.penalties import CaseExtension
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.ledger_days import LedgerDays
from generator.model.policy import PolicyData
from generator.model.record import Document, Record
from generator.model.register import Register
from generator.primitives.calendar import UNKNOWN, Calendar, days_after, same_day_after

#: The matters that bring a record, a correction or a list before the public.
PUBLISHING = ("公开", "更正", "清单调整", "年度报告")
#: Not a last day but a first one: so much time must have passed.
INTERVAL = "听证间隔"
WITHDRAWING = "撤下"


def timeliness(record: Record, register: Register) -> Timeliness | None:
    """How soon the record was published, corrected, adjusted or withdrawn; None where no deadline is laid down for it.

    A withdrawal may have to meet several: the one that it missed by most authority is told, the law's before the plan's.
    """
    if isinstance(record, Withdrawal):
        demands = withdrawal_timeliness(record, register.policy)
        return next((demand for demand in demands if demand.is_late), demands[0] if demands else None)
    if isinstance(record, AnnualReport):
        return _annual(record, register)
    found = (item for matter in PUBLISHING for item in deadlines_of(record, register.policy, matter, register.ledger))
    return next(found, None)


def deadlines_of(
    record: Record, policy: PolicyData, matter: str = "", ledger: LedgerDays | None = None
) -> Iterator[Timeliness]:
    """Every deadline of a record (or those for one matter) that its days allow to compute; secret records have none.

    What was to be published by a day was published on the later of the day typed and the one that ``ledger`` proves (DESIGN §10).
    """
    laid_down = policy.deadlines_of(record.origin.folder, matter)
    if not laid_down or (isinstance(record, Document) and record.is_secret):
        return
    rows = [
        (row, start)
        for row in laid_down
        if matter or row.matter != INTERVAL
        if (start := _start_of(record, row)) is not None and policy.is_in_force(row, start)
    ]
    replaced = {number for row, _ in rows for number in row.instead_of} if len(rows) > 1 else ()
    for row, start in rows:
        if row.number not in replaced:
            due = _due(row, start, policy.calendar, getattr(record, "extension", None))
            end = day_at(record, row.finish) if row.finish is not None else None
            if ledger is not None and end is not None and row.matter in PUBLISHING:
                end = ledger.later(record.ref, end)
            yield _judged(due, start, end, policy.calendar)


def _start_of(record: Record, row: Deadline) -> date | None:
    if row.start is None or (row.matter == "缴纳罚款" and not getattr(record, "fine", None)):
        return None
    return day_at(record, row.start)


def _due(row: Deadline, start: date, calendar: Calendar, extension: CaseExtension | None = None) -> Due:
    """The due of a row. With an approved 延期 it is the extension's day, at most the longest that the row allows."""
    limit, unit = row.limit, row.unit or ""
    if extension is None or row.extension is None or limit is None or not unit:
        return Due(row.number, row.matter, row.name, row.basis, *_last_day(limit, unit, start, calendar))
    longest = Due(
        row.number, row.matter, row.name, row.basis, *_last_day(limit + row.extension, unit, start, calendar)
    )
    if longest.day is None or extension.until >= longest.day:
        return longest
    usual = _last_day(limit, unit, start, calendar).day
    return longest._replace(day=max(extension.until, usual or extension.until), limit=None)


class _Last(NamedTuple):
    """The part of a due that counting gives, in its order."""

    day: date | None
    gap: str
    limit: int | None
    unit: str
    source: str = ""


def _last_day(limit: int | None, unit: str, start: date, calendar: Calendar) -> _Last:
    """民法典 第二百零一条 to 第二百零三条; 当日 is the day itself."""
    if limit is None or not unit:
        return _Last(None, UNMARKED, limit, unit)
    if limit == 0:
        return _Last(start, "", limit, unit)
    if unit == "工作日":
        day = calendar.add(start, limit)
    else:
        day = calendar.after_days(start, limit) if unit == "日" else calendar.after_months(start, limit)
    return _Last(None, UNKNOWN, limit, unit) if day is None else _Last(day, "", limit, unit, calendar.source(day.year))


def _judged(due: Due, start: date, end: date | None, calendar: Calendar) -> Timeliness:
    if end is None:
        return Timeliness(due, start, None, None, Pace.UNMARKED if due.gap == UNMARKED else Pace.OPEN)
    used = calendar.between(start, end) if due.unit == "工作日" else max((end - start).days, 0)
    if due.gap == UNMARKED:
        state = Pace.UNMARKED
    elif due.day is not None:
        state = Pace.ON_TIME if end <= due.day else Pace.LATE
    else:
        state = Pace.ON_TIME if _surely_in_time(due, start, end, used) else Pace.UNKNOWN
    return Timeliness(due, start, end, used, state)


def _surely_in_time(due: Due, start: date, end: date, used: int | None) -> bool:
    """Done before the unknown year could matter."""
    assert due.limit is not None
    if due.unit == "工作日":
        return used is not None and used <= due.limit
    return end <= (same_day_after if due.unit == "月" else days_after)(start, due.limit)


# -- withdrawals -----------------------------------------------------------------------------------------------------


def withdrawal_timeliness(act: Withdrawal, policy: PolicyData) -> tuple[Timeliness, ...]:
    """A withdrawal against every demand on its kind of target and ground: the law's limits first, then the plan's goals.

    Counted from 事由日期; without one every demand is UNMARKED.
    """
    folder = act.target.id.split("/")[0]
    rows = [row for row in policy.withdrawals if act.ground in row.grounds and (not row.kinds or folder in row.kinds)]
    rows = [row for row in rows if policy.is_in_force(row, act.ground_on or act.day)]
    return tuple(
        _demand(row, act, policy.calendar) for row in sorted(rows, key=lambda row: row.demand == "目标")
    )


def _demand(row: WithdrawalDeadline, act: Withdrawal, calendar: Calendar) -> Timeliness:
    last = _last_day(row.limit, row.unit or "", act.ground_on or act.day, calendar)
    if act.ground_on is None:
        last = last._replace(day=None, gap=UNMARKED, source="")
    due = Due(row.number, WITHDRAWING, "撤下期限", row.basis, *last, goal=row.demand == "目标")
    if act.ground_on is None:
        return Timeliness(due, None, act.day, None, Pace.UNMARKED)
    return _judged(due, act.ground_on, act.day, calendar)


# -- fixed days ------------------------------------------------------------------------------------------------------


def annual_due(policy: PolicyData, year: int) -> Due | None:
    """When the report on ``year`` has to be public: a day of the next year, which does not move on. None without a row."""
    dues = ((row, _fixed(row, year + 1)) for row in policy.deadlines if row.matter == "年度报告")
    return next((due for row, due in dues if due.day is None or policy.is_in_force(row, due.day)), None)


def first_edition_due(policy: PolicyData, folder: str, since: date) -> Due | None:
    """When the first edition of a kind of list has to be there, for a body that is shown since ``since``.

    The plan names a day and no year: it is the first such day from ``since`` on, unless the row names the year.
    """
    for row in policy.deadlines_of(folder, "首次公布"):
        due = _fixed(row, row.year or since.year)
        return _fixed(row, since.year + 1) if row.year is None and due.day is not None and due.day < since else due
    return None


def quarterly_due(policy: PolicyData, quarter_end: date) -> Due | None:
    """When the figures of the quarter that ends on ``quarter_end`` have to be filed; as shipped 期限未标注."""
    rows = (row for row in policy.deadlines if row.matter == "季度报送")
    return next((_due(row, quarter_end, policy.calendar) for row in rows), None)


def _fixed(row: Deadline, year: int) -> Due:
    due = Due(row.number, row.matter, row.name, row.basis)
    try:
        return due._replace(day=date(year, row.fixed.month, row.fixed.day)) if row.fixed else due._replace(gap=UNMARKED)
    except ValueError:
        return due._replace(gap=UNMARKED)


def _annual(report: AnnualReport, register: Register) -> Timeliness | None:
    due, end = annual_due(register.policy, report.year), report.published_on
    if register.ledger is not None:
        end = register.ledger.later(report.ref, end)
    if due is None or due.day is None:
        return due and Timeliness(due, None, end, None, Pace.UNMARKED)
    return Timeliness(due, None, end, None, Pace.ON_TIME if end <= due.day else Pace.LATE)
