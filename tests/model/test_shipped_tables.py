"""The tables that the repository ships, asked as pages and rules ask them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.flow import read
from generator.model.deadlines import UNMARKED
from generator.model.policy import PolicyData
from generator.model.record import Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.timeliness import (
    annual_due,
    deadlines_of,
    first_edition_due,
    quarterly_due,
    withdrawal_timeliness,
)
from generator.primitives.calendar import UNKNOWN
from generator.reading.tree import DirectoryTree
from tests.model.builders import penalty, withdrawal

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def policy() -> PolicyData:
    return Register(read(DirectoryTree(CONTENT, "content")), Settings()).policy


def case(**changes: object) -> Record:
    """A decision of 2025 with every day that a deadline counts from."""
    return penalty(**{
        "决定日期": "2025-01-24", "公开日期": "2025-02-10", "送达日期": "2025-02-05", "罚款金额": "5000",
        "听证": {"告知日期": "2025-01-02"}, "过程": [{"环节": "立案", "日期": "2024-10-24"}],
    } | changes)  # fmt: skip


def test_a_decision_of_2025(policy: PolicyData) -> None:
    found = {item.due.matter: (item.due.day, item.due.limit_text) for item in deadlines_of(case(), policy)}
    assert found["公开"] == (date(2025, 2, 10), "7个工作日")
    assert found["送达"] == (date(2025, 2, 10), "7个工作日")
    assert found["办案"] == (date(2025, 1, 24), "3个月")
    assert found["缴纳罚款"] == (date(2025, 2, 20), "15日")
    assert found["听证要求"] == (date(2025, 1, 9), "5个工作日")
    assert found["行政复议"] == (date(2025, 4, 7), "60日")  # 04-06 is a Sunday after 清明节
    assert found["行政诉讼"] == (date(2025, 8, 5), "6个月")


def test_what_came_before_a_law_is_not_held_against_it(policy: PolicyData) -> None:
    old = case(决定日期="2020-06-01", 公开日期="2020-06-05", 送达日期="2020-06-03", 过程=[], 听证={"告知日期": "2020-05-06"})
    assert {item.due.matter for item in deadlines_of(old, policy)} == {"公开", "行政诉讼"}


def test_the_coming_year_waits_for_its_notice(policy: PolicyData) -> None:
    late = case(决定日期="2026-12-25", 公开日期="2026-12-28", 送达日期="2026-12-28")
    gaps = {item.due.matter: item.due.gap for item in deadlines_of(late, policy)}
    assert gaps["公开"] == gaps["行政复议"] == gaps["行政诉讼"] == UNKNOWN
    assert policy.calendar.source(2027) == ""


@pytest.mark.parametrize(
    ("folder", "grounds", "demands"),
    [
        ("penalties", ("撤销", "确认违法"), [(False, "3个工作日"), (True, "当日")]),
        ("penalties", ("变更", "确认无效"), [(False, "3个工作日")]),
        ("penalties", ("要求重新作出",), [(True, "当日")]),
        ("decisions", ("撤销", "确认违法", "要求重新作出"), [(True, "当日")]),
        ("inspection-results", ("撤销", "确认违法", "要求重新作出"), [(True, "当日")]),
        ("decisions", ("变更", "确认无效"), []),
        ("penalties", ("信用修复", "误发"), [(True, "")]),
        ("policies", ("误发",), [(True, "")]),
        ("policies", ("撤销",), []),
    ],
)  # fmt: skip
def test_withdrawals_by_kind_and_ground(
    policy: PolicyData, folder: str, grounds: tuple[str, ...], demands: list[tuple[bool, str]]
) -> None:
    for ground in grounds:
        act = withdrawal(f"{folder}/2025-001", 事由=ground, 事由日期="2025-01-24")
        assert [(item.due.goal, item.due.limit_text) for item in withdrawal_timeliness(act, policy)] == demands


def test_the_penalty_law_limits_withdrawals_since_it_is_in_force(policy: PolicyData) -> None:
    act = withdrawal("penalties/2021-001", 事由日期="2021-07-14", 撤下日期="2021-07-20")
    assert [item.due.goal for item in withdrawal_timeliness(act, policy)] == [True]


def test_fixed_days(policy: PolicyData) -> None:
    due, quarter = annual_due(policy, 2026), quarterly_due(policy, date(2026, 9, 30))
    assert due is not None and due.day == date(2027, 1, 31)  # a Sunday; a date does not move on
    assert quarter is not None and quarter.gap == UNMARKED
    asked = {kind for kind in ("powers", "rosters", "inspection-items", "guides", "flowcharts", "legal-review-items", "discretion")
             if first_edition_due(policy, kind, date(2026, 11, 23)) is not None}
    assert asked == {"powers", "rosters", "inspection-items", "guides", "flowcharts", "legal-review-items"}


def test_thresholds(policy: PolicyData) -> None:
    day = date(2025, 1, 24)
    amounts = {subject: policy.amount("larger-fine", day, subject) for subject in ("法人及非法人组织", "个体工商户", "自然人")}
    assert amounts == {"法人及非法人组织": 50000, "个体工商户": 2000, "自然人": None}
    rates = [policy.threshold("full-text-rate", date(year, 6, 1)) for year in (2018, 2019, 2020)]
    assert [rate.value if rate is not None else None for rate in rates] == [None, 80, 100]
