"""Decisions by kind of penalty, standing and body: complete without a script, and silent about what is gone."""

from __future__ import annotations

import pytest

from tests.model.builders import correction, withdrawal
from tests.render.column import Column, admitted, links, looked, render
from tests.render.things import body, codes, decision, law, result

FINE, WARNING = "罚款", "警告"


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A fine, a warning, a corrected and a withdrawn one, and a result of an inspection."""
    decisions = [
        decision(1, 处罚种类=[WARNING, FINE]), decision(2, 处罚种类=[WARNING]), decision(3, 2024, 处罚种类=[FINE]),
        decision(4, 处罚种类=[FINE]),
    ]
    acts = [withdrawal("penalties/shili-2025-004", "2026-001"), correction("penalties/shili-2025-002", "2026-001", 更正日期="2026-01-01")]
    return render(admitted(body(), law(), codes("S44-2"), *decisions, result(), *acts), tmp_path_factory.mktemp("facets"))


def table(column: Column, topic: str) -> dict[str, list[str]]:
    """The index of a topic: for each value its cells."""
    found = column.page(f"topics/{topic}/index.html").select("main tbody tr")
    return {row.th.text: [cell.text.replace("示例 ", "") for cell in row.select("td")] for row in found}


def page_of(column: Column, topic: str, value: str) -> str:
    """The page that the index leads to."""
    link = column.page(f"topics/{topic}/index.html").find("a", string=value)
    return f"topics/{topic}/{link['href'].removeprefix(f'../../topics/{topic}/')}"


def test_by_kind_of_penalty_what_is_gone_is_only_counted(column: Column) -> None:
    assert table(column, "sanctions") == {WARNING: ["2", "—", "2"], FINE: ["2", "1", "3"]}
    found = links(column, page_of(column, "sanctions", FINE), "main .news a")
    assert [link.split("/")[-2] for link in found] == ["shili-2025-001", "shili-2024-003"]
    assert "另有 示例 1 件已撤下或者公示期满" in column.page(page_of(column, "sanctions", FINE)).get_text()


def test_by_standing(column: Column) -> None:
    assert table(column, "standings") == {"已更正": ["1", "1"], "已撤下": ["1", "1"]}
    gone = column.page(page_of(column, "standings", "已撤下"))
    assert [row.a.text for row in gone.select(".news .struck")] == ["示统罚决字〔2025〕4号"]
    assert "示例甲有限公司" not in gone.get_text()


def test_by_body(column: Column) -> None:
    assert table(column, "agencies") == {"示例县统计局": ["4", "1", "5"]}
    assert len(links(column, page_of(column, "agencies", "示例县统计局"), "main .news a")) == 5


def test_lists_lead_there_without_a_script(column: Column) -> None:
    for path in ("penalties/index.html", "penalties/2025/index.html"):
        found = [link.get_text() for link in column.page(path).select("nav.contents a")]
        assert {"按违法行为查找", "按处罚种类查找", "按状态查找", "按机关查找"} <= set(found)
    results = column.page("inspection-results/index.html").select("nav.contents a")
    assert [link.get_text() for link in results] == ["按状态查找", "按机关查找"]
    assert not column.page("withdrawals/index.html").select("nav.contents a")


def test_nothing_hidden_is_told(column: Column) -> None:
    assert looked(column).traces == ()
