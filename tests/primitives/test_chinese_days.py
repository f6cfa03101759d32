"""Days as official papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.chinese_days import day_written_at

_NUMERALS = "〇一二三四五六七八九"


def _everyday(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _NUMERALS[tens]) + ("十" if tens else "") + (_NUMERALS[ones] if ones else "")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_reads_every_day_in_every_form(day: date) -> None:
    chinese = "".join(_NUMERALS[int(digit)] for digit in str(day.year))
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month:02} 月 {day.day:02} 日",
        day.isoformat(),
        f"{chinese}年{_everyday(day.month)}月{_everyday(day.day)}日",
    ):
        written = day_written_at(f"于{text}作出", 1)
        assert written is not None
        assert (written.day, written.end) == (day, 1 + len(text))


@pytest.mark.parametrize("zero", "〇○零OoＯΟО０0")
def test_whatever_is_typed_for_zero(zero: str) -> None:
    written = day_written_at(f"二{zero}二{zero}年十月二十日")
    assert written is not None
    assert written.day == date(2020, 10, 20)


@pytest.mark.parametrize("text", ["2020年2月30日", "2020年13月1日", "二〇二〇年二月三十日", "0000年1月1日", "2020-00-10"])
def test_form_of_a_day_that_is_none(text: str) -> None:
    written = day_written_at(text)
    assert written is not None
    assert written.day is None


@pytest.mark.parametrize("text", ["", "2020年6月", "２０２０年6月1日", "2020-06-011", "二千年一月一日", "6月1日"])
def test_is_no_day(text: str) -> None:
    assert day_written_at(text) is None
