"""Markdown of records: the documented dialect comes out right, and nothing else comes out."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from generator.reading.front_matter import split
from generator.render.markup import _clean_body, render_body, sanitise
from tests import toy


def nowhere(_href: str) -> None:
    """Resolves nothing."""


def body(text: str) -> str:
    """The HTML of a text whose links lead nowhere."""
    return str(render_body(text, nowhere))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**当事人：**河津市", "<p><strong>当事人：</strong>河津市</p>\n"),
        ("依据**《统计法》**第七条", "<p>依据<strong>《统计法》</strong>第七条</p>\n"),
        ("罚款**（大写：伍仟元）**。", "<p>罚款<strong>（大写：伍仟元）</strong>。</p>\n"),
        ("*“一般”*情节", "<p><em>“一般”</em>情节</p>\n"),
        ("第一行\n第二行", "<p>第一行第二行</p>\n"),
        ("word\nword", "<p>word\nword</p>\n"),
        ("```\n一\n二\n```", "<pre><code>一\n二\n</code></pre>\n"),
        ("# 一\n\n## 二\n\n###### 六", '<h2 id="s1">一</h2>\n<h3 id="s2">二</h3>\n<h6 id="s3">六</h6>\n'),
        ("3. 三\n4. 四", '<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>\n'),
        ("646×5%<br", "<p>646×5%&lt;br</p>\n"),
    ],
)
def test_dialect(text: str, html: str) -> None:
    assert body(text) == html


def test_table_scrolls_and_says_what_its_heads_head() -> None:
    soup = BeautifulSoup(body("| 指标 | 上报数 |\n| --- | --: |\n| 应收账款 | 646 |"), "lxml")
    table = soup.select_one("div.scroll[tabindex='0'][role=group] > table")
    assert table is not None
    assert [(th.text, th["scope"], th.get("class")) for th in table("th")] == [
        ("指标", "col", None), ("上报数", "col", ["right"])
    ]
    assert table("td")[1]["class"] == ["right"]
    assert not table.find_all(align=True)


def test_number_and_signature_are_set_apart() -> None:
    html = body("# 决定书\n\n示统罚决字〔2020〕1号\n\n正文。\n\n示例县统计局（印章）\n\n2020年6月1日")
    soup = BeautifulSoup(html, "lxml")
    assert [p.text for p in soup.select("p.number")] == ["示统罚决字〔2020〕1号"]
    assert [p.text for p in soup.select("p.signature")] == ["示例县统计局（印章）", "2020年6月1日"]
    assert [p.text for p in soup.select("p:not([class])")] == ["正文。"]


@pytest.mark.parametrize("end", ["本决定自2020年6月1日起生效。", "一、警告；\n\n2020年6月1日前缴纳", "示统罚决字〔2020〕1号"])
def test_what_is_no_signature_stays_text(end: str) -> None:
    assert "signature" not in body(f"# 决定书\n\n{end}")


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>", "<b onclick=alert(1)>x</b>", "<img src=x onerror=alert(1)>", "<!-- 注释 -->",
        "<div>\n块\n</div>", "<a href=javascript:alert(1)>x</a>", "<style>p{}</style>", "<svg/onload=alert(1)>", "<?php x ?>",
    ],
)
def test_raw_html_never_passes(raw: str) -> None:
    for text in (raw, f"前{raw}后", f"- {raw}", f"| a |\n| - |\n| {raw} |"):
        soup = BeautifulSoup(body(text), "lxml")
        assert not soup.find_all(["script", "b", "img", "style", "svg", "iframe"])
        assert not [tag for tag in soup.find_all() if set(tag.attrs) - {"class", "id", "scope", "tabindex", "role", "aria-label"}]
        assert "<!--" not in body(text)


@pytest.mark.parametrize(
    "href",
    [
        "//evil.example/x", "data:text/html,x", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "/etc/passwd", "\\\\evil.example",
        "file:///c:/x", "ftp://x.example", "vbscript:x", "java&#10;script:alert(1)", "penalties/nobody", "../up", "",
    ],
)
def test_unsafe_and_dead_links_lose_their_address(href: str) -> None:
    for html in (body(f"[看]({href})"), body(f"[看](<{href}>)")):
        assert "看" in html
        assert "href" not in html


@pytest.mark.parametrize(
    "href", ["https://www.stats.gov.cn/?a=1&b=2", "http://a.example/", "mailto:tjj@shili.example", "#s1"]
)
def test_harmless_links_stay(href: str) -> None:
    link = BeautifulSoup(body(f"[看]({href})"), "lxml").a
    assert link is not None
    assert link["href"] == href
    assert set(link.attrs) == {"href"}


def test_the_id_of_a_record_becomes_the_way_to_it() -> None:
    html = render_body("[新决定](penalties/shili-2020-001)", {"penalties/shili-2020-001": "../x/index.html"}.get)
    assert html == '<p><a href="../x/index.html">新决定</a></p>\n'


def test_what_a_resolver_gives_is_escaped() -> None:
    assert render_body("[x](a)", lambda _: 'b"><script>') == '<p><a href="b&quot;&gt;&lt;script&gt;">x</a></p>\n'


def test_pages_are_sanitised_and_keep_their_levels() -> None:
    html = sanitise('<h2 id="x" onclick="y">题</h2><script>x</script><p style="a">文<a href="../b/" target="t">看</a></p>')
    assert html == '<h2 id="s1">题</h2><p>文<a href="../b/">看</a></p>'
    assert 'href' not in sanitise('<a href="javascript:x">看</a><a href="//x">看</a>')


#: The documented dialect, piece by piece: both engines must read it alike (docs/decisions/0004).
DIALECT = [
    "# 一级标题", "## 二级标题", "**加粗：**后文", "文中**“加粗”**的字", "*强调*一处", "- 甲\n- 乙", "1. 甲；\n2. 乙。",
    "> 引文", "`代码`", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "[看](https://a.example/)", "---", "示例县统计局\n2020年6月1日",
    "646 < 5087 & 1", "“引号”——破折号……", "1. 甲\n\n    续段\n\n2. 乙", "5*3=15，2*2=4",
]


@given(st.lists(st.sampled_from(DIALECT), min_size=1, max_size=6))
def test_both_engines_agree_on_the_dialect(pieces: list[str]) -> None:
    text = "\n\n".join(_apart(pieces))
    ours = _shape(body(text))
    theirs = _shape(str(sanitise(markdown(text, extensions=["tables", "sane_lists"]), nowhere)))
    assert ours == [(f"h{int(name[1]) + 1}" if name[0] == "h" and name[1:].isdigit() else name, words) for name, words in theirs]


def _apart(pieces: list[str]) -> list[str]:
    """Two lists or quotations in a row are one to one engine and two to the other; authors put words between."""
    following = [*pieces[1:], ""]
    return [
        piece if number % 2 and not (piece.startswith(">") and after.startswith(">")) else f"{piece}\n\n一段文字。"
        for number, (piece, after) in enumerate(zip(pieces, following, strict=True))
    ] + ["末段。"]


def _shape(html: str) -> list[tuple[str, str]]:
    """Every element but paragraphs inside items, with its words, in order."""
    soup = BeautifulSoup(html, "lxml")
    tags = [tag for tag in soup.body.find_all() if tag.name != "div" and not (tag.name == "p" and tag.find_parent(["li", "blockquote"]))]
    return [(tag.name, "".join(tag.get_text().split())) for tag in tags]


@given(st.text(alphabet=st.sampled_from(list("<>/\"'&;:#![]()`*_|-\n aonclickscript:甲。")), max_size=80))
def test_nothing_but_the_dialect_comes_out(text: str) -> None:
    allowed = {"p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "div", "del"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td", *(f"h{n}" for n in range(2, 7))}
    for tag in BeautifulSoup(body(text), "html.parser").find_all():
        assert tag.name in allowed
        assert set(tag.attrs) <= {"href", "class", "id", "scope", "start", "tabindex", "role", "aria-label"}


def test_a_plain_decision_needs_no_cleaner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.markup._CLEANER", None)
    assert body("# 决定书\n\n**当事人：**示例 & 甲\n\n| 甲 |\n| --- |\n| 1 < 2 |\n\n1. 警告；\n2. 罚款。").startswith('<h2 id="s1">决定书')


#: What texts that are not the dialect are made of.
SHARDS = [*"<>/\"'&;:#![]()`*_|-.~=\\ \n\t\ra1甲。\0\xa0\ufeff", "\n\n", "\n- ", "\n1. ", "\n> ", "|a|\n|-|\n|"]


@given(st.lists(st.sampled_from(DIALECT + SHARDS), max_size=40))
def test_what_passes_without_the_cleaner_is_what_the_cleaner_leaves(pieces: list[str]) -> None:
    text = "".join(pieces)
    passed = body(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.render.markup._CLEAN", re.compile("(?!)"))
        _clean_body.cache_clear()
        assert passed == body(text)
        _clean_body.cache_clear()


def test_every_word_of_the_decisions_comes_out() -> None:
    files = sorted((toy.CONTENT / "penalties").rglob("*.md"))
    assert files
    for file in files:
        front, faults = split(file.read_text("utf-8"))
        assert front is not None
        assert not faults
        written = re.sub(r"^(#+|\d+\.|-) |\*\*|\[|\]\([^)]*\)", "", front.body, flags=re.MULTILINE)
        printed = BeautifulSoup(body(front.body), "lxml").get_text()
        assert "".join(printed.split()) == "".join(written.split())
