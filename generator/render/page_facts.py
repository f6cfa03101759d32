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
    tags = _plain_tags(data)
    found = [_parsed(data)] if tags is None else [facts for tag in tags if (facts := _parsed_tag(tag)) is not _NOTHING]
    links = dict.fromkeys(chain.from_iterable(facts.links for facts in found))
    return PageFacts(tuple(links), frozenset().union(*(facts.anchors for facts in found)))


def _plain_tags(data: bytes) -> dict[str, None] | None:
    """The tags of a page, each once; None if its text could hold what only looks like one (comments, scripts, stray signs).

    Pages share nearly all of their tags: to read each tag once takes a third of the time of reading each page.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    _texts, tags = cut(text)
    is_plain = text.count("<") == text.count(">") == len(tags) and "<!--" not in text
    if not is_plain or text.count("<script") != text.count("></script>"):
        return None
    distinct = dict.fromkeys(tag for tag in tags if "=" in tag)
    return None if any(tag.count('"') % 2 for tag in distinct) else distinct


@lru_cache(maxsize=65536)
def _parsed_tag(tag: str) -> PageFacts:
    return _parsed(tag.encode())


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
