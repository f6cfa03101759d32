"""Turns a character's index in a text into the line and column that a clerk sees in the editor."""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.finding import Fault, Span

_TOKEN = re.compile(r"[^\s,\[\]{}:：]*")


class Lines:
    """The line starts of one text. Only ``\\n`` ends a line, as in editors; YAML also counts U+2028, U+2029 and U+0085.

    ``first_line`` is the number of the text's first line within its file.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._first = first_line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        """The text from ``start`` up to ``end``, or up to the end of the line on which it starts; at least one long."""
        row = self.row(start)
        begin = self._starts[row]
        close = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self._text)
        return Span(self._first + row, start - begin + 1, max(1, min(end, close) - start))

    def token(self, start: int) -> Span:
        """The word that begins at ``start``: up to a blank, colon, comma or bracket."""
        found = _TOKEN.match(self._text, start)
        return self.span(start, found.end() if found else start)

    def row(self, index: int) -> int:
        """The 0-based line that holds ``index``."""
        return bisect_right(self._starts, index) - 1


def by_place(fault: Fault) -> tuple[Span, str]:
    """Sort key of faults that have a span: from top to bottom."""
    assert isinstance(fault.where, Span)
    return fault.where, fault.code
