"""Today, and the time of day, in the bureau's time zone: the one place that reads the wall clock. Everything else is handed a day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """The current day in Asia/Shanghai, whatever the machine's zone."""
    return datetime.now(SHANGHAI).date()


def moment() -> str:
    """Day and time of day in Asia/Shanghai, for people: 2026-09-01 09:30."""
    return datetime.now(SHANGHAI).strftime("%Y-%m-%d %H:%M")
