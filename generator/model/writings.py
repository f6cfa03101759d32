"""In which writings a value may stand in a text, and whether it tells anything alone: 5000, 5,000, 伍仟; an article is no telling number.

What must not appear is for suppression.py; nothing is searched here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from generator.model.leaves import Leaf
from generator.model.parts import parse_article
from generator.model.scalars import MARKER, parse_credit_code, parse_money, parse_text
from generator.primitives.amounts import write_amount
from generator.primitives.folding import fold

#: Shorter values say nothing by themselves: 局长, 示例甲.
SHORTEST = 4
#: A number of fewer digits tells nothing: pages are full of them.
_TELLING = 3
#: The sums that are also written in words and by ten thousands: 伍仟元整, 0.5万元. More than this no numeral writes.
_SUMS = (Decimal(1000), Decimal(10) ** 12)
#: 2019年, 2019年1-3月, 2020-03: says nothing by itself.
_DATE = re.compile(r"(19|20)\d\d([-年/.]\d{0,2}){0,2}([-至到]\d{0,2})?[年月日季度]*")
_YEAR = re.compile(r"(19|20)\d\d")
#: The year of a document's number, and the brackets in which it is typed, folded: （） become ().
_YEAR_OF_NUMBER, _BRACKETS = re.compile(r"〔(\d{4})〕", re.ASCII), ("〔〕", "[]", "()", "【】")
_EMPTY = "（空）"


class How(IntEnum):
    """When a value found counts."""

    ALONE = 0
    NUMBERED = 1
    """Only in a file that also holds the record's number or address."""


def forms_of(leaf: Leaf) -> tuple[How, tuple[str, ...]]:
    """The writings of a value and when they count; none of a day, a yes or the number of an article, which say nothing by themselves."""
    value = leaf.value
    if isinstance(value, Decimal):
        return How.NUMBERED, (*_amounts(value), *(_sums(value) if leaf.parse is parse_money else ()))
    if not isinstance(value, str) or value in (MARKER, _EMPTY) or leaf.parse is parse_article:
        return How.NUMBERED, ()
    how, forms = _forms_of_text(value, leaf.parse is parse_text)
    return how, (*forms, value.lower()) if leaf.parse is parse_credit_code else forms


@lru_cache(maxsize=8192)
def _forms_of_text(value: str, may_be_amount: bool) -> tuple[How, tuple[str, ...]]:
    """See :func:`forms_of`. The same names and posts stand in thousands of records."""
    amount = _amount(value) if may_be_amount and value[:1].isdigit() else None
    if amount is not None:
        return How.NUMBERED, _amounts(amount)
    folded = fold(value)
    if _DATE.fullmatch(folded) or (folded.isdecimal() and len(folded) < _TELLING):
        return How.NUMBERED, ()
    short = len(folded) < SHORTEST
    if short and folded.isascii():
        return How.NUMBERED, ()  # s1, p04: names of rows and steps
    return (How.NUMBERED if short else How.ALONE), in_brackets(folded) if len(folded) > 1 and MARKER not in value else ()


def in_brackets(number: str) -> tuple[str, ...]:
    """A number, and as it is typed where the keyboard has no 〔2020〕; a text without such a year is itself."""
    if "〔" not in number:
        return (number,)
    # Every second part is a year.
    parts = _YEAR_OF_NUMBER.split(number)
    years = range(1, len(parts), 2)
    forms = []
    for opening, closing in _BRACKETS if years else _BRACKETS[:1]:
        written = parts.copy()
        for place in years:
            written[place] = f"{opening}{parts[place]}{closing}"
        forms.append("".join(written))
    return tuple(forms)


def _amount(text: str) -> Decimal | None:
    try:
        return parse_money(text)
    except ValueError:
        return None


def _amounts(value: Decimal) -> tuple[str, ...]:
    """``5000``, ``5,000``; with a place behind the point ``4321.5`` and ``4321.50``, as it was typed and as sums are.

    A short number, or one that reads like a year, tells nothing: of 2000 remains ``2,000``.
    """
    short = value.normalize()
    numbers = (short, value) if short == short.to_integral_value() else (short, value, round(value, 2))
    forms = dict.fromkeys(form for number in numbers for form in (f"{number:f}", f"{number:,f}"))
    return tuple(form for form in forms if len(form) >= _TELLING and not _YEAR.fullmatch(form))


@lru_cache(maxsize=8192)
def _sums(value: Decimal) -> tuple[str, ...]:
    """A sum of money by ten thousands, ``0.5万``, and in formal numerals, ``伍仟``, ``叁佰元零伍分``, as sentences write it."""
    least, most = _SUMS
    if not least <= value < most:
        return ()
    return f"{(value / 10_000).normalize():f}万", write_amount(value).removesuffix("整").removesuffix("元")
