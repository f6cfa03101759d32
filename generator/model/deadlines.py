"""When something has to be done, and how it was kept: the types. How days are counted is the calendar's affair."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.primitives.calendar import UNKNOWN

#: What pages say where a deadline has no number, or no day that it is counted from.
UNMARKED = "期限未标注"


class Due(NamedTuple):
    """The last day for something, and by what authority.

    ``day`` is None where ``gap`` says why: :data:`UNKNOWN` (a year without a notice) or :data:`UNMARKED`.
    """

    number: str
    """The row of ``reference/deadlines.yaml`` or ``reference/withdrawal-deadlines.yaml``."""
    matter: str
    """What has to be done: 公开, 送达, 撤下 …"""
    name: str
    """How pages call the deadline."""
    basis: str
    day: date | None = None
    gap: str = ""
    limit: int | None = None
    unit: str = ""
    """工作日, 日 or 月; empty for a fixed day."""
    source: str = ""
    """Where the calendar of the last day's year comes from; empty where no calendar was needed."""
    goal: bool = False
    """What the bureau's plan aims at, not what the law limits."""

    @property
    def limit_text(self) -> str:
        """The limit in words: 7个工作日, 15日, 6个月, 当日; empty for a fixed day or none."""
        if self.limit is None:
            return ""
        if self.limit == 0:
            return "当日"
        return f"{self.limit}日" if self.unit == "日" else f"{self.limit}个{self.unit}"

    @property
    def is_waiting(self) -> bool:
        """Whether the day is unknown only until the State Council's notice."""
        return self.gap == UNKNOWN


class Pace(StrEnum):
    """How a deadline was kept, as far as the record's own days tell. None of these depends on today."""

    ON_TIME = "on-time"
    LATE = "late"
    OPEN = "open"
    """Not done yet, or done by the party, of whom nothing is recorded."""
    UNKNOWN = "unknown"
    """A year's notice is missing."""
    UNMARKED = "unmarked"
    """No number, or no day that it is counted from."""

    @property
    def label(self) -> str:
        """The public's word."""
        return {
            "on-time": "按期", "late": "逾期", "open": "未记载", "unknown": UNKNOWN, "unmarked": UNMARKED,
        }[self.value]  # fmt: skip


class Timeliness(NamedTuple):
    """One deadline of one record, held against the record's own days: 决定日｜公开日｜用时｜期限."""

    due: Due
    start: date | None
    end: date | None
    days_used: int | None
    """How long it took: working days where the limit counts them, else days. None where unknown or not done."""
    state: Pace

    @property
    def limit(self) -> int | None:
        """The limit, in the unit of :attr:`due`."""
        return self.due.limit

    @property
    def is_late(self) -> bool:
        """Late, for ever."""
        return self.state is Pace.LATE
