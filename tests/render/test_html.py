"""How the pages are made: every page of the toy's site, and a few with awkward content, read as a browser and a screen reader would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.model.declaration import Privacy
from generator.model.standing import Standing
from generator.render.theme import THEME, assets_of
from generator.rules.site import link_broken
from tests.model.builders import penalty
from tests.render.column import Column, NativePage, admitted, looked, render, render_native
from tests.render.conftest import ADDRESS

TEMPLATES = sorted((THEME / "templates").rglob("*.html"))


def pages(column: Column) -> Iterator[tuple[str, BeautifulSoup]]:
    """Every page of a site, parsed."""
    for path in sorted(column.files):
        if path.endswith(".html"):
            yield path, column.page(path)


@pytest.fixture(params=["site", "addressed"])
def column(request: pytest.FixtureRequest) -> Column:
    """The toy's site without and with an address."""
    return request.getfixturevalue(request.param)


def test_every_page_has_one_title_and_headings_in_order(column: Column) -> None:
    for path, page in pages(column):
        assert page.html["lang"] == "zh-CN", path
        assert len(page("h1")) == 1, path
        assert page.title.text.strip(), path
        levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"^h[1-6]$"))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert all(tag.get_text(strip=True) for tag in page.find_all(re.compile(r"^h[1-6]$"))), path


def test_titles_tell_pages_apart(column: Column) -> None:
    titles: dict[str, list[str]] = {}
    for path, page in pages(column):
        titles.setdefault(page.title.text, []).append(path)
    # A list and its edition in force are one text at two addresses, and a kind's page names no year.
    assert all(len({path.split("/")[0] for path in paths}) == 1 for paths in titles.values())


def test_tables_have_captions_scopes_and_labels(column: Column) -> None:
    seen = 0
    for path, page in pages(column):
        for table in page.select("table.cards"):
            seen += 1
            assert table.caption.get_text(strip=True), path
            heads = [th.get_text(strip=True) for th in table.select("thead th[scope=col]")]
            assert all(heads), path
            for row in table.select("tbody tr"):
                cells = row.find_all(["th", "td"], recursive=False)
                assert len(cells) == len(heads), path
                assert cells[0].name == "th", path
                assert cells[0]["scope"] == "row", path
                assert [cell["data-label"] for cell in cells[1:]] == heads[1:], path
    assert seen > 10


def test_lists_and_definitions_are_well_formed(column: Column) -> None:
    for path, page in pages(column):
        for dl in page("dl"):
            assert [[tag.name for tag in row.find_all(recursive=False)] for row in dl.find_all("div", recursive=False)] == [
                ["dt", "dd"]
            ] * len(dl.find_all("div", recursive=False)), path
            assert all(dd.get_text(strip=True) for dd in dl("dd")), path
        for tag in page(["ul", "ol"]):
            assert tag.get("id", "").endswith("results") or tag.find_all("li", recursive=False), path


def test_ids_are_unique_and_labels_lead_to_them(column: Column) -> None:
    for path, page in pages(column):
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), path
        for tag in page.find_all(attrs={"aria-labelledby": True}):
            assert set(tag["aria-labelledby"].split()) <= set(ids), path
        assert "main" in ids, path


def test_every_link_leads_to_a_planned_file(column: Column) -> None:
    facts = looked(column)
    missing = {path for path in column.plan.paths if path.startswith("pages/")}
    whole = replace(facts, files=facts.files | missing)
    assert [problem.message for problem in link_broken.check(whole)] == []


def test_nothing_is_fetched_from_elsewhere_and_nothing_runs(column: Column) -> None:
    for path, page in pages(column):
        assert not page.find_all(["style", "iframe", "object", "embed", "base"]), path
        for tag in page.find_all(True):
            assert not [name for name in tag.attrs if name == "style" or name.startswith("on")], path
            assert not {"srcset", "poster"} & set(tag.attrs), path
            assert tag.name == "script" or "src" not in tag.attrs, path
        for script in page("script"):
            assert not script.text, path
            assert re.fullmatch(rf"({ADDRESS}|(\.\./)*)assets/[\w./-]+\.js", script["src"]), path
        for form in page("form"):
            assert form["method"] == "get", path
            assert form["action"].removeprefix(ADDRESS).endswith("index.html"), path
        sheets = [link["href"] for link in page.find_all("link", rel="stylesheet")]
        assert len(sheets) == 1, path
        if path != "404.html":
            assert not sheets[0].startswith(("http", "/")), path


