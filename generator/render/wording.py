"""How days, money and numbers are written for the public: 2020年6月1日, 5,000 元, 87.3%.

Pure functions over single values; what is shown at all is decided elsewhere.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.primitives.numerals import write_everyday
from generator.render.inline import Day, Missing, Text

#: Nobody recorded the value; it is never guessed (DOMAIN §8.20).
UNMARKED = Missing("未标注")
#: The value exists and the law withholds it.
WITHHELD = Missing("【依法隐去】")
#: The value went with the record that it belonged to.
GONE = Missing("已随原记录撤下")
#: An empty table cell.
BLANK = Missing("—")
#: That something differs, where no more can be said in a line.
ADJUSTED = Text("有调整")
#: Between the labels of a path: 当事人 · 地址.
PATH = " · "


@lru_cache(maxsize=8192)
def day(value: date) -> Day:
    """2020年6月1日."""
    return Day(f"{value.year}年{value.month}月{value.day}日", value.isoformat())


def grouped(value: Decimal) -> str:
    """A number with thousands separators, its decimals as they were typed: 5,087."""
    return f"{value:,f}"


def money(value: Decimal) -> Text:
    """5,000 元."""
    return Text(f"{value:,f} 元", nowrap=True)


def number(value: Decimal) -> Text:
    """5,087."""
    return Text(grouped(value), nowrap=True)


def percentage(value: Decimal) -> Text:
    """87.3%."""
    return Text(f"{value:f}%", nowrap=True)


def yes_no(value: bool) -> Text:
    """是 or 否."""
    return Text("是" if value else "否")


def code(value: object) -> Text:
    """A number or code that stays on one line."""
    return Text(str(value), nowrap=True)


def words(value: str) -> Text | Missing:
    """Free text; the marker that a redaction leaves is a value of its own."""
    return WITHHELD if value == WITHHELD.text else Text(value)


def article(number: str) -> str:
    """第四十四条; ``12之一`` is 第十二条之一."""
    digits, mark, rest = number.partition("之")
    return f"{_ordinal(int(digits))}条{mark}{rest}"


def paragraph(number: int) -> str:
    """第一款."""
    return f"{_ordinal(number)}款"


def provision(number: str, paragraph_number: int | None = None, item: int | None = None) -> str:
    """第四十四条第一款第（二）项."""
    text = article(number)
    if paragraph_number is not None:
        text += paragraph(paragraph_number)
    return text if item is None else f"{text}第（{_numeral(item)}）项"


def _ordinal(number: int) -> str:
    return f"第{_numeral(number)}"


def _numeral(number: int) -> str:
    return write_everyday(number) if number < 10_000 else str(number)


def working_days(days: str) -> str:
    """3个工作日. From a Saturday to the Sunday it takes none, and yet is not the same day."""
    return f"{days}个工作日" if days != "0" else "不到1个工作日"
