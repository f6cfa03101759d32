"""Working days against fixed vectors, against a second library, and where the year is unknown."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from generator.primitives.calendar import Calendar, Overlay

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


def test_a_second_library_agrees() -> None:
    china = holidays.country_holidays("CN", years=range(2019, 2027))
    day = date(2019, 1, 1)
    while day.year < 2027:
        assert CALENDAR.is_working_day(day) == china.is_working_day(day), day
        day += timedelta(days=1)


def test_an_unknown_year_is_unknown() -> None:
    assert CALENDAR.is_working_day(date(2031, 1, 4)) is None
    assert CALENDAR.add(date(2030, 12, 30), 7) is None
    assert CALENDAR.between(date(2030, 12, 30), date(2031, 1, 5)) is None
    assert not CALENDAR.covers(2031)
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
