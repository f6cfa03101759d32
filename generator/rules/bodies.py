"""Reads the Markdown of a record or page as the site's renderer does, and says where its HTML and its links stand.

What may stand there is for the rules. No record is rendered for readers here.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import comrak
from lxml import etree
from lxml import html as lxml_html

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


#: Without any of these a text holds neither links nor HTML; nearly all texts are like that.
_SIGNS = ("<", "&", "](", "]:")
_NOTHING = Body()
_PLACE = "data-sourcepos"
#: Without ``huge_tree`` the parser drops what lies deeper than 256 elements.
_PARSER = lxml_html.HTMLParser(huge_tree=True, encoding="utf-8")
#: Browsers skip controls and blanks before and within a scheme, and read ``\\`` as ``/``.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u3000]+|%(?:[01][0-9A-Fa-f]|20|7[Ff])")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HTML = re.compile(r"<(?=[A-Za-z/!?])[^<>\n]*>?")
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", re.ASCII)


def body_of(draft: Draft) -> Body:
    """The facts of a draft's Markdown."""
    if not any(sign in draft.body for sign in _SIGNS):
        return _NOTHING
    return _read(draft.body, draft.body_line)


@lru_cache(maxsize=16_384)
def _read(text: str, first_line: int) -> Body:
    source = _Source(text, first_line)
    seen = _render(text, escape=True)
    code = [source.range(element) for element in seen.iter("code", "pre") if _PLACE in element.attrib]
    links = tuple(
        BodyLink(element.get("href", element.get("src", "")), source.span(*source.range(element)), element.tag == "img")
        for element in seen.iter("a", "img")
    )
    entities = tuple(
        source.span(*found.span())
        for found in _ENTITY.finditer(text)
        if html.unescape(found[0]) != found[0] and not any(start <= found.start() < end for start, end in code)
    )
    return Body(links, tuple(_html_spans(text, source)) if "<" in text else (), entities)


def _render(text: str, *, escape: bool) -> etree._Element:
    """The rendered text, each element with its place in the source.

    ``escape``: raw HTML becomes visible text and every address is kept, so that all elements are the renderer's own.
    Otherwise a comment stands for each piece of raw HTML.
    """
    extensions, parse, render = comrak.ExtensionOptions(), comrak.ParseOptions(), comrak.RenderOptions()
    extensions.table = extensions.cjk_friendly_emphasis = True
    parse.sourcepos_chars = render.sourcepos = True
    render.escape = render.unsafe_ = escape
    return lxml_html.document_fromstring(f"<div>{comrak.render_markdown(text, extensions, parse, render)}</div>", _PARSER)


def _html_spans(text: str, source: _Source) -> Iterator[Span]:
    """The renderer does not say where it left HTML out: it is the first ``<…`` behind what comes before it."""
    behind = 0
    for event, element in etree.iterwalk(_render(text, escape=False), events=("start", "end", "comment")):
        if event == "comment":
            found = _HTML.search(text, behind)
            start, end = found.span() if found else (behind, behind + 1)
            yield source.span(start, end)
            behind = end
        elif _PLACE in element.attrib:
            behind = max(behind, source.range(element)[event == "end"])


class _Source:
    """Turns the renderer's places (``3:5-3:39``, columns in characters) into positions in the text and in the file."""

    def __init__(self, text: str, first_line: int) -> None:
        self._first_line = first_line
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def range(self, element: etree._Element) -> tuple[int, int]:
        """Start and end of an element; the end is exclusive."""
        start, end = (tuple(map(int, place.split(":"))) for place in element.attrib[_PLACE].split("-"))
        return self._starts[start[0] - 1] + start[1] - 1, self._starts[end[0] - 1] + end[1]

    def span(self, start: int, end: int) -> Span:
        """The place in the file of a part of the text, cut at the end of its first line."""
        row = bisect_right(self._starts, start) - 1
        last = min(end, self._starts[row + 1] - 1)
        return Span(self._first_line + row, start - self._starts[row] + 1, max(1, last - start))
