"""Working days as the State Council announces them, and how the law counts days and months.

A year that no notice covers is unknown, never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from chinese_calendar import holidays, workdays

#: What pages and findings say where a deadline runs into a year without a notice.
UNKNOWN = "期限待国务院节假日通知"
#: The years of the library's tables. Asked for a single day, the library looks for them among all its holidays each time.
_LIBRARY_YEARS = range(min(holidays).year, max(holidays).year + 1)


@dataclass(frozen=True, slots=True)
class Overlay:
    """One year as the bureau entered it from the notice: days off and make-up working days.

    A notice may reach back into the December before its year (that of 2019 did): such days count where it names them.
    """

    year: int
    holidays: frozenset[date]
    workdays: frozenset[date]
    notice: str
    """The notice's number, printed as the source."""


@dataclass(frozen=True)
class Calendar:
    """Working days of the years that chinesecalendar or an overlay covers; an overlay wins for its whole year."""

    overlays: Mapping[int, Overlay] = field(default_factory=lambda: MappingProxyType({}))

    def covers(self, year: int) -> bool:
        """Whether a notice for the year is known."""
        return self._working(year) is not None

    def is_working_day(self, day: date) -> bool | None:
        """True, False, or None where the year is unknown."""
        working = self._working(day.year)
        return None if working is None else day.toordinal() in working.found

    def add(self, start: date, count: int) -> date | None:
        """The ``count``-th working day after ``start``; the day itself does not count (民法典 第二百零一条, by analogy).

        None where the count runs into an unknown year.
        """
        if count <= 0:
            return start
        after, year = start.toordinal(), start.year
        if not _has_next(start):
            year, after = year + 1, 0
        while year <= date.max.year:
            working = self._working(year)
            if working is None:
                return None
            index = bisect_right(working.days, after) + count - 1
            if index < len(working.days):
                return date.fromordinal(working.days[index])
            count -= len(working.days) - bisect_right(working.days, after)
            year += 1
        return None

    def between(self, start: date, end: date) -> int | None:
        """How many working days after ``start`` up to and including ``end``; negative days are 0. None where unknown."""
        if end <= start:
            return 0
        count = 0
        for year in range(start.year if _has_next(start) else start.year + 1, end.year + 1):
            working = self._working(year)
            if working is None:
                return None
            count += bisect_right(working.days, end.toordinal()) - bisect_right(working.days, start.toordinal())
        return count

    def after_days(self, start: date, count: int) -> date | None:
        """The last day of ``count`` natural days after ``start``.

        A last day that is a day off moves on to the next working day (民法典 第二百零三条); None where that is unknown.
        """
        return self._moved_on(days_after(start, count))

    def after_months(self, start: date, count: int) -> date | None:
        """The last day of ``count`` months after ``start``: the same day of the month, moved on as in :meth:`after_days`."""
        return self._moved_on(same_day_after(start, count))

    def source(self, year: int) -> str:
        """Where the year's working days come from, for the page; ``""`` where the year is unknown."""
        if year in self.overlays:
            return self.overlays[year].notice
        return "国务院办公厅节假日安排通知" if year in _LIBRARY_YEARS else ""

    def _moved_on(self, day: date) -> date | None:
        working = self.is_working_day(day)
        return None if working is None else day if working else self.add(day, 1)

    def _working(self, year: int) -> _Year | None:
        """The year's working days, worked out once: a register asks for some of them ten thousand times."""
        if year not in self._years:
            self._years[year] = self._work_out(year)
        return self._years[year]

    @cached_property
    def _years(self) -> dict[int, _Year | None]:
        return {}

    def _work_out(self, year: int) -> _Year | None:
        own = self.overlays.get(year)
        if own is None and year not in _LIBRARY_YEARS:
            return None
        later = self.overlays.get(year + 1)
        ordinals = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
        days = [ordinal for ordinal in ordinals if _works(date.fromordinal(ordinal), own, later)]
        return _Year(tuple(days), frozenset(days))


@dataclass(frozen=True, slots=True)
class _Year:
    """The ordinals of a year's working days, rising, and the same to look one up."""

    days: tuple[int, ...]
    found: frozenset[int]


def days_after(start: date, count: int) -> date:
    """The day that ends a term of ``count`` natural days; the day itself does not count (民法典 第二百零一条)."""
    return date.fromordinal(min(start.toordinal() + count, date.max.toordinal()))


def same_day_after(start: date, months: int) -> date:
    """The day that ends a term of ``months``: the same day of the month, or the month's last (民法典 第二百零二条)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _works(day: date, own: Overlay | None, later: Overlay | None) -> bool:
    for overlay in (later, own):
        if overlay is not None and (day in overlay.workdays or day in overlay.holidays):
            return day in overlay.workdays
    is_weekday = day.weekday() < 5
    return is_weekday if own is not None else day in workdays or (is_weekday and day not in holidays)


def _has_next(day: date) -> bool:
    """Whether the day after lies in the same year: only days that are counted must be known."""
    return (day.month, day.day) != (12, 31)
