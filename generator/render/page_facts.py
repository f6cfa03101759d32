"""What a finished page links to, and which places of it can be linked to.

Whether a link leads anywhere is for the rules.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from lxml import etree, html

from generator.model.site import PageFacts
from generator.reading.searchable import cut

_FACTS = etree.XPath("//@id | //@href | //@src | //@action | //@poster | //@data")
_PARSER = html.HTMLParser(encoding="utf-8")
_NOTHING = PageFacts((), frozenset())


def read_page(data: bytes) -> PageFacts:
    """The addresses that one HTML page uses, each once, and the anchors that it offers."""
    found = [_of_tag(tag) for tag in _plain_tags(data)] or [None]
    facts = [_parsed(data)] if None in found else [one for one in found if one is not None and one is not _NOTHING]
    links = dict.fromkeys(chain.from_iterable(one.links for one in facts))
    return PageFacts(tuple(links), frozenset().union(*(one.anchors for one in facts)))


def _plain_tags(data: bytes) -> list[str]:
    """The tags of a page, each once; none if its text could hold what only looks like one (comments, scripts, stray signs).

    Pages share nearly all of their tags: to read each tag once takes a third of the time of reading each page.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return []
    _texts, tags = cut(text)
    is_plain = text.count("<") == text.count(">") == len(tags) and "<!--" not in text
    is_plain = is_plain and text.count("<script") == text.count("></script>")
    return list(dict.fromkeys(tags)) if is_plain else []


@lru_cache(maxsize=65536)
def _of_tag(tag: str) -> PageFacts | None:
    """What one tag says; None of a tag that may end in the middle of a value."""
    if tag.count('"') % 2:
        return None
    return _parsed(tag.encode()) if "=" in tag else _NOTHING


def _parsed(data: bytes) -> PageFacts:
    links: list[str] = []
    anchors: list[str] = []
    try:
        document = html.document_fromstring(data, parser=_PARSER)
    except etree.ParserError:  # nothing in it, or only comments
        return _NOTHING
    for value in _FACTS(document):
        (anchors if value.attrname == "id" else links).append(str(value))
    return PageFacts(tuple(links), frozenset(anchors)) if links or anchors else _NOTHING
