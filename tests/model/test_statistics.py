"""Counts of decisions: by year of decision, from the day of publication on, whatever became of them since."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.record import Record
from generator.model.statistics import (
    KindFigures,
    YearFigures,
    decision_figures,
    decisions_of,
    full_text_goal,
)
from tests.model.builders import penalty, record, register, withdrawal
from tests.model.policies import DEADLINE, TERM, table

BODY = "bodies/shili-tjj"
AS_OF = date(2026, 9, 1)
SEVEN = table("deadlines", DEADLINE)


def decided(number: int, day: str, public: str, **changes: Any) -> Record:
    """A decision with its days."""
    return penalty(f"shili-{day[:4]}-{number:03d}", 决定日期=day, 公开日期=public, **changes)


def figures(*records: Record, as_of: date = AS_OF) -> KindFigures:
    """The figures of the one kind."""
    (found,) = decision_figures(register(*records), BODY, as_of)
    return found


def test_every_year_between_the_first_and_the_last_is_there() -> None:
    found = figures(decided(1, "2020-06-01", "2020-06-05"), decided(1, "2023-06-01", "2023-06-05"))
    assert [(year.year, year.total) for year in found.years] == [(2020, 1), (2021, 0), (2022, 0), (2023, 1)]


def test_a_year_is_that_of_the_decision_not_of_its_publication() -> None:
    assert [year.year for year in figures(decided(1, "2020-12-30", "2021-01-05")).years] == [2020]


def test_what_is_gone_is_counted_and_what_is_to_come_is_not() -> None:
    gone, over = decided(1, "2025-06-02", "2025-06-05"), decided(2, "2020-06-01", "2020-06-05")
    secret = decided(3, "2025-06-02", "2025-06-05", 公开方式="不予公开")
    coming = decided(4, "2026-08-31", "2026-09-02")
    year = table("terms", TERM | {"最长": "12"})
    held = (gone, withdrawal(gone.id, 撤下日期="2025-07-01"), over, secret, coming, year)
    assert [(each.year, each.total, each.secret) for each in figures(*held).years if each.total] == [(2020, 1, 0), (2025, 2, 1)]
    assert figures(*held, as_of=date(2026, 9, 2)).years[-1] == YearFigures(2026, total=1, in_full=1)


def test_other_bodies_do_not_count() -> None:
    other = decided(1, "2025-06-02", "2025-06-05", 处罚机关="bodies/toy-tjj")
    assert decisions_of(register(other), BODY, AS_OF) == ()
    assert decision_figures(register(other), BODY, AS_OF) == ()


def test_late_in_time_and_unknown() -> None:
    found = figures(
        SEVEN, decided(1, "2025-01-24", "2025-02-10"), decided(2, "2025-01-24", "2025-02-11"), decided(3, "2025-01-24", "2025-01-24"),
        decided(4, "2025-01-24", "2025-02-10", 公开方式="不予公开"),
    )
    (year,) = found.years
    assert (year.total, year.on_time, year.late, year.secret, year.unjudged) == (4, 2, 1, 1, 0)
    assert (found.limit, found.late, found.used) == (7, 1, ((0, 1), (7, 1)))
    nobody = figures(decided(1, "2025-01-24", "2025-02-10"))
    assert (nobody.limit, nobody.years[0].unjudged) == (None, 1)


def test_full_texts() -> None:
    found = figures(
        decided(1, "2025-01-24", "2025-02-10"), decided(2, "2025-01-24", "2025-02-10", 公开方式="摘要"),
        decided(3, "2025-01-24", "2025-02-10", 公开方式="不予公开"),
    )
    assert [(year.in_full, year.secret, year.total) for year in found.years] == [(1, 1, 3)]


def test_kinds_come_in_the_order_of_the_column_over_the_same_years() -> None:
    result = record("inspection-results/shili-2022-001.yaml", {
        "机关": BODY, "检查类型": "专项检查", "检查事项": ["inspection-items/shili-tjj#c01"], "检查日期": "2022-05-05",
        "执法人员": ["SL-TJ-0001"], "检查结果": "未发现问题", "决定日期": "2022-05-06", "公开日期": "2022-05-10", "示例": "是",
    })
    found = decision_figures(register(result, decided(1, "2024-05-06", "2024-05-10")), BODY, AS_OF)
    assert [kind.kind.KIND.folder for kind in found] == ["penalties", "inspection-results"]
    assert [[year.total for year in kind.years] for kind in found] == [[0, 0, 1], [1, 0, 0]]


@pytest.mark.parametrize(("year", "goal"), [(2018, None), (2019, 80), (2020, 100), (2025, 100)])
def test_the_plan_s_aim(year: int, goal: int | None) -> None:
    aim = {"事项": "full-text-rate", "名称": "全文公示率", "依据": "方案"}
    rows = [
        aim | {"编号": "a", "数值": "80", "施行日期": "2019-01-01", "失效日期": "2019-12-31"},
        aim | {"编号": "b", "数值": "100", "施行日期": "2020-01-01"},
    ]
    assert full_text_goal(register(table("thresholds", *rows)), year) == goal
