"""Brings a text into the one form in which two writings of the same words are equal: no blanks, no width, no invisible characters.

Only for comparing; nothing folded is ever shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

#: All but ASCII's, Han characters and the commonest signs between them, which folding leaves as they are.
_UNUSUAL = re.compile("[^\0!-~\u2014\u2018-\u201d\u3001\u3002\u3008-\u3011\u3014\u3015\u4e00-\u9fff]")
#: Drawn as nothing, though Unicode does not call them format characters: fillers, and what chooses the shape of the sign before it.
_FILLERS = frozenset(
    map(chr, (0x34F, 0x115F, 0x1160, 0x180B, 0x180C, 0x180D, 0x3164, *range(0xFE00, 0xFE10), 0xFFA0, *range(0xE0100, 0xE01F0)))
)
_LINK = re.compile(r"\]\([^()\s]*\)")
_MARKS = re.compile(r"[*_`~#>\\\[\]]")
#: At the start of a line; the number of an item is drawn by the browser and stands in no page.
_ITEM = re.compile(r"^\s*(?:[-+]|\d{1,9}[.)])\s+", re.MULTILINE)
#: What is left of a day, a number or a line of a table says who or what.
_FIGURES = re.compile(r"[\W\d_年月日]")
_END = re.compile(r"[。！？；!?;|\n]")


@cache
def _of_character(character: str) -> str | None:
    """What a character becomes; None if that depends on its neighbours."""
    if is_invisible(character):
        return ""
    folded = "".join(unicodedata.normalize("NFKC", character).split())
    if any(map(unicodedata.combining, folded)) or "\u1100" <= character <= "\u11ff":
        return None
    return folded


def is_invisible(character: str) -> bool:
    """Whether a character can stand between any two others unseen: zero-width ones, soft hyphens, marks of direction, fillers."""
    return unicodedata.category(character) == "Cf" or character in _FILLERS


def fold(text: str) -> str:
    """NFKC (Unicode annex 15) without white space and invisible characters."""
    if text.isascii():
        return "".join(text.split())
    # Normalising all of it costs ten times as much as replacing the few characters that change.
    changes = {c: new for c in set(_UNUSUAL.findall(text)) if (new := _of_character(c)) != c}
    if None in changes.values():
        text = unicodedata.normalize("NFKC", "".join(character for character in text if not is_invisible(character)))
        changes = {}
    for old, new in changes.items():
        text = text.replace(old, new or "")
    return "".join(text.split())


def plain(markdown: str) -> str:
    """Markdown without its marks, line by line: what its reader sees."""
    return _MARKS.sub("", _ITEM.sub("", _LINK.sub("", markdown)))


def sentences(markdown: str, least: int) -> tuple[str, ...]:
    """The sentences and lines of a text, folded, of at least ``least`` characters; each once, in their order. No mere days and figures."""
    folded = (fold(part) for part in _END.split(plain(markdown)))
    return tuple(dict.fromkeys(part for part in folded if len(part) >= least and len(_FIGURES.sub("", part)) >= least // 2))
