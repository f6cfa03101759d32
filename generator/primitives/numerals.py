"""Reads and writes whole numbers in Chinese numerals, everyday (一万五千) and formal (壹万伍仟). Units of money are not its affair."""

from __future__ import annotations

import re
from functools import lru_cache

#: Characters that a numeral is made of, for the patterns of other modules.
EVERYDAY = "〇○零一二两三四五六七八九十百千万亿"
FORMAL = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"

_DIGITS = {
    character: value
    for value, group in enumerate(("〇○零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for character in group
}
_DIGIT = "[一壹二两贰三叁四肆五伍六陆七柒八捌九玖]"
#: Up to 9999. The first ten may lack its digit (十五, 拾伍万), a skipped place its zero.
_SECTION = re.compile(
    rf"零?(?:({_DIGIT})[千仟])?零?(?:({_DIGIT})[百佰])?零?(?:({_DIGIT}?)([十拾]))?零?({_DIGIT})?\Z"
)
_ONES = "零一二三四五六七八九"
_UNITS = (("亿", 10**8), ("万", 10**4), ("", 1))


@lru_cache(maxsize=1024)
def read_numeral(text: str) -> int | None:
    """The number below 10¹² that a numeral writes with its places (一万五千, 壹拾伍万), or 零; None if it is none.

    A row of digits without places is for :func:`read_digits`.
    """
    if text == "零":
        return 0
    total = 0
    for unit, factor in _UNITS[:-1]:
        head, found, rest = text.partition(unit)
        if found:
            value = _section(head)
            if not value:
                return None
            total, text = total + value * factor, rest
    last = _section(text)
    return None if last is None or not total + last else total + last


def _section(text: str) -> int | None:
    match = _SECTION.match(text)
    if match is None:
        return None
    thousands, hundreds, tens, ten, ones = match.groups("")
    return (
        _DIGITS.get(thousands, 0) * 1000
        + _DIGITS.get(hundreds, 0) * 100
        + (_DIGITS.get(tens, 1) if ten else 0) * 10
        + _DIGITS.get(ones, 0)
    )


def read_digits(text: str) -> int | None:
    """The number that digits write one after the other, ``二〇二〇``; None if something else stands among them."""
    values = [_DIGITS.get(character) for character in text]
    return int("".join(map(str, values))) if values and None not in values else None


def write_everyday(number: int) -> str:
    """A whole number from 0 to 9999 in everyday numerals, as articles are counted: 12 → 十二, 105 → 一百零五, 110 → 一百一十."""
    text, gap = "", False
    for rank, place in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**rank % 10
        if digit:
            lead = "" if place == "十" and digit == 1 and not text else _ONES[digit]
            text += ("零" if text and gap else "") + lead + place
        gap = not digit
    return text or "零"


def write_formal(number: int) -> str:
    """A whole number from 0 below 10¹² in formal numerals, every digit with its place: 15000 → 壹万伍仟, 10500 → 壹万零伍佰."""
    text, gap = "", False
    for unit, factor in _UNITS:
        section = number // factor % 10_000
        if section:
            text += ("零" if text and (gap or section < 1000) else "") + _write_section(section) + unit
        gap = not section
    return text or "零"


def _write_section(section: int) -> str:
    text, gap = "", False
    for rank, place in ((3, "仟"), (2, "佰"), (1, "拾"), (0, "")):
        digit = section // 10**rank % 10
        if digit:
            text += ("零" if text and gap else "") + FORMAL[digit] + place
        gap = not digit
    return text
