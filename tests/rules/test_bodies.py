"""The rules see exactly the HTML and the links that the renderer sees, and point at them."""

from __future__ import annotations

import re

import comrak
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from generator.finding import Span
from generator.model.draft import Draft
from generator.render.markup import render_body
from generator.rules.bodies import Body, BodyLink, body_of

FIRST_LINE = 5
OMITTED = "<!-- raw HTML omitted -->"
PIECES = [
    "甲", "a", " ", "\n", "\n\n", "    ", "- ", "> ", "1. ", "# ", "| ", " |\n| --- |\n", "`", "```\n", "**", "\\", "&", "&amp;",
    "&#60;", "<", ">", "<b>", "</b>", "<!-- x -->", "<div>", "<br/>", "<?x?>", "<!X>", "<a href='x'>", "[甲](x)", "[a](<b c>)",
    "[r]", "\n\n[r]: y\n\n", "![i](z)", "<https://a.b>", "[甲](javascript:x)", "\t", "：", "<script>\n", "\u3000", "\n***\n", "\x0c",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def facts(text: str) -> Body:
    return body_of(Draft("x", None, None, (), text, FIRST_LINE))


def at(text: str, span: Span) -> str:
    """The part of the text that a span marks."""
    line = text.split("\n")[span.line - FIRST_LINE]
    return line[span.column - 1 : span.column - 1 + span.length]


def rendered(text: str, *, unsafe: bool) -> str:
    extensions, render = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.cjk_friendly_emphasis = True
    render.unsafe_ = unsafe
    return comrak.render_markdown(text, extensions, comrak.ParseOptions(), render)


@given(texts)
@example("<" + "\n> " * 3 + "<b>")
@example("> " * 600 + "<b> [a](b)")
def test_all_raw_html_is_found_and_pointed_at(text: str) -> None:
    found = facts(text).html
    omitted = rendered(text, unsafe=False).count(OMITTED)
    assert len(found) == omitted
    assert [span for span in found if not at(text, span).startswith("<")] == []
    assert len(set(found)) == len(found)


@given(texts)
def test_a_text_without_findings_is_rendered_whole(text: str) -> None:
    body = facts(text)
    if not body.html and not any(link.scheme for link in body.links):
        assert rendered(text, unsafe=True) == rendered(text, unsafe=False)


@given(texts)
def test_the_links_are_those_of_the_page(text: str) -> None:
    """The page keeps the harmless ones; ``render/markup.py`` must read the same dialect."""
    page = BeautifulSoup(render_body(text, lambda href: href), "html.parser")
    kept = [link.address for link in facts(text).links if not link.image and link.scheme in ("", "https") and link.address]
    assert [link["href"] for link in page.find_all("a", href=True)] == kept


@given(texts)
def test_links_are_pointed_at(text: str) -> None:
    """In a row that is not indented as its table's head is, the renderer counts from the head's indentation."""
    for link in facts(text).links:
        near = Span(link.span.line, max(1, link.span.column - 3), 7)
        assert set(at(text, near)) & set("[!<")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("a&nbsp;b", ["&nbsp;"]),
        ("&#x4e00;&#19968;", ["&#x4e00;", "&#19968;"]),
        ("A&B; R&D &unknown; &", []),
        ("`&nbsp;` \\&nbsp;\n\n    &nbsp;\n", []),
        ("```\n&nbsp;\n```\n", []),
    ],
)
def test_character_references(text: str, entities: list[str]) -> None:
    assert [at(text, span) for span in facts(text).entities] == entities


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://a.b", "https"),
        ("JavaScript:x", "javascript"),
        (" java\tscript:x", "javascript"),
        ("java%0ascript:x", "javascript"),
        ("\x01javascript:x", "javascript"),
        ("//a.b", "//"),
        ("\\\\a.b", "//"),
        ("/\\a.b", "//"),
        ("penalties/2020-001", ""),
        ("#s1:x", ""),
        ("附件：x", ""),
    ],
)
def test_scheme_as_a_browser_reads_it(address: str, scheme: str) -> None:
    assert BodyLink(address, Span(1, 1), image=False).scheme == scheme


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("> " * 100_000 + "<b>", (1, 0, 0)),
        ("- " * 100_000 + "<b>", (1, 0, 0)),
        ("[" * 100_000 + "](x)", (0, 1, 0)),
        ("甲<b>" * 50_000, (50_000, 0, 0)),
        ("`a`&nbsp;" * 20_000, (0, 0, 20_000)),
        ("[甲](b)" * 50_000, (0, 50_000, 0)),
    ],
    ids=["quotations", "lists", "brackets", "tags", "code", "links"],
)
@pytest.mark.timeout(30)
def test_no_text_takes_the_square_of_its_length(text: str, counts: tuple[int, int, int]) -> None:
    """Thirty seconds are fifty times what it takes, and a tenth of what the square would."""
    body = facts(text)
    assert (len(body.html), len(body.links), len(body.entities)) == counts


def test_a_plain_text_is_not_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand decisions hold neither links nor HTML: looking must cost nothing."""
    monkeypatch.delattr(comrak, "render_markdown")
    assert facts(re.sub("[<&]", "", "# 决定书\n\n**当事人：**示例公司，罚款5000元。\n")) == Body()
