"""Working days as the State Council announces them. A year that no notice covers is unknown, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

import chinese_calendar

#: What pages and findings say where a deadline runs into a year without a notice.
UNKNOWN = "期限待国务院节假日通知"

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Overlay:
    """One year as the bureau entered it from the notice: days off and make-up working days."""

    year: int
    holidays: frozenset[date]
    workdays: frozenset[date]
    notice: str
    """The notice's number, printed as the source."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of the years that chinesecalendar or an overlay covers; an overlay wins for its whole year."""

    overlays: Mapping[int, Overlay] = field(default_factory=lambda: MappingProxyType({}))

    def covers(self, year: int) -> bool:
        """Whether a notice for the year is known."""
        return year in self.overlays or _library_covers(year)

    def is_working_day(self, day: date) -> bool | None:
        """True, False, or None where the year is unknown."""
        overlay = self.overlays.get(day.year)
        if overlay is not None:
            return day in overlay.workdays or (day.weekday() < 5 and day not in overlay.holidays)
        return chinese_calendar.is_workday(day) if _library_covers(day.year) else None

    def add(self, start: date, count: int) -> date | None:
        """The ``count``-th working day after ``start``; the day itself does not count (民法典 第二百零一条, by analogy).

        None where the count runs into an unknown year.
        """
        day = start
        while count > 0:
            day += _DAY
            working = self.is_working_day(day)
            if working is None:
                return None
            count -= working
        return day

    def between(self, start: date, end: date) -> int | None:
        """How many working days after ``start`` up to and including ``end``; negative days are 0. None where unknown."""
        count, day = 0, start
        while day < end:
            day += _DAY
            working = self.is_working_day(day)
            if working is None:
                return None
            count += working
        return count

    def source(self, year: int) -> str:
        """Where the year's working days come from, for the page; ``""`` where the year is unknown."""
        if year in self.overlays:
            return self.overlays[year].notice
        return "国务院办公厅节假日安排通知（chinesecalendar 收录）" if _library_covers(year) else ""


def _library_covers(year: int) -> bool:
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
