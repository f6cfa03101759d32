"""Reads the Markdown of a record or page as the site's renderer does, and says where its HTML and its links stand.

What may stand there is for the rules. No record is rendered for readers here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate

import comrak

from generator.finding import Span
from generator.model.draft import Draft


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or an image: the address as a browser would see it, and where it stands in the file."""

    address: str
    span: Span
    image: bool

    @property
    def scheme(self) -> str:
        """``https``, ``javascript`` …, ``//`` where the address begins with a host, "" for one within the site."""
        address = _IGNORED.sub("", self.address).replace("\\", "/")
        if address.startswith("//"):
            return "//"
        scheme = _SCHEME.match(address)
        return scheme[1].lower() if scheme else ""


@dataclass(frozen=True, slots=True)
class Body:
    """What the rules ask of a Markdown text. Spans count in lines of the file."""

    links: tuple[BodyLink, ...] = ()
    html: tuple[Span, ...] = ()
    """Tags, comments and the like that the renderer would leave out."""
    entities: tuple[Span, ...] = ()
    """Characters written as ``&nbsp;`` or ``&#x4e00;``, outside code."""


_NOTHING = Body()
#: Every tag of the renderer's output, which has one form only: no ``<`` or ``>`` stands in its text or its attributes.
_TAG = re.compile(
    r'<(?P<close>/)?(?P<name>[a-z0-9]+)(?: data-sourcepos="(?P<place>[\d:-]+)")?(?: (?:href|src)="(?P<address>[^"]*)")?[^>]*>'
    r"|<!-- raw HTML omitted -->"
)
_VOID = frozenset({"br", "hr", "img", "input"})
#: Browsers skip controls and blanks before and within a scheme, and read ``\\`` as ``/``.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u3000]+|%(?:[01][0-9A-Fa-f]|20|7[Ff])")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HTML = re.compile(r"<(?=[A-Za-z/!?])[^<>\n]*>?")
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", re.ASCII)


def body_of(draft: Draft) -> Body:
    """The facts of a draft's Markdown."""
    return _read(draft.body, draft.body_line) if _may_hold(draft.body) else _NOTHING


def _may_hold(text: str) -> bool:
    """Whether a text can hold links or HTML; nearly all texts cannot. A single character is found faster than two."""
    return "<" in text or "&" in text or ("]" in text and ("](" in text or "]:" in text))


# Several rules ask, some of them after all records have been read once: a whole register's texts are kept.
@lru_cache(maxsize=16_384)
def _read(text: str, first_line: int) -> Body:
    source = _Source(text, first_line)
    tags = [tag for tag in _tags(text, escape=True) if tag["place"]]
    links = tuple(
        BodyLink(unescape(tag["address"]), source.span(*source.range(tag["place"])), tag["name"] == "img")
        for tag in tags
        if tag["name"] in ("a", "img")
    )
    code = [source.range(tag["place"]) for tag in tags if tag["name"] in ("code", "pre")]
    entities = tuple(
        source.span(*found.span())
        for found in _ENTITY.finditer(text)
        if unescape(found[0]) != found[0] and not _within(code, found.start())
    )
    return Body(links, tuple(_html_spans(text, source)) if "<" in text else (), entities)


def _tags(text: str, *, escape: bool) -> Iterator[re.Match[str]]:
    """The tags of the rendered text, each element with its place in the source.

    ``escape``: raw HTML becomes visible text and every address is kept, so that all tags are the renderer's own.
    Otherwise a comment stands for each piece of raw HTML.
    """
    extensions, render = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.cjk_friendly_emphasis = True
    render.sourcepos = True
    render.escape = render.unsafe_ = escape
    return _TAG.finditer(comrak.render_markdown(text, extensions, None, render))


def _html_spans(text: str, source: _Source) -> Iterator[Span]:
    """The renderer does not say where it left HTML out: it is the first ``<…`` behind what comes before it."""
    behind, ends = 0, [0]
    for tag in _tags(text, escape=False):
        if tag["name"] is None:
            found = _HTML.search(text, behind)
            start, behind = found.span() if found else (behind, behind + 1)
            yield source.span(start, behind)
        elif tag["close"]:
            behind = max(behind, ends.pop())
        else:
            start, end = source.range(tag["place"]) if tag["place"] else (0, 0)
            behind = max(behind, end if tag["name"] in _VOID else start)
            if tag["name"] not in _VOID:
                ends.append(end)


def _within(ranges: list[tuple[int, int]], position: int) -> bool:
    """Whether one of the ranges, which are sorted and apart, holds the position."""
    index = bisect_right(ranges, (position, position)) - 1
    return (index >= 0 and position < ranges[index][1]) or (index + 1 < len(ranges) and ranges[index + 1][0] == position)


class _Source:
    """Turns the renderer's places into positions in the text and in the file.

    ``3:5-3:39`` counts columns in bytes: the renderer could count characters, but takes the square of a line's length for it.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self._first_line = first_line
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self._widths: dict[int, list[int]] = {}

    def range(self, place: str) -> tuple[int, int]:
        """Start and end of an element; the end is exclusive."""
        row, column, last_row, last_column = map(int, place.replace("-", ":").split(":"))
        return self._position(row - 1, column - 1), self._position(last_row - 1, last_column)

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a part of the text, cut at the end of its first line."""
        row = bisect_right(self._starts, start) - 1
        last = min(end, self._starts[row + 1] - 1)
        return Span(self._first_line + row, start - self._starts[row] + 1, max(1, last - start))

    def _position(self, row: int, column: int) -> int:
        """The character that begins at a byte of a line."""
        line = self._lines[row]
        if line.isascii():
            return self._starts[row] + column
        if row not in self._widths:
            self._widths[row] = [0, *accumulate(len(char.encode()) for char in line)]
        return self._starts[row] + bisect_left(self._widths[row], column)
