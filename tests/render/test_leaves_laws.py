"""A code of hundreds of articles and the index of what is cited come in several pages too, and so does the check of certificates."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.render.site import ARTICLES_ON_A_PAGE
from tests.render.column import Column, admitted, links, looked, render
from tests.render.scripts import evaluate
from tests.render.test_leaves import HEAVY, leaves
from tests.render.things import body, codes, decision, law, officer, powers, roster

COUNT, PEOPLE = 420, 450
CODE = "laws/statistics-law/2026/"


def cites(number: int) -> dict[str, str]:
    """A citation of an article of the code."""
    return {"法律": "laws/statistics-law", "版本": "2026", "条": str(number)}


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A code of 420 articles, each cited, each numbered anew, every sixth with a penalty; 450 people with a certificate."""
    numbers = range(1, COUNT + 1)
    articles = [{"条": str(n), "主题": "统计调查对象如实、及时提供统计资料的义务", "款数": "3", "项数": "5"} for n in numbers]
    moved = [{"旧条": str(n), "新条": str(n)} for n in numbers]
    fines = [{"条": str(n), "主体": "企业事业单位或者其他组织", "罚款上限": "50000", "违法行为": ["S44-2"]} for n in numbers if n % 6 == 0]
    code = law("2026", 条文=articles, 条文对应=moved, 罚则=fines, 施行日期="2026-01-01", 通过日期="2026-01-01")
    cases = [decision(at, 2026, 违反条款=[cites(n) for n in range(at, COUNT + 1, 42)]) for at in range(1, 43)]
    people = roster(1, "2019-01-01", *(officer(f"p{n}", f"示例{n}", f"SL-{n:04d}") for n in range(1, PEOPLE + 1)))
    made = admitted(body(), law(失效日期="2025-12-31"), code, codes("S44-2"), powers(), people, *cases)
    return render(made, tmp_path_factory.mktemp("laws"))


@pytest.mark.parametrize(
    ("address", "row", "count"),
    [
        (CODE, "#a{n}", COUNT), ("laws/statistics-law/", "#a{n}", COUNT),
        (CODE, "section[aria-labelledby=renumbered] tbody tr", COUNT), (CODE, "section[aria-labelledby=ranges] tbody tr", COUNT // 6),
        ("topics/articles/", "main tbody tr", COUNT + 1), ("officers/", "tbody tr", PEOPLE),
    ],
)
def test_every_row_stands_on_one_page_and_every_page_is_light(address: str, row: str, count: int, column: Column) -> None:
    found = leaves(column, address)
    assert len(found) > 1
    row = row.replace("#a{n}", "section[aria-labelledby=articles] tbody tr")
    rows = Counter(item.th.text + item.text for path in found for item in column.page(path).select(row))
    assert (len(rows), sum(rows.values())) == (count, count)
    for number, path in enumerate(found, 1):
        assert len(column.files[path]) <= HEAVY, (path, len(column.files[path]))
        pages = column.page(path).select("nav[aria-label=翻页] a")
        assert len(pages) == len(found)
        assert [at for at, link in enumerate(pages, 1) if link.get("aria-current")] == [number]
        assert (f"（第 {number} 页）" in column.page(path).title.text) == (number > 1)


def test_an_article_is_reached_on_its_page(column: Column) -> None:
    for number in (1, ARTICLES_ON_A_PAGE, ARTICLES_ON_A_PAGE + 1, COUNT):
        page = f"{CODE}{'' if number <= ARTICLES_ON_A_PAGE else f'page-{-(-number // ARTICLES_ON_A_PAGE)}/'}index.html"
        assert column.page(page).find(id=f"a{number}")
        found = links(column, f"penalties/shili-2026-{(number - 1) % 42 + 1:03d}/index.html", "main a")
        assert f"../../{page}#a{number}" in found


def test_further_pages_of_a_law_tell_nothing_but_their_rows(column: Column) -> None:
    page = column.page(f"{CODE}page-2/index.html")
    assert [heading.text for heading in page.select("main h2")] == ["条文", "新旧条文对应", "罚则"]
    assert not page.select(".summary")


def test_the_pages_of_the_check_name_the_numbers_on_them(column: Column) -> None:
    ways = column.page("officers/index.html").select("nav[aria-label=翻页] a")
    assert [way.text for way in ways] == ["SL-0001 至 SL-0200", "SL-0201 至 SL-0400", "SL-0401 至 SL-0450"]
    assert ways[2]["data-holds"].split("|")[0] == "SL-0401"
    for path in leaves(column, "officers/"):
        assert column.page(path).select_one("#lookup") and column.page(path).select_one("#unlisted")
    assert looked(column).traces == ()


#: The first page of a check whose second holds two numbers more.
_PAGE = """
var said = [], box = {value: ''}, form = {};
function cell(text) { return {textContent: text}; }
var rows = [{cells: [cell('SL-0001'), cell('示例子')]}];
var link = {href: 'page-2/index.html', getAttribute: function () { return 'SL-0201|SL-0202'; }};
document.getElementById = function (id) { return {lookup: form, no: box, verdict: {set textContent(text) { said = []; }}}[id]; };
document.querySelector = function (what) { return what === 'table' ? {tBodies: [{rows: rows}]} : null; };
document.querySelectorAll = function (what) { return what === '[data-holds]' ? [link] : []; };
window.disclosure = {fold: disclosure.fold, make: function (tag, text) { if (text) { said.push(text); } return {}; }};
"""


def test_the_script_leads_to_the_page_that_holds_the_number(tmp_path: Path) -> None:
    stage = tmp_path / "stage.js"
    stage.write_text(_PAGE, "utf-8")

    def asked(text: str, how: str) -> tuple[list[str], str | None]:
        told = f"(box.value = {text!r}, {how}, [said, location.href || null])"
        said, way = evaluate(told, scripts=("site.js", str(stage), "officers.js"))
        return said, way

    said, way = asked("ｓｌ－0202", "form.onsubmit()")
    assert (said, re.sub(r"%..", "", way or "")) == ([], "page-2/index.html?no=0202")
    for typed in ("SL-02", "SL-0202"):
        assert asked(typed, "box.oninput()") == ([], None), "whoever still types is told nothing wrong"
    assert asked("SL-9", "box.oninput()")[0][0] == "有效名单上没有号码为 SL-9 的证件。"
    assert asked("SL-02", "form.onsubmit()")[0][0] == "有效名单上没有号码为 SL-02 的证件。"
