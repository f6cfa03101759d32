"""The facts of a page are those that a parser of the whole page finds, however the page is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.site import PageFacts
from generator.reading.known_lines import parts_of
from generator.render import page_facts
from generator.render.page_facts import read_page

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "site"

#: In each of these something looks like a tag and is none, or a tag is not what it looks like.
ODD = {
    "comment": '<!-- <a href="no.html"> --><a href="yes.html">x</a>',
    "conditional comment": '<!--[if IE]><a href="no.html"></a><![endif]--><p id="p">x</p>',
    "script": '<script>var a = "<a href=\'no.html\'>";</script><p id="p">x</p>',
    "script with a sign": '<script>if (a<b && c>d) { e = "<i id=no>" }</script><p id="p">x</p>',
    "sign in a value": '<a title="a > b" href="yes.html">x</a>',
    "open value": '<a title="x>y</a><a href="z.html" id="i">',
    "stray signs": '1 < 2 and 3 > 2 <p id="p">x</p>',
    "no quotes": "<p id=p><a href=yes.html>x</a>",
    "single quotes": "<p id='p'><img src='a.png'></p>",
    "capitals": '<P ID="p"><A HREF="yes.html">x</A></P>',
    "over two lines": '<a\n  href="yes.html"\n  id="p">x</a>',
    "twice": '<a href="a.html">x</a><a href="a.html">y</a>',
    "references": '<a href="a.html?x=1&amp;y=2" id="&#x4e00;">x</a>',
    "cells and forms": '<table><tr id="r"><td id="c"></td></tr></table><form action="f"><video poster="v"></video></form>',
    "empty script": '<script src="s.js"></script><object data="d"></object>',
    "nothing": "",
    "only words": "x",
    "only a comment": "<!-- x -->",
}


def whole(data: bytes) -> PageFacts:
    """What a parser of the whole page finds, each link once."""
    facts = page_facts._parsed(data)
    return PageFacts(tuple(dict.fromkeys(facts.links)), facts.anchors)


@pytest.mark.parametrize("name", ODD)
def test_odd_pages(name: str) -> None:
    data = ODD[name].encode()
    assert read_page(data) == whole(data)
    assert "no" not in " ".join((*read_page(data).links, *read_page(data).anchors))


def test_not_utf8() -> None:
    data = b'<p id="p">\xff</p><a href="a.html">x</a>'
    assert read_page(data) == whole(data) == PageFacts(("a.html",), frozenset({"p"}))


def test_pages_of_the_site() -> None:
    pages = [file.read_bytes() for file in sorted(GOLDEN.rglob("*.html"))]
    assert len(pages) > 50
    assert [read_page(data) for data in pages] == [whole(data) for data in pages]
    parts = [parts_of(data) for data in pages]
    assert all(part is not None and page_facts._of_parts(part) is not None for part in parts), "none needs the slow way"
    assert any(part is not None and part.runs for part in parts), "they share lines"
