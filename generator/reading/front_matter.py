"""Splits a Markdown record into its head (the keys between two ``---`` lines) and its body (the full text).

Does not read the head (:mod:`generator.reading.yaml_text`) and does not render the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.finding import Fault, Span

_FENCE = "---"
#: A line that was probably meant to close the head: too many or too few dashes, full-width ones, an indented fence.
_NEAR_FENCE = re.compile(r"[ \t\u3000]*[-\u2010-\u2015\u2212\uff0d_\u2500]{2,}[ \t\u3000]*")


@dataclass(frozen=True, slots=True)
class Front:
    """The two parts of a file and the 1-based lines of the file on which they begin.

    ``body`` has no blank lines at its head and ends with exactly one line feed; it is empty if nothing follows.
    """

    yaml_text: str
    yaml_first_line: int
    body: str
    body_first_line: int


def split(text: str) -> tuple[Front | None, tuple[Fault, ...]]:
    """Split decoded text at its first two lines that are exactly ``---`` (blanks after it are forgiven).

    Returns None with ``front-matter-missing`` (the first line is not the fence) or ``front-matter-unclosed`` (context
    ``near``: the line that looks like a mistyped fence, or None).
    """
    first = text.partition("\n")[0]
    if first.rstrip(" \t") != _FENCE:
        return None, (Fault("front-matter-missing", Span(1, 1, max(1, len(first)))),)
    close = _closing(text, len(first))
    if close == -1:
        return None, (Fault("front-matter-unclosed", Span(1, 1, len(_FENCE)), {"near": _near(text)}),)
    head = text[len(first) + 1 : close]
    body = text[close:].partition("\n")[2].rstrip()
    blank = _blank_lines(body)
    body_line = 3 + head.count("\n") + body.count("\n", 0, blank)
    return Front(head, 2, body[blank:] + "\n" if body else "", body_line), ()


def _closing(text: str, start: int) -> int:
    """Where the first line that is a fence begins after ``start``; -1 if there is none."""
    while (start := text.find("\n" + _FENCE, start) + 1) > 0:
        end = text.find("\n", start)
        if text[start : end if end != -1 else None].rstrip(" \t") == _FENCE:
            return start
    return -1


def _near(text: str) -> int | None:
    for number, line in enumerate(text.split("\n")[1:], start=2):
        if _NEAR_FENCE.fullmatch(line):
            return number
    return None


def _blank_lines(body: str) -> int:
    """Length of the blank lines at the head of ``body``, whose indented first line of text keeps its indentation."""
    return body.rfind("\n", 0, len(body) - len(body.lstrip())) + 1
