"""Long lists come in several pages: none heavier than 150 KB, each row on one of them, and whoever speaks of a row leads there."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.render.leaves import ROWS
from tests.model.builders import correction
from tests.render.column import Column, admitted, links, looked, render
from tests.render.things import body, codes, decision, law, officer, party, power, powers, roster

HEAVY = 150_000
LAST = "B-219"


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """220 officers and powers, and more acts, parties and certificates than one page holds."""
    area = "示例县行政区域内的统计执法检查、统计行政处罚，以及与其他部门的联合检查"
    officers = [officer(f"p{n}", f"示例{n}", f"SL-{n:04d}", 执法范围=area) for n in range(220)]
    items = [power(f"B-{n}", 实施对象="企业事业单位、其他组织、个体工商户和其他统计调查对象" * 3) for n in range(220)]
    cases = [decision(n, 2025, 当事人=party(f"示例第{n // 2}号有限公司")) for n in range(2, 2 * ROWS + 12)]
    acts = [correction(case.ref, f"2026-{n:03d}", 更正日期="2026-02-01") for n, case in enumerate(cases[: ROWS + 5], 1)]
    about = decision(1, 2024, 事项=f"powers/shili-tjj#{LAST}")
    lists = [roster(1, "2019-01-01", *officers[:200]), roster(2, "2020-01-01", *officers), powers(1, *items)]
    return render(admitted(body(), law(), codes("S44-2"), *lists, *cases, *acts, about), tmp_path_factory.mktemp("leaves"))


def leaves(column: Column, address: str) -> list[str]:
    """The pages of a list, in order."""
    further = [path for path in column.files if re.fullmatch(rf"{address}page-\d+/index\.html", path)]
    return [f"{address}index.html", *sorted(further, key=lambda path: int(re.findall(r"page-(\d+)", path)[0]))]


@pytest.mark.parametrize(
    ("address", "row", "count"),
    [("rosters/shili-tjj/", ".deck > li", 220), ("rosters/shili-tjj/2/", ".deck > li", 220), ("powers/shili-tjj/", ".deck > li", 220),
     ("acts/2026/", "main tbody tr", ROWS + 5), ("topics/parties/", "main tbody tr", ROWS + 5),
     ("officers/cards/", ".sheet-of-cards > li", 220)],
)
def test_every_row_stands_on_one_page_and_every_page_is_light(address: str, row: str, count: int, column: Column) -> None:
    found = leaves(column, address)
    assert len(found) > 1
    rows = Counter(str(item) for path in found for item in column.page(path).select(row))
    assert (len(rows), sum(rows.values())) == (count, count)
    for number, path in enumerate(found, 1):
        assert len(column.files[path]) <= HEAVY, path
        pages = column.page(path).select("nav[aria-label=翻页] a")
        assert [link.text for link in pages] == [f"第 {n} 页" for n in range(1, len(found) + 1)]
        assert [link.text for link in pages if link.get("aria-current")] == [f"第 {number} 页"]
        assert (f"（第 {number} 页）" in column.page(path).title.text) == (number > 1)


def test_a_row_is_reached_on_its_page(column: Column) -> None:
    (page,) = [path for path in leaves(column, "powers/shili-tjj/") if column.page(path).find(id=f"r-{LAST}")]
    assert page != "powers/shili-tjj/index.html"
    assert f"../../{page}#r-{LAST}" in links(column, "penalties/shili-2024-001/index.html", "main a")
    assert f'"{page.removesuffix("index.html")}#r-{LAST}"' in column.text("search/data-lists.js")
    article = links(column, "laws/statistics-law/2024/a44/index.html", "main a")
    assert any(link.endswith(f"{page}#r-{LAST}") for link in article)


def test_further_pages_tell_nothing_but_their_rows(column: Column) -> None:
    page = column.page("rosters/shili-tjj/page-2/index.html")
    assert [heading.text for heading in page.select("main h2")] == ["执法人员清单"]
    assert page.h1 is not None
    assert page.select(".crumbs a")[-1]["href"] == "../../../rosters/shili-tjj/index.html"


def test_what_is_only_counted_is_one_page(column: Column) -> None:
    assert leaves(column, "rosters/shili-tjj/1/") == ["rosters/shili-tjj/1/index.html"]
    assert "200 人" in column.text("rosters/shili-tjj/1/index.html")


def test_nothing_hidden_is_told(column: Column) -> None:
    assert looked(column).traces == ()
