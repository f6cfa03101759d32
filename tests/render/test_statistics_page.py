"""The page of figures: drawing and table agree, what is gone is only counted, what is to come is not there, samples say so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import Tag

from generator.model.record import Record
from generator.model.settings import Settings
from tests.model.builders import correction, penalty, withdrawal
from tests.model.policies import DEADLINE, table
from tests.render.column import Column, admitted, links, looked, render
from tests.render.things import body

PAGE = "statistics/index.html"
NAME = "示例独家化工有限公司"
PARTY = {"名称": NAME, "类别": "法人及非法人组织"}


def decision(number: int, day: str, public: str, **changes: object) -> Record:
    """A decision with its days and a party of its own."""
    year = day[:4]
    return penalty(f"shili-{year}-{number:03d}", 文号=f"示统罚决字〔{year}〕{number}号", 决定日期=day, 公开日期=public, **changes)


RECORDS = (
    body(), table("deadlines", DEADLINE),
    table("thresholds", {"编号": "a", "事项": "full-text-rate", "名称": "率", "数值": "80", "依据": "方案"}),
    decision(1, "2024-01-05", "2024-01-09"), decision(2, "2024-03-04", "2024-03-08", 公开方式="摘要"),
    decision(1, "2025-01-24", "2025-02-11"), decision(2, "2025-06-03", "2025-06-06", 当事人=PARTY),
    decision(3, "2025-06-03", "2025-06-06", 公开方式="不予公开", 公开方式理由="涉及国家秘密",
             当事人={"名称": "绝密有限公司", "类别": "自然人"}),
    decision(1, "2026-08-31", "2026-09-02", 当事人={"名称": "待公开有限公司", "类别": "法人及非法人组织"}),
    withdrawal("penalties/shili-2025-002", "2025-001", 撤下日期="2025-07-01"),
    correction("penalties/shili-2024-001", "2024-001", 更正日期="2024-02-01"),
)


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A site with some of everything."""
    return render(admitted(*RECORDS), tmp_path_factory.mktemp("statistics"))


def section(column: Column, title: str) -> Tag:
    """The section whose title ends so."""
    return next(found for found in column.page(PAGE).select("main section") if found.h2.get_text().endswith(title))


def rows(found: Tag) -> list[list[str]]:
    """The cells of the section's table."""
    return [[cell.get_text() for cell in row.select("th, td")] for row in found.select("tbody tr")]


def test_how_many(column: Column) -> None:
    assert rows(section(column, "作出的决定")) == [["2025年", "3", "1"], ["2024年", "2", "—"]]


def test_how_soon(column: Column) -> None:
    found = dict(rows(section(column, "行政处罚决定公开用时")))
    assert found == {"不到1个": "0 件", "1个": "0 件", "2个": "1 件", "3个": "1 件", "4个": "1 件", "5个": "0 件", "6个": "0 件",
                     "7个": "0 件", "超过期限": "1 件"}  # fmt: skip
    assert rows(section(column, "按期公开")) == [["2025年", "1/2（50%）"], ["2024年", "2/2（100%）"]]


def test_how_fully(column: Column) -> None:
    found = section(column, "全文公示率")
    assert rows(found) == [["2025年", "3", "2", "0", "1", "66.7%", "80%"], ["2024年", "2", "1", "1", "0", "50%", "80%"]]
    assert len(found.select("path.goal")) == 2


def test_what_was_mended(column: Column) -> None:
    assert rows(section(column, "更正和撤下")) == [["2025年", "—", "1"], ["2024年", "1", "—"]]


def test_each_drawing_says_what_its_table_says(column: Column) -> None:
    drawn = [found for found in column.page(PAGE).select("main section") if found.svg]
    assert len(drawn) == 5
    for found in drawn:
        told = {part for description in found.select("desc") for part in re.split("；", description.get_text())}
        cells = " ".join(cell for row in rows(found) for cell in row)
        for part in told:
            label, _, number = part.partition(" ")
            assert label in cells
            assert number.removesuffix(" 件") in (*cells.split(), *re.findall(r"（(.+?)）", cells)) or number == "0"


def test_ids_are_unique(column: Column) -> None:
    ids = [str(element["id"]) for element in column.page(PAGE).select("[id]")]
    assert len(ids) == len(set(ids))


def test_nothing_is_told_of_whom_it_was(column: Column) -> None:
    text = column.text(PAGE)
    assert not [word for word in (NAME, "绝密有限公司", "待公开有限公司", "涉及国家秘密", "2026年", "shili-2025-003") if word in text]
    assert looked(column).traces == ()


def test_samples_are_marked_and_rules_and_ways_are_told(column: Column) -> None:
    titles = [found.get_text() for found in column.page(PAGE).select("main h2")]
    assert all(title.startswith("示例县统计局（示例）：") for title in titles[:-2])
    assert titles[-2:] == ["怎样统计", "其他数字"]
    assert "已经撤下和公示期满的仍然算在件数里" in section(column, "怎样统计").get_text()
    ways = links(column, PAGE, "main section:last-of-type a")
    assert {"../topics/articles/index.html", "../topics/conduct/index.html", "../topics/parties/index.html"} <= set(ways)


def test_a_body_without_decisions_says_so(tmp_path: Path) -> None:
    page = render(admitted(body(), settings=Settings(main_body="bodies/shili-tjj")), tmp_path).page(PAGE)
    assert "没有数字可以统计" in page.main.get_text()
    assert page.main.svg is None


def test_a_site_without_bodies_has_the_rules_alone(tmp_path: Path) -> None:
    titles = [found.get_text() for found in render(admitted(penalty()), tmp_path).page(PAGE).select("main h2")]
    assert titles == ["怎样统计", "其他数字"]
