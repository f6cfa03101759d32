"""Finds a figure in a text however its digits are grouped, and whatever unit of money it is given in.

Knows nothing of records. Dates, article numbers and the like are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.primitives.privacy_fold import Folded, fold

#: One number: digits in groups of any length, a fraction. What parts the groups: commas, blanks, apostrophes.
_GROUP_MARKS = ",， '’\u00a0\u2009\u202f_"
_NUMBER = re.compile(rf"(?<![\d.])\d+(?:[{_GROUP_MARKS}]\d+)*(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,4}(?:,\d{4})+(?:\.\d+)?\Z", re.ASCII)
_NOT_AFTER = re.compile(r"\s?(?:[%％年月日号条款项份页名人次个户家件]|个?工作日|-\d)")
_NOT_BEFORE = re.compile(r"(?:第|〔|\[|\d-|罚款(?:人民币)?[为: ]?)\Z")
_MONEY = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(亿|千万|百万|万|千)?元", re.ASCII)
_SCALE = {"亿": 100_000_000, "千万": 10_000_000, "百万": 1_000_000, "万": 10_000, "千": 1_000, "": 1}
_UNIT = re.compile(r"(?:人民币)?(亿|千万|百万|万|千)?元\Z")
#: Words near a short figure that show what it is.
_REPORTED = re.compile(r"上报|报送|填报|核查|核实|核定|实际|应为|应当为|应报|差额|相差|少报|多报|瞒报|虚报|漏报")
#: Digits from which on a figure is unlikely to stand in a text by chance.
_TELLING = 4
#: Telling digits from which on a figure is looked for in other units too.
_CONVERTED = 3


class Figure(NamedTuple):
    """A figure that must not be given: its value, unit and the name of what it measures."""

    value: Decimal
    unit: str
    name: str

    @property
    def digits(self) -> str:
        """The plain digits, without sign and without a fraction of zeros."""
        text = str(self.value)
        if not text.isdigit():
            text = format(abs(self.value), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text

    @property
    def core(self) -> str:
        """What the figure's digits have in common in every unit: 26487 of 264870千元, 26487万元 and 2.6487亿元."""
        return self.digits.replace(".", "").strip("0")


def may_hold_figure(text: str, figures: Iterable[Figure]) -> bool:
    """Whether the digits of a figure stand in a text at all. Most texts hold none, which costs some 10 µs."""
    for mark in _GROUP_MARKS:
        if mark in text:
            text = text.replace(mark, "")
    whole = text.replace(".", "")
    for figure in figures:
        core = figure.core
        # Where the figure's own digits stand, their core does.
        if core in whole if len(core) >= _CONVERTED else figure.digits in text:
            return True
    return False


def find_figures(text: str, figures: Iterable[Figure]) -> Iterator[tuple[int, int]]:
    """Where any of the figures stands in a text, in the text's order."""
    folded = fold(text)
    wanted = {figure.digits: figure for figure in figures}
    found = {folded.typed(start, end) for start, end in _plain(folded, wanted)}
    found |= {folded.typed(start, end) for start, end in _money(folded, wanted.values())}
    yield from sorted(found)


def _plain(folded: Folded, wanted: dict[str, Figure]) -> Iterator[tuple[int, int]]:
    text = folded.text
    for match in _NUMBER.finditer(text):
        for start, end in _readings(match):
            figure = wanted.get(_digits(text[start:end]))
            if figure is not None and _is_meant(text, start, end, figure):
                yield start, end


def _readings(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A well-grouped number is one; otherwise its groups may be one number or several that stand side by side."""
    start, end = match.span()
    if _GROUPED.match(match[0]) or match[0].isdigit():
        yield start, end
        return
    groups = [(part.start() + start, part.end() + start) for part in re.finditer(r"\d+(?:\.\d+)?", match[0], re.ASCII)]
    for first in range(len(groups)):
        for last in range(first, min(first + 6, len(groups))):
            yield groups[first][0], groups[last][1]


def _digits(number: str) -> str:
    plain = re.sub(rf"[{_GROUP_MARKS}]", "", number)
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _is_meant(text: str, start: int, end: int, figure: Figure) -> bool:
    before, after = text[max(0, start - 24) : start], text[end : end + 8]
    if _NOT_BEFORE.search(before):
        return False
    if after.lstrip().startswith(figure.unit):
        return True
    if _NOT_AFTER.match(after):
        return False
    if len(figure.digits.replace(".", "")) >= _TELLING:
        return True
    named = figure.name in before or _REPORTED.search(before) is not None
    alone = before.rstrip(" ")[-1:] in ("", "|", "\n", "\t") and after.lstrip(" ")[:1] in ("", "|", "\n", "\t")
    return named or (alone and len(figure.digits) > 1)


def _money(folded: Folded, figures: Iterable[Figure]) -> Iterator[tuple[int, int]]:
    """Amounts that equal a figure once both are in yuan: 26487万元 is 264870千元."""
    amounts: dict[Decimal, Figure] = {}
    for figure in figures:
        unit = _UNIT.match(figure.unit)
        if unit is not None and len(figure.core) >= _CONVERTED:
            amounts[abs(figure.value) * _SCALE[unit[1] or ""]] = figure
    for match in _MONEY.finditer(folded.text) if amounts else ():
        amount = Decimal(match[1].replace(",", "")) * _SCALE[match[2] or ""]
        if amount in amounts and not _NOT_BEFORE.search(folded.text[max(0, match.start() - 8) : match.start()]):
            yield match.span(1)
