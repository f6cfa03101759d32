"""Reads what the name of a document's or act's file says: body, year, number. Whether it is right is for the rules."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERED = re.compile(
    r"(?:(?P<prefix>[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)-)?(?P<year>\d{4})-(?P<number>\d{3,})(?:-r(?P<repeat>[2-9]|[1-9]\d+))?",
    re.ASCII,
)


class NumberedStem(NamedTuple):
    """``shili-2020-001-r2``: prefix, year, number, and which further record with that number it is (0: the first)."""

    prefix: str
    year: int
    number: int
    repeat: int


def parse_stem(stem: str) -> NumberedStem | None:
    """Split a stem; None if it is of another form (DESIGN §3, Ids, files, references)."""
    match = _NUMBERED.fullmatch(stem)
    if match is None:
        return None
    return NumberedStem(match["prefix"] or "", int(match["year"]), int(match["number"]), int(match["repeat"] or 0))
