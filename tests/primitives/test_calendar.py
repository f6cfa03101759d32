"""Working days against fixed vectors, against a second library, and where the year is unknown."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.calendar import Calendar, Overlay, same_day_after

CALENDAR = Calendar()
VECTORS = [
    ("2025-01-24", 3, "2025-02-05"), ("2025-01-24", 7, "2025-02-10"), ("2025-01-24", 20, "2025-02-27"),
    ("2025-09-26", 3, "2025-09-30"), ("2025-09-26", 7, "2025-10-13"), ("2025-09-26", 20, "2025-10-30"),
    ("2026-02-12", 3, "2026-02-24"), ("2026-02-12", 7, "2026-02-28"), ("2026-02-12", 20, "2026-03-18"),
    ("2026-09-24", 7, "2026-10-12"), ("2026-09-24", 20, "2026-10-29"), ("2026-12-18", 7, "2026-12-29"),
    ("2019-04-26", 7, "2019-05-08"), ("2020-01-22", 7, "2020-02-10"), ("2020-01-22", 20, "2020-02-27"),
    ("2023-09-27", 7, "2023-10-12"), ("2024-02-07", 7, "2024-02-22"),
]
YEARS = {2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


@pytest.mark.parametrize(("start", "count", "end"), VECTORS)
def test_vectors(start: str, count: int, end: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert CALENDAR.add(first, count) == last
    assert CALENDAR.between(first, last) == count


@pytest.mark.parametrize(("year", "days"), YEARS.items())
def test_days_of_a_year(year: int, days: int) -> None:
    assert CALENDAR.between(date(year - 1, 12, 31), date(year, 12, 31)) == days


#: Labour Day 2019 was extended by a later notice that the second library's locked version lacks; the vector of 2019-04-26 holds it.
_LATER_NOTICE = {date(2019, 4, 28), date(2019, 5, 2), date(2019, 5, 3), date(2019, 5, 5)}


def test_a_second_library_agrees() -> None:
    china = holidays.country_holidays("CN", years=range(2019, 2027))
    day = date(2019, 1, 1)
    while day.year < 2027:
        agrees = CALENDAR.is_working_day(day) == china.is_working_day(day)
        assert agrees == (day not in _LATER_NOTICE), day
        day += timedelta(days=1)


def test_the_first_library_says_the_same_of_every_day() -> None:
    """Its tables are read, not its questions asked."""
    days = (date(2004, 1, 1) + timedelta(days=count) for count in range((date(2027, 1, 1) - date(2004, 1, 1)).days))
    assert all(CALENDAR.is_working_day(day) == chinese_calendar.is_workday(day) for day in days)


def test_an_unknown_year_is_unknown() -> None:
    assert CALENDAR.is_working_day(date(2031, 1, 4)) is None
    assert CALENDAR.add(date(2030, 12, 30), 7) is None
    assert CALENDAR.between(date(2030, 12, 30), date(2031, 1, 5)) is None
    assert not any(CALENDAR.covers(year) for year in (0, 2003, 2031, 10000))
    assert CALENDAR.source(2031) == ""


def test_an_overlay_covers_its_year() -> None:
    overlay = Overlay(2031, frozenset({date(2031, 1, 1)}), frozenset({date(2031, 1, 4)}), "国办发明电〔2030〕1号")
    known = Calendar({2031: overlay})
    assert known.is_working_day(date(2031, 1, 1)) is False
    assert known.is_working_day(date(2031, 1, 4)) is True
    assert known.add(date(2030, 12, 31), 3) == date(2031, 1, 4)
    assert known.add(date(2030, 12, 30), 3) is None
    assert known.add(date(2031, 1, 1), 2) == date(2031, 1, 3)
    assert known.source(2031) == "国办发明电〔2030〕1号"


def test_a_notice_reaches_back_into_december() -> None:
    notice = Overlay(2027, frozenset({date(2026, 12, 31), date(2027, 1, 1)}), frozenset({date(2026, 12, 27)}), "示例")
    assert CALENDAR.is_working_day(date(2026, 12, 31)) is True
    known = Calendar({2027: notice})
    assert known.is_working_day(date(2026, 12, 31)) is False
    assert known.is_working_day(date(2026, 12, 27)) is True
    assert known.is_working_day(date(2026, 12, 25)) is CALENDAR.is_working_day(date(2026, 12, 25))
    assert known.add(date(2026, 12, 30), 1) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2020-06-03", 15, "2020-06-18"),
        ("2021-03-19", 15, "2021-04-06"),  # 04-03 is a Saturday, 04-05 清明节
        ("2021-09-10", 15, "2021-09-26"),  # 09-25 is a Saturday, Sunday 09-26 is made up
        ("2026-01-20", 30, "2026-02-24"),  # 02-19 lies in 春节
        ("2026-11-23", 60, None),  # 2027-01-22: no notice yet
        ("9999-12-01", 60, None),
    ],
)  # fmt: skip
def test_natural_days_end_on_a_working_day(start: str, count: int, end: str | None) -> None:
    assert CALENDAR.after_days(date.fromisoformat(start), count) == (end and date.fromisoformat(end))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2020-06-03", 6, "2020-12-03"),
        ("2021-08-31", 6, "2022-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-04-26", 6, "2024-10-28"),  # 10-26 is a Saturday
        ("2025-04-01", 6, "2025-10-09"),  # 10-01 to 10-08 are days off
        ("9999-12-01", 6, None),
    ],
)  # fmt: skip
def test_months_end_on_the_same_day_of_the_month(start: str, months: int, end: str | None) -> None:
    assert CALENDAR.after_months(date.fromisoformat(start), months) == (end and date.fromisoformat(end))


def test_months_before_moving_on() -> None:
    assert same_day_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert same_day_after(date(2026, 4, 1), 3) == date(2026, 7, 1)
    assert same_day_after(date(9999, 6, 1), 12) == date.max


DAYS = st.dates(date(2003, 11, 1), date(2028, 2, 1))
INVENTED = Overlay(2027, frozenset({date(2026, 12, 31), date(2027, 1, 1)}), frozenset({date(2027, 1, 9)}), "示例")


@given(DAYS, st.integers(0, 60), st.booleans())
def test_counting_one_by_one_gives_the_same(start: date, count: int, invented: bool) -> None:
    calendar = Calendar({2027: INVENTED}) if invented else CALENDAR
    day, left = start, count
    while left:
        day += timedelta(days=1)
        if calendar.is_working_day(day) is None:
            day = None
            break
        left -= bool(calendar.is_working_day(day))
    assert calendar.add(start, count) == day


@given(DAYS, st.integers(-5, 90))
def test_between_counts_one_by_one(start: date, length: int) -> None:
    passed = [CALENDAR.is_working_day(start + timedelta(days=step)) for step in range(1, length + 1)]
    assert CALENDAR.between(start, start + timedelta(days=length)) == (None if None in passed else sum(map(bool, passed)))


@given(st.dates(), st.integers(0, 400))
def test_no_day_is_too_early_or_too_late(start: date, count: int) -> None:
    for end in (CALENDAR.add(start, count), CALENDAR.after_days(start, count), CALENDAR.after_months(start, count)):
        assert end is None or end >= start
