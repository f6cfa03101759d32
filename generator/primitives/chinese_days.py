"""Reads a day as official papers write it: 2020年6月1日, 二〇二〇年六月一日, 2020-06-01. What the day means is for the rules."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from generator.primitives.numerals import read_digits, read_numeral

#: What is typed for 〇: circles, letters of three alphabets, full-width and plain zeros.
_ZEROS = "〇○零OoＯΟО０0"
_DIGIT = f"[{_ZEROS}一二三四五六七八九]"
_DAY = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
    r"|(\d{4})-(\d{2})-(\d{2})(?!\d)"
    rf"|({_DIGIT}{{4}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日",
    re.ASCII,
)
_TO_ZERO = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


class WrittenDay(NamedTuple):
    """A day as a text writes it, and where it ends. ``day`` is None where it has the form of a day but is none."""

    day: date | None
    end: int


def day_written_at(text: str, start: int = 0) -> WrittenDay | None:
    """The day that begins at ``start``; None if no day does."""
    match = _DAY.match(text, start)
    if match is None:
        return None
    year, month, day = [part for part in match.groups() if part is not None]
    numbers = (
        (int(year), int(month), int(day))
        if year.isascii()
        else (read_digits(year.translate(_TO_ZERO)), read_numeral(month), read_numeral(day))
    )
    return WrittenDay(_day(*numbers), match.end())


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if not year or not month or not day:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
