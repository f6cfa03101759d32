"""What a finished page links to, and which places of it can be linked to.

Whether a link leads anywhere is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxml import etree

from generator.model.site import PageFacts
from generator.reading.known_lines import GAP, Parts, Run, new_lines, parts_of
from generator.reading.searchable import cut

_LINKS = frozenset(("href", "src", "action", "poster", "data"))
#: Without one of these a tag tells nothing, and need not be read.
_TELLING = re.compile(rf"(?:id|{'|'.join(sorted(_LINKS))})\s*=", re.IGNORECASE)
_PARSER = etree.HTMLParser(encoding="utf-8")
_NOTHING = PageFacts((), frozenset())

#: What the tags of the known lines say, by the numbers of these.
_of_lines: list[PageFacts | None] = []


def read_page(data: bytes) -> PageFacts:
    """The addresses that one HTML page uses, each once, and the anchors that it offers."""
    parts = parts_of(data)
    facts = _of_parts(parts) if parts is not None else None
    return _parsed(data) if facts is None else facts


def _of_parts(parts: Parts) -> PageFacts | None:
    """What the tags of a page say; None if its text could hold what only looks like a tag (comments, scripts, stray signs).

    Pages share nearly all of their tags: to read each tag once takes a third of the time of reading each page.
    """
    _texts, tags, is_plain = cut(parts.rest)
    if not is_plain:
        return None
    for line in new_lines(len(_of_lines)):
        _of_lines.append(_merged(map(_of_tag, cut(line).tags)))
    runs = iter(parts.runs)
    return _merged([_of_run(next(runs)) if tag == GAP else _of_tag(tag) for tag in tags])


@lru_cache(maxsize=8192)
def _of_run(run: Run) -> PageFacts | None:
    """What known lines say that follow each other: pages begin and end with the same ones."""
    return _merged([_of_lines[number] for number in run])


def _merged(found: Iterable[PageFacts | None]) -> PageFacts | None:
    links: list[str] = []
    anchors: list[str] = []
    for facts in [one for one in found if one is not _NOTHING]:
        if facts is None:
            return None
        links += facts.links
        anchors += facts.anchors
    return PageFacts(tuple(dict.fromkeys(links)), frozenset(anchors)) if links or anchors else _NOTHING


@lru_cache(maxsize=8192)
def _of_tag(tag: str) -> PageFacts | None:
    """What one tag says; None of a tag that may end in the middle of a value."""
    if tag.count('"') % 2:
        return None
    return _parsed(f"<{tag}>".encode()) if _TELLING.search(tag) else _NOTHING


def _parsed(data: bytes) -> PageFacts:
    document = etree.fromstring(data, _PARSER)
    if document is None:  # nothing in it, or only comments
        return _NOTHING
    links: list[str] = []
    anchors: list[str] = []
    for element in document.iter(etree.Element):
        for name, value in element.items():
            if name == "id":
                anchors.append(value)
            elif name in _LINKS:
                links.append(value)
    return PageFacts(tuple(links), frozenset(anchors)) if links or anchors else _NOTHING
