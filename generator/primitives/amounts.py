"""Finds sums of yuan in a text, in figures (5000元), everyday numerals (五千元) and formal ones (伍仟元整), and reads them.

Whether a sum is the right one is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.primitives.numerals import EVERYDAY, FORMAL, read_numeral, write_formal

_FIGURES = re.compile(r"(?<![\d.,，])((?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)\s*([万亿]?)\Z", re.ASCII)
_NUMERAL = re.compile(rf"[{EVERYDAY}]+\Z|[{FORMAL}]+\Z")
#: What a number may end with, or stands between it and its unit: before most units there is neither.
_ENDING = re.compile(rf"[\d\s{EVERYDAY}{FORMAL}]", re.ASCII)
_DIGIT = "[壹贰叁肆伍陆柒捌玖]"
_TAIL = re.compile(rf"零?(?:({_DIGIT})角)?零?(?:({_DIGIT})分)?整?")
_AFTER_SIGN = re.compile(r"\s*((?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)(?![\d,，.]*\s*[万亿]?元)", re.ASCII)
#: What a number in figures is written with.
_FIGURE_SIGNS = "0123456789.,，万亿 \t\n\r\f\v"
#: The signs of a sum in yuan, before it and behind it.
_BEFORE, _BEHIND = "¥￥", "元圆"
_FACTORS = {"": 1, "万": 10_000, "亿": 100_000_000}
#: No sum that is meant is longer; what stands before a 元 is searched no further.
_REACH = 32


class Amount(NamedTuple):
    """A sum of yuan in a text, from ``start`` to ``end``. ``value`` is None where a formal one is not well formed."""

    value: Decimal | None
    start: int
    end: int
    formal: bool = False


def find_amounts(text: str) -> Iterator[Amount]:
    """Every sum in 元 (圆) of a text and every one behind a ￥, in their order; a unit without a number is passed over."""
    signs = [sign for sign in _BEFORE + _BEHIND if sign in text]
    for position in sorted([position for sign in signs for position in _positions(text, sign)]):
        found = (_amount_before if text[position] in _BEHIND else _amount_after)(text, position)
        if found is not None:
            yield found


def _positions(text: str, sign: str) -> Iterator[int]:
    position = text.find(sign)
    while position >= 0:
        yield position
        position = text.find(sign, position + 1)


def _amount_after(text: str, sign: int) -> Amount | None:
    match = _AFTER_SIGN.match(text, sign + 1)
    return Amount(_plain(match[1]), sign, match.end()) if match is not None else None


def _plain(figures: str) -> Decimal:
    return Decimal(figures.replace(",", "").replace("，", ""))


def _amount_before(text: str, unit: int) -> Amount | None:
    if not _ENDING.match(text, max(0, unit - 1)):
        return None
    first = max(0, unit - _REACH)
    figures = _FIGURES.search(text, first + len(text[first:unit].rstrip(_FIGURE_SIGNS)), unit)
    if figures is not None:
        return Amount(_plain(figures[1]) * _FACTORS[figures[2]], figures.start(), unit + 1)
    numeral = _NUMERAL.search(text, first, unit)
    if numeral is None:
        return None
    number = read_numeral(numeral[0])
    if any(character in FORMAL[1:-2] for character in numeral[0]):
        tail = _TAIL.match(text, unit + 1)
        assert tail is not None
        return Amount(_sum(number, tail), numeral.start(), tail.end(), formal=True)
    return Amount(Decimal(number), numeral.start(), unit + 1) if number else None


def read_formal(text: str) -> Decimal | None:
    """The sum that formal numerals write: 壹万伍仟元整, 叁佰元零伍分; None if it is none."""
    yuan, unit, rest = text.replace("圆", "元").partition("元")
    tail = _TAIL.fullmatch(rest)
    return _sum(read_numeral(yuan), tail) if unit and tail is not None else None


def _sum(yuan: int | None, tail: re.Match[str]) -> Decimal | None:
    if yuan is None:
        return None
    jiao, fen = (FORMAL.index(digit) if digit else 0 for digit in tail.groups())
    return yuan + Decimal(jiao * 10 + fen) / 100


def write_amount(amount: Decimal) -> str:
    """A sum below 10¹² in formal numerals: 5000 → 伍仟元整, 300.05 → 叁佰元零伍分; what lies below a 分 is cut off."""
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    text = f"{write_formal(yuan)}元"
    if not cents:
        return text + "整"
    text += f"{FORMAL[jiao]}角" if jiao else "零"
    return text + (f"{FORMAL[fen]}分" if fen else "整")
