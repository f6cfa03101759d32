"""Reads a text as a person would: full-width digits as digits, invisible characters as nothing, ``&#49;`` and ``%31`` as 1, and
numbers without the Markdown marks that are squeezed between their digits.

Keeps the way back to the place in the text as it was typed. Looks for nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

#: What stands for a character: an entity, and in a link a digit or @ by its code.
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|%(?:3[0-9]|40)"
#: Emphasis, code and escapes within a number vanish on the page. Three stars and more mask what they stand for.
_MARKS = r"(?<=[0-9A-Za-z０-９@-])(?:\*{1,2}|`{1,2}|~~|\\)(?=[0-9A-Za-z０-９@-])"
_DISGUISE = re.compile(f"{_ENTITY}|{_MARKS}")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\ufe58\u2043")
_DOTS = frozenset("\u00b7\u2022\u2027\u2219\u30fb\uff65")
#: Drawn as nothing, though Unicode does not call them format characters.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f")
#: Arabic, Persian and Indian digits, which a person reads as digits though NFKC leaves them.
_FOREIGN = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its plain reading. ``starts`` gives the typed place of each character; None where both are alike."""

    text: str
    starts: tuple[int, ...] | None
    length: int
    """Of the text as typed."""

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """The range of the typed text behind a range of the plain one; ``end`` is exclusive in both."""
        if self.starts is None:
            return start, end
        after = bisect_right(self.starts, self.starts[end - 1])
        return self.starts[start], self.starts[after] if after < len(self.starts) else self.length


def fold(text: str) -> Folded:
    """The plain reading of a text. Letters keep their case, line feeds stay."""
    disguised = tuple(_DISGUISE.finditer(text))
    if not disguised and text.isascii():
        return Folded(text, None, len(text))
    pieces: list[str] = []
    starts: list[int] = []
    behind = 0
    for found in disguised:
        pieces += map(_plain, text[behind : found.start()])
        starts += range(behind, found.start())
        pieces.append(_undisguised(found[0]))
        starts.append(found.start())
        behind = found.end()
    pieces += map(_plain, text[behind:])
    starts += range(behind, len(text))
    plain = "".join(pieces)
    if len(pieces) == len(text) == len(plain) and all(pieces):
        return Folded(plain, None, len(text))
    places = tuple(start for start, piece in zip(starts, pieces, strict=True) for _ in piece)
    return Folded(plain, places, len(text))


def _undisguised(found: str) -> str:
    if found[0] == "&":
        return "".join(map(_plain, html.unescape(found)))
    return chr(int(found[1:], 16)) if found[0] == "%" else ""


@lru_cache(maxsize=16_384)
def _plain(char: str) -> str:
    if char in _DASHES:
        return "-"
    if char in _DOTS:
        return "·"
    if char in _FOREIGN:
        return _FOREIGN[char]
    category = unicodedata.category(char)
    if category == "Cf" or char in _FILLERS:
        return ""
    # ² and ① are no digits of a number: m² must not lengthen the figure before it.
    return char if category == "No" else unicodedata.normalize("NFKC", char)
