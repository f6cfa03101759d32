"""Passages of a record's Markdown: what stands under a heading, and what was put out of sight between two wordings of a text.

Knows the redaction's marker, and nothing else of acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.scalars import MARKER

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading's text and level, and everything down to the next heading of its level or above."""

    title: str
    level: int
    text: str


def sections(body: str) -> tuple[Section, ...]:
    """The sections of a text, from top to bottom; a section holds those below it."""
    lines = body.split("\n")
    heads = list(_heads(lines))
    found = []
    for number, (row, level, title) in enumerate(heads):
        end = next((later for later, other, _ in heads[number + 1 :] if other <= level), len(lines))
        found.append(Section(title, level, "\n".join(lines[row:end])))
    return tuple(found)


def _heads(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Row, level and title of each heading; what looks like one within a code block is none."""
    fence = ""
    for row, line in enumerate(lines):
        if mark := _FENCE.match(line):
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = ""
        elif not fence and (head := _HEADING.match(line)):
            yield row, len(head[1]), head[2]


def markers_under(body: str, heading: str | None) -> int | None:
    """How many markers stand under the headings of this title, or in the whole text; None if there is no such heading."""
    if heading is None:
        return body.count(MARKER)
    named = [section for section in sections(body) if section.title == heading]
    return sum(section.text.count(MARKER) for section in named) if named else None


def hidden_parts(before: str, after: str) -> tuple[str, ...] | None:
    """The parts of ``before`` that a marker stands for in ``after``; None if the two differ in anything else.

    Markers that were there before are no parts. ``()``: nothing was hidden, the texts are the same.
    """
    first, *rest = after.split(MARKER)
    if not rest:
        return () if before == after else None
    if not before.startswith(first):
        return None
    at, found = len(first), []
    for piece in rest[:-1]:
        start = before.find(piece, at + (len(MARKER) if before.startswith(MARKER, at) else 1))
        if start < 0:
            return None
        found.append(before[at:start])
        at = start + len(piece)
    end = len(before) - len(rest[-1])
    if end <= at or not before.endswith(rest[-1]):
        return None
    return tuple(part for part in (*found, before[at:end]) if part != MARKER)


def settled(body: str) -> str:
    """A text without blank lines at its ends and with one blank line between paragraphs: what a removed paragraph leaves."""
    return _BLANK_LINES.sub("\n\n", body).strip("\n")
