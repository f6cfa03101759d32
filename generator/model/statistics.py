"""How many decisions a body made in each year, how soon they were public, how many in full. It words nothing and judges nothing.

What is withdrawn or expired is counted; what is 不予公开 too, as a number; what is not public yet is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.bodies import agency_of
from generator.model.deadlines import Pace, Timeliness
from generator.model.kinds import all_kinds
from generator.model.record import Document, Record, Stage
from generator.model.register import Register
from generator.model.timeliness import timeliness

FULL_TEXT = "全文"
#: The threshold that the rate of full texts is held against.
RATE = "full-text-rate"


class YearFigures(NamedTuple):
    """The decisions that a body made in one year, as far as their day of publication has come."""

    year: int
    total: int = 0
    in_full: int = 0
    secret: int = 0
    on_time: int = 0
    late: int = 0

    @property
    def unjudged(self) -> int:
        """Published, but no deadline can be told: no table, or a year without a calendar."""
        return self.total - self.secret - self.on_time - self.late


class KindFigures(NamedTuple):
    """The figures of one kind in every year from the body's first decision to its last, oldest first, and how long publication took."""

    kind: type[Record]
    years: tuple[YearFigures, ...]
    limit: int | None
    """Working days that the newest decision had; None where none is laid down."""
    used: tuple[tuple[int, int], ...]
    """(working days, how many of those that were in time), ascending."""

    @property
    def late(self) -> int:
        """How many were late, in all years."""
        return sum(year.late for year in self.years)


def decisions_of(register: Register, body: str, as_of: date) -> tuple[Document, ...]:
    """A body's decisions and results whose day of publication has come, 不予公开 and withdrawn ones included, by day of decision.

    Of a real body no sample: what is invented is never added to what happened.
    """
    holder = register.edition_on(body, as_of)
    found = [
        record for record in register.documents
        if record.published_on <= as_of and getattr(record, "decided_on", None) is not None
        and (agency := agency_of(record)) is not None and agency.id == body
        and (holder is None or record.is_sample is holder.is_sample)
    ]
    return tuple(sorted(found, key=lambda record: (record.own_day, record.id)))


def decision_figures(register: Register, body: str, as_of: date) -> tuple[KindFigures, ...]:
    """The figures of each kind of decision that the body has made, in the order of the column."""
    grouped: dict[type[Record], list[Document]] = defaultdict(list)
    for record in decisions_of(register, body, as_of):
        grouped[type(record)].append(record)
    years = [record.own_day.year for records in grouped.values() for record in records]
    span = range(min(years), max(years) + 1) if years else range(0)
    kinds = (kind for kind in all_kinds() if kind.KIND.stage is Stage.AFTER)
    return tuple(_figures(kind, grouped[kind], span, register) for kind in kinds if kind in grouped)


def full_text_goal(register: Register, year: int) -> Decimal | None:
    """The rate in percent that the plan asks of a year; None where it asks none."""
    row = register.policy.threshold(RATE, date(year, 12, 31))
    return row.value if row is not None else None


def _figures(kind: type[Record], records: list[Document], span: range, register: Register) -> KindFigures:
    judged = [(record, timeliness(record, register)) for record in records]
    by_year: dict[int, list[tuple[Document, Timeliness | None]]] = defaultdict(list)
    for record, item in judged:
        by_year[record.own_day.year].append((record, item))
    years = tuple(_year(year, by_year[year]) for year in span)
    items = [item for _record, item in judged if item is not None]
    used = Counter(item.days_used for item in items if item.state is Pace.ON_TIME and item.days_used is not None)
    return KindFigures(kind, years, items[-1].limit if items else None, tuple(sorted(used.items())))


def _year(year: int, judged: Iterable[tuple[Document, Timeliness | None]]) -> YearFigures:
    found = list(judged)
    paces = Counter(item.state for _record, item in found if item is not None)
    secret = sum(record.is_secret for record, _item in found)
    full = sum(getattr(record, "openness", "") == FULL_TEXT for record, _item in found)
    return YearFigures(year, len(found), full, secret, paces[Pace.ON_TIME], paces[Pace.LATE])