def test_days_are_told_to_machines_too(column: Column) -> None:
    seen = 0
    for path, page in pages(column):
        for tag in page("time"):
            day = date.fromisoformat(tag["datetime"])
            assert tag.text == f"{day.year}年{day.month}月{day.day}日", path
            seen += 1
    assert seen > 50


def test_numbers_codes_and_amounts_do_not_break(site: Column) -> None:
    page = site.page("penalties/2020-001/index.html")
    kept = {tag.get_text() for tag in page.select(".nw")}
    assert {"示市统罚决字〔2020〕1号"} <= kept
    assert any(text.endswith(" 元") for text in kept)


def test_text_is_escaped_wherever_it_stands(tmp_path: Path) -> None:
    evil = '<script>alert("x")</script>&\'"'
    decision = penalty(
        "2020-001", 当事人={"名称": evil, "类别": "个体工商户", "地址": evil}, 违法事实=evil, 处罚内容=evil,
        过程=[{"环节": "立案", "日期": "2020-01-01"}], 附件=[{"文件": 'a"b<.txt', "说明": evil}],
        渠道=[{"名称": evil, "网址": "https://a.example/?x=1&y=2"}],
    )
    column = render(admitted(decision), tmp_path)
    for path in ("penalties/2020-001/index.html", "penalties/index.html", "index.html"):
        page = column.page(path)
        assert not [script for script in page("script") if script.text or "site-" not in script["src"]], path
    page = column.page("penalties/2020-001/index.html")
    assert page.get_text().count('alert("x")') == 7
    assert page.find("a", href="https://a.example/?x=1&y=2")


def test_long_names_rare_characters_and_large_fines_stand(tmp_path: Path) -> None:
    name = "示例䶮𠮷㙟" + "很长的名称" * 30 + "有限公司"
    decision = penalty("2020-001", 当事人={"名称": name, "类别": "个体工商户"}, 罚款金额="123456789012.50")
    text = render(admitted(decision), tmp_path).page("penalties/2020-001/index.html").get_text()
    assert name in text
    assert "123,456,789,012.50 元" in text


def test_native_page_reads_like_the_others(site: Column) -> None:
    html = render_native(site, NativePage("关于", "<h2 id=\"s1\">一</h2>", "pages/about/index.html"))
    page = BeautifulSoup(html, "lxml")
    assert [tag.name for tag in page.find_all(re.compile(r"^h[1-6]$"))] == ["h1", "h2"]
    assert page.title.text == "关于 - 行政执法公示专栏"


def test_the_style_sheet_is_small_and_fetches_nothing() -> None:
    (css,) = (asset.data.decode() for asset in assets_of(THEME) if asset.name == "style.css")
    assert len(css.encode()) <= 22 * 1024
    assert not re.search(r"@import|url\(|@font-face|var\(", css)
    assert "prefers-color-scheme:dark" in css
    assert "@page{size:A4;margin:37mm 26mm 35mm 28mm;" in css


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_decide_nothing_about_standing_or_privacy(template: Path) -> None:
    source = template.read_text("utf-8")
    words = {*Standing, *Privacy, *(standing.label for standing in Standing)}
    for condition in re.findall(r"{%-?\s*(?:if|elif|for)\b(.*?)%}", source):
        assert not [word for word in words if word in condition], condition
    assert "now()" not in source


def test_pages_stay_small(column: Column) -> None:
    for path, data in column.files.items():
        limit = 150 if path.startswith("penalties/20") and path.count("/") > 1 else 60
        assert len(data) <= limit * 1024, path
