"""How many corrections, withdrawals and other acts there were in each year, and how long they took in the middle of all.

It counts what has a page; acts on records that lie withdrawn are counted too. What took too long is for the rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from generator.model.kinds.corrections import Correction
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Act
from generator.model.register import Register
from generator.model.timeliness import deadlines_of, withdrawal_timeliness
from generator.render.events import PUBLISHED, Event
from generator.render.wording import working_days

_WORKING = "工作日"


class Taken(NamedTuple):
    """How long one act took; ``unit`` is 工作日 where its deadline counts these, else 日."""

    days: int
    unit: str


class YearFigures(NamedTuple):
    """The events of one year by their words, and of each kind of act how long those took whose beginning is recorded."""

    year: int
    counts: Counter[str]
    corrections: tuple[Taken, ...]
    withdrawals: tuple[Taken, ...]


def figures(events: Iterable[Event], register: Register) -> tuple[YearFigures, ...]:
    """The years in which something was done, newest first."""
    by_year: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.word != PUBLISHED:
            by_year[event.day.year].append(event)
    return tuple(_figures(year, by_year[year], register) for year in sorted(by_year, reverse=True))


def _figures(year: int, events: list[Event], register: Register) -> YearFigures:
    acts = [event.act for event in events if event.act is not None]
    taken = {kind: tuple(days_taken(act, register) for act in acts if isinstance(act, kind)) for kind in (Correction, Withdrawal)}
    counts = Counter(event.word for event in events)
    return YearFigures(year, counts, *(tuple(filter(None, taken[kind])) for kind in (Correction, Withdrawal)))


def days_taken(act: Act, register: Register) -> Taken | None:
    """From 发现日期 to 更正日期, from 事由日期 to 撤下日期; None where no beginning is recorded."""
    start = getattr(act, "found_on", None) or getattr(act, "ground_on", None)
    if start is None:
        return None
    is_withdrawal = isinstance(act, Withdrawal)
    demands = withdrawal_timeliness(act, register.policy) if is_withdrawal else deadlines_of(act, register.policy, "更正")
    for demand in demands:
        if demand.due.unit == _WORKING and demand.days_used is not None:
            return Taken(demand.days_used, _WORKING)
    return Taken(max((act.day - start).days, 0), "日")


def median_text(taken: Iterable[Taken]) -> str:
    """``2个工作日``, ``1.5个工作日；3日``, ``不到1个工作日``; empty where nothing is known."""
    by_unit: dict[str, list[int]] = defaultdict(list)
    for each in taken:
        by_unit[each.unit].append(each.days)
    middles = [(f"{median(days):g}", unit) for unit, days in sorted(by_unit.items())]
    told = (working_days(days) if unit == _WORKING else "当日" if days == "0" else f"{days}{unit}" for days, unit in middles)
    return "；".join(told)
