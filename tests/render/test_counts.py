"""Samples are told apart wherever something is counted: never added to what is real, never without their mark."""

from __future__ import annotations

import pytest

from generator.render.counts import count_of, sum_of
from generator.render.inline import Count
from tests.model.builders import correction, withdrawal
from tests.render.column import Column, admitted, render
from tests.render.things import body, decision, law

REAL = {"示例": "否"}


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """One real decision of a year and two samples, one of each withdrawn; acts on both sorts."""
    decisions = [decision(1, 2026, **REAL), decision(2, 2026), decision(3, 2026), decision(4, 2026, **REAL)]
    acts = [
        withdrawal("penalties/shili-2026-003", "2026-001", 撤下日期="2026-08-01"),
        withdrawal("penalties/shili-2026-004", "2026-002", 撤下日期="2026-08-01", **REAL),
        correction("penalties/shili-2026-002", "2026-001", 更正日期="2026-08-01"),
    ]
    return render(admitted(body(), law(**REAL), *decisions, *acts), tmp_path_factory.mktemp("counts"))


def told(column: Column, path: str, where: str) -> list[str]:
    """The words of the places on a page."""
    return [" ".join(found.get_text(" ").split()) for found in column.page(path).select(where)]


def test_the_front_page(column: Column) -> None:
    figures = dict(zip(told(column, "index.html", ".figures dt"), told(column, "index.html", ".figures dd"), strict=True))
    assert figures["行政处罚决定"] == "2 件 示例 2 件"
    assert figures["撤下"] == "1 件 示例 1 件"
    assert figures["更正"] == "0 件 示例 1 件"
    assert "行政处罚决定 2 件 示例 2 件" in told(column, "index.html", ".stages li")


def test_lists_and_sections(column: Column) -> None:
    assert told(column, "penalties/index.html", ".years a") == ["2026年 2 件 示例 2 件"]
    assert "2026年 （2 件和示例 2 件）" in "".join(told(column, "search/index.html", "main section"))
    assert any("行政处罚决定 2 件 示例 2 件" in heading for heading in told(column, "after/index.html", "h2"))


def test_what_speaks_of_one_thing(column: Column) -> None:
    assert told(column, "topics/articles/index.html", "tbody tr")[0].endswith("2 示例 2 2 示例 2")
    page = "laws/statistics-law/2024/a44/index.html"
    assert told(column, page, "h3") == ["2026年（2 件和示例 2 件）"]
    assert "另有 1 件和示例 1 件已撤下或者公示期满，不再列出。" in told(column, page, "p.note")


def test_what_was_done_in_a_year(column: Column) -> None:
    heads, cells = told(column, "acts/index.html", "thead th"), told(column, "acts/index.html", "tbody tr:first-child > *")
    year = dict(zip(heads, cells, strict=True))
    assert (year["年度"], year["更正"], year["撤下"]) == ("2026年", "示例 1", "1 示例 1")


def test_a_bodys_statistics_count_its_own_sort_alone(column: Column) -> None:
    total = next(part for part in column.page("statistics/index.html").select("main section") if "作出的决定" in part.h2.text)
    assert "（示例）" in total.h2.text
    assert [cell.text for cell in total.select("tbody td")][:1] == ["2"]


def test_every_sample_count_is_marked(column: Column) -> None:
    for count in (Count(0, 3, " 件"), Count(2, 3)):
        assert count.__html__().count('<span class="mark sample">示例 3') == 1
    assert "mark" not in Count(2).__html__() + Count(0).__html__()
    assert Count(0, 0, " 件").text == "0 件"
    records = column.checked.register.documents
    assert count_of(records) == sum_of((count_of(records[:1]), count_of(records[1:])))
