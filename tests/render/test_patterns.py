"""What is found in a page does not depend on which of its lines are known: each is looked at once, and nothing is lost or made up."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from generator.reading import known_lines
from generator.reading.known_lines import GAP, new_lines, parts_of
from generator.reading.searchable import texts_of
from generator.render.page_facts import read_page
from generator.render.patterns import Patterns

WRITINGS = ("示例", "示例甲", "甲5", "500", "5000", "penalties/2020-1", "甲>乙", "!--")
FRAGMENTS = (
    "<p>", "</p>", "<li>", "<b>", "</b>", "<a href='甲5'>", '<a href="示例甲#b" id="示例">', '<i title="', '">', "<!-- ", " -->",
    "<br", "/>",
    "<script>", "<script src='a'></script>", "</script>", "<", ">", "<>", "示例", "甲", "乙", "5", "00", ",5", " ", "\u3000", "\u200b",
    "&#31034;", "&#310", "34;", "&lt", "\\u793a", "\\ud83d", "%E7%A4", "%BA", "penalties/", "2020-1", "\r", "assets/500.js",
)  # fmt: skip
LINES = st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join)
BLOCKS = LINES.map("<p>{}</p>".format)
PAGES = st.lists(st.one_of(LINES, BLOCKS), min_size=1, max_size=8)
ASSETS = ("assets/500.js",)


def page_of(lines: list[str], more: str = "") -> bytes:
    """A page of these lines."""
    return "\n".join(("<!DOCTYPE html>", *lines, more)).encode()


def make_known(lines: list[str]) -> None:
    """Show some lines in so many pages that they are known, those that may be, even if counting starts anew in between."""
    for number in range(2 * known_lines._OFTEN):
        parts_of(page_of(lines, f"<p>{number}"))


@given(PAGES, PAGES)
@example(["<p>示例</p>", "甲", "<p>x</p>", "5<b>00</b>"], [])
@example(["示<br", "<p>x</p>", "例>甲"], [])
@example(["<b", "<p>x</p>", "示\u200b例>"], [])
@example(["<!-- <p>", "<p id='示例'>x</p>", "-->"], [])
def test_known_lines_change_nothing(lines: list[str], others: list[str]) -> None:
    data = page_of(lines + others)
    patterns = Patterns(map(str.encode, WRITINGS), ASSETS)
    facts = read_page(data)
    make_known(lines)
    bare = data.replace(ASSETS[0].encode(), b"")
    expected = patterns._in(bare, texts_of("甲/index.html", bare))
    parts_of.cache_clear()
    assert patterns.in_file("甲/index.html", data) == expected
    assert read_page(data) == facts


def test_lines_that_pages_share_are_taken_out() -> None:
    shared = ["<ul>", '<li><a href="a/index.html">示例甲</a></li>', "</ul>"]
    make_known(shared)
    parts = parts_of("\n".join(("<p>甲", *shared, "乙</p>", *shared[1:])).encode())
    assert parts is not None
    assert parts.rest == f"<p>甲\n<{GAP}>\n乙</p>\n<{GAP}>"
    known = new_lines(0)
    assert [[known[number] for number in run] for run in parts.runs] == [shared, shared[1:]]


def test_what_is_no_page_in_utf_8_is_left_whole() -> None:
    make_known(["<p>x</p>"])
    for data in (b"{}\n<p>x</p>", b"<p>x</p>\n\xff", b"<p>\0</p>\n<p>x</p>", "<p>x</p>\n甲".encode("gb18030"), b""):
        assert parts_of(data) is None


def test_the_memory_is_bounded() -> None:
    for number in range(0, 20_000, 100):
        parts_of(page_of([f"<p>bounded {line}</p>" for line in range(number, number + 100)]))
    assert len(known_lines._met) < 6000
    assert not any("bounded" in line for line in new_lines(0))
