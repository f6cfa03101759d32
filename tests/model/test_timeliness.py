"""How deadlines are found in the tables and held against the days of a record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.deadlines import UNMARKED, Due, Pace, Timeliness
from generator.model.record import Record
from generator.model.timeliness import (
    annual_due,
    deadlines_of,
    first_edition_due,
    quarterly_due,
    timeliness,
    withdrawal_timeliness,
)
from generator.primitives.calendar import UNKNOWN
from tests.model.builders import correction, penalty, record, register, withdrawal
from tests.model.policies import DEADLINE, DEMAND, calendar, table, without

ID = "penalties/shili-2020-001"
PUBLICATION = table("deadlines", DEADLINE)


def kept(subject: Record, *others: Record) -> Timeliness:
    """The timeliness of a record in a register with these others; there is one."""
    found = timeliness(subject, register(subject, *others))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("decided", "published", "due", "used", "state"),
    [
        ("2025-01-24", "2025-02-10", "2025-02-10", 7, Pace.ON_TIME),
        ("2025-01-24", "2025-02-11", "2025-02-10", 8, Pace.LATE),
        ("2020-06-01", "2020-06-01", "2020-06-10", 0, Pace.ON_TIME),
        ("2020-06-05", "2020-06-01", "2020-06-16", 0, Pace.ON_TIME),
        ("2026-12-25", "2026-12-31", None, 4, Pace.ON_TIME),
        ("2026-12-25", "2027-01-04", None, None, Pace.UNKNOWN),
        ("2026-12-18", "2027-01-04", "2026-12-29", None, Pace.LATE),
        ("9999-12-31", "9999-12-31", None, 0, Pace.ON_TIME),
    ],
)  # fmt: skip
def test_working_days(decided: str, published: str, due: str | None, used: int | None, state: Pace) -> None:
    found = kept(penalty(决定日期=decided, 公开日期=published), PUBLICATION)
    assert (found.days_used, found.limit, found.state) == (used, 7, state)
    assert found.due.day == (due and date.fromisoformat(due))
    assert found.due.gap == ("" if due else UNKNOWN)
    assert bool(found.due.source) == bool(due)


def test_a_notice_makes_the_unknown_known() -> None:
    subject = penalty(决定日期="2026-12-25", 公开日期="2027-01-08")
    found = kept(subject, PUBLICATION, calendar())
    assert (found.due.day, found.days_used, found.state) == (date(2027, 1, 6), 9, Pace.LATE)
    assert found.due.source == "示例通知〔2026〕1号"


@pytest.mark.parametrize("lacking", ["通知文号", "放假"])
def test_an_empty_frame_covers_nothing(lacking: str) -> None:
    subject = penalty(决定日期="2026-12-25", 公开日期="2027-01-08")
    assert kept(subject, PUBLICATION, calendar(**{lacking: None})).state is Pace.UNKNOWN


def test_nothing_is_said_without_a_row() -> None:
    secret = penalty(公开方式="不予公开")
    assert timeliness(penalty(), register(penalty())) is None
    assert timeliness(secret, register(secret, PUBLICATION)) is None
    assert timeliness(correction(ID), register(correction(ID), PUBLICATION)) is None


def test_the_row_in_force_on_the_first_day_applies() -> None:
    rows = table(
        "deadlines", DEADLINE | {"失效日期": "2020-05-31"}, DEADLINE | {"编号": "d2", "期限": "20", "施行日期": "2020-06-01"}
    )
    assert kept(penalty(决定日期="2020-05-31"), rows).due.number == "d1"
    assert kept(penalty(决定日期="2020-06-01"), rows).due.number == "d2"
    assert timeliness(penalty(), register(penalty(), table("deadlines", DEADLINE | {"施行日期": "2021-01-01"}))) is None


def test_a_row_without_a_number_is_unmarked() -> None:
    found = kept(penalty(), table("deadlines", without(DEADLINE, "期限", "单位")))
    assert (found.state, found.due.gap, found.due.limit_text) == (Pace.UNMARKED, UNMARKED, "")


CASE = {"编号": "c1", "事项": "办案", "名称": "办案期限", "类别": ["penalties"], "起算": "过程.立案", "完成": "决定日期",
        "期限": "90", "单位": "日", "依据": "第六十条"}
RULE = CASE | {"编号": "c2", "期限": "3", "单位": "月", "可延长": "3", "代替": ["c1"]}


def opened(day: str, decided: str, **more: Any) -> Record:
    return penalty(过程=[{"环节": "立案", "日期": day}], 决定日期=decided, **more)


def extended(until: str) -> dict[str, Any]:
    return {"延期": {"批准日期": "2020-05-28", "延长至": until, "理由": "案情复杂", "批准人": "局长"}}


@pytest.mark.parametrize(
    ("rows", "subject", "number", "due", "state"),
    [
        ([CASE], opened("2020-03-02", "2020-06-01"), "c1", "2020-06-01", Pace.ON_TIME),  # 05-31 is a Sunday
        ([CASE], opened("2020-03-02", "2020-06-02"), "c1", "2020-06-01", Pace.LATE),
        ([CASE, RULE], opened("2020-03-02", "2020-06-02"), "c2", "2020-06-02", Pace.ON_TIME),
        ([CASE, RULE], opened("2020-03-02", "2020-06-03"), "c2", "2020-06-02", Pace.LATE),
        ([RULE], opened("2020-03-02", "2020-07-01", **extended("2020-07-01")), "c2", "2020-07-01", Pace.ON_TIME),
        ([RULE], opened("2020-03-02", "2020-07-02", **extended("2020-07-01")), "c2", "2020-07-01", Pace.LATE),
        ([RULE], opened("2020-03-02", "2020-09-03", **extended("2020-12-31")), "c2", "2020-09-02", Pace.LATE),
        ([RULE], opened("2020-03-02", "2020-06-02", **extended("2020-05-30")), "c2", "2020-06-02", Pace.ON_TIME),
    ],
)  # fmt: skip
def test_cases(rows: list[dict[str, Any]], subject: Record, number: str, due: str, state: Pace) -> None:
    (found,) = deadlines_of(subject, register(subject, table("deadlines", *rows)).policy, "办案")
    assert (found.due.number, found.due.day, found.state) == (number, date.fromisoformat(due), state)


def test_a_case_without_its_first_step_has_no_deadline() -> None:
    assert list(deadlines_of(penalty(), register(penalty(), table("deadlines", CASE)).policy)) == []


PARTY = [
    {"编号": "p1", "事项": "缴纳罚款", "名称": "缴纳", "类别": ["penalties"], "起算": "送达日期", "期限": "15", "单位": "日",
     "依据": "第六十七条"},
    {"编号": "p2", "事项": "行政复议", "名称": "复议", "类别": ["penalties"], "起算": "送达日期", "期限": "60", "单位": "日",
     "依据": "第二十条"},
    {"编号": "p3", "事项": "行政诉讼", "名称": "诉讼", "类别": ["penalties"], "起算": "送达日期", "期限": "6", "单位": "月",
     "依据": "第四十六条"},
    {"编号": "p4", "事项": "听证间隔", "名称": "听证前", "类别": ["penalties"], "起算": "听证.告知日期", "完成": "听证.举行日期",
     "期限": "7", "单位": "工作日", "依据": "第六十四条"},
]  # fmt: skip


def test_what_the_party_may_do_is_told_as_days() -> None:
    served = penalty(送达日期="2021-08-18", 罚款金额="10000", 听证={"告知日期": "2021-07-01"})
    found = list(deadlines_of(served, register(served, table("deadlines", *PARTY)).policy))
    assert [(item.due.matter, item.due.day, item.state) for item in found] == [
        ("缴纳罚款", date(2021, 9, 2), Pace.OPEN),
        ("行政复议", date(2021, 10, 18), Pace.OPEN),  # 10-17 is a Sunday
        ("行政诉讼", date(2022, 2, 18), Pace.OPEN),
    ]
    assert [item.due.limit_text for item in found] == ["15日", "60日", "6个月"]


def test_no_payment_without_a_fine_and_nothing_before_service() -> None:
    for subject, matters in ((penalty(送达日期="2021-08-18"), ["行政复议", "行政诉讼"]), (penalty(), [])):
        found = deadlines_of(subject, register(subject, table("deadlines", *PARTY)).policy)
        assert [item.due.matter for item in found] == matters


def test_done_before_the_unknown_year_matters() -> None:
    row = DEADLINE | {"期限": "15", "单位": "日"}
    inside, outside = penalty(决定日期="2026-12-20", 公开日期="2027-01-04"), penalty(决定日期="2026-12-20", 公开日期="2027-01-05")
    assert kept(inside, table("deadlines", row)).state is Pace.ON_TIME
    assert kept(outside, table("deadlines", row)).state is Pace.UNKNOWN


GOAL = DEMAND | {"编号": "w2", "要求": "目标", "天数": "0", "单位": "日", "类别": ["penalties", "decisions"]}


@pytest.mark.parametrize(
    ("ground_on", "day", "states"),
    [
        ("2025-01-24", "2025-01-24", [Pace.ON_TIME, Pace.ON_TIME]),
        ("2025-01-24", "2025-01-25", [Pace.ON_TIME, Pace.LATE]),
        ("2025-01-24", "2025-02-05", [Pace.ON_TIME, Pace.LATE]),
        ("2025-01-24", "2025-02-06", [Pace.LATE, Pace.LATE]),
        (None, "2025-02-06", [Pace.UNMARKED, Pace.UNMARKED]),
        ("2025-01-25", "2025-01-25", [Pace.ON_TIME, Pace.ON_TIME]),  # 当日 does not move on from a Saturday
    ],
)  # fmt: skip
def test_withdrawals(ground_on: str | None, day: str, states: list[Pace]) -> None:
    act = withdrawal(ID, 撤下日期=day, **({"事由日期": ground_on} if ground_on else {}))
    held = register(act, table("withdrawal-deadlines", GOAL, DEMAND))
    found = withdrawal_timeliness(act, held.policy)
    assert [item.due.goal for item in found] == [False, True]
    assert [item.state for item in found] == states
    told = timeliness(act, held)
    assert told is not None and told.is_late == (Pace.LATE in states)


def test_withdrawals_by_kind_and_ground() -> None:
    rows = table("withdrawal-deadlines", GOAL, DEMAND, without(DEMAND, "类别", "天数", "单位") | {"编号": "w3", "事由": ["误发"]})
    cases = {
        ("penalties/2020-001", "撤销"): ["w1", "w2"], ("decisions/2020-001", "撤销"): ["w2"],
        ("penalties/2020-001", "误发"): ["w3"], ("rosters/shili-tjj", "误发"): ["w3"],
        ("decisions/2020-001", "变更"): [],
    }  # fmt: skip
    for (target, ground), numbers in cases.items():
        act = withdrawal(target, 事由=ground, 事由日期="2021-03-01")
        assert [item.due.number for item in withdrawal_timeliness(act, register(act, rows).policy)] == numbers


def test_annual_reports_by_a_fixed_day() -> None:
    rows = table("deadlines", without(DEADLINE, "起算", "完成", "期限", "单位") | {
        "事项": "年度报告", "类别": ["annual-reports"], "固定日": {"月": "1", "日": "31"}})
    policy = register(rows).policy
    assert annual_due(policy, 2026) == Due("d1", "年度报告", "公开期限", "方案", date(2027, 1, 31))
    assert annual_due(register(PUBLICATION).policy, 2026) is None
    assert annual_due(policy, 9999) == Due("d1", "年度报告", "公开期限", "方案", None, UNMARKED)


def test_first_editions_by_the_first_such_day() -> None:
    row = without(DEADLINE, "起算", "完成", "期限", "单位") | {"事项": "首次公布", "类别": ["powers"], "固定日": {"月": "6", "日": "30"}}
    policy = register(table("deadlines", row)).policy
    expected = {date(2026, 11, 23): date(2027, 6, 30), date(2026, 6, 30): date(2026, 6, 30), date(2018, 1, 1): date(2018, 6, 30)}
    assert {since: first_edition_due(policy, "powers", since).day for since in expected} == expected
    assert first_edition_due(policy, "guides", date(2026, 1, 1)) is None
    dated = register(table("deadlines", row | {"年份": "2019"})).policy
    assert first_edition_due(dated, "powers", date(2026, 11, 23)).day == date(2019, 6, 30)


def test_quarterly_filing_is_unmarked_until_it_is_configured() -> None:
    row = without(DEADLINE, "类别", "起算", "完成", "期限", "单位") | {"事项": "季度报送"}
    shipped = quarterly_due(register(table("deadlines", row)).policy, date(2026, 9, 30))
    assert shipped is not None and (shipped.day, shipped.gap) == (None, UNMARKED)
    known = quarterly_due(register(table("deadlines", row | {"期限": "10", "单位": "日"})).policy, date(2026, 9, 30))
    assert known is not None and known.day == date(2026, 10, 10)


def test_corrections_and_editions() -> None:
    rows = table(
        "deadlines",
        DEADLINE | {"事项": "更正", "类别": ["corrections"], "起算": "发现日期", "完成": "更正日期"},
        DEADLINE | {"编号": "d2", "事项": "清单调整", "类别": ["bodies"], "起算": "变动日期", "完成": "生效日期", "期限": "20"},
    )
    late = correction(ID, 发现日期="2020-06-19")
    assert (kept(late, rows).state, kept(late, rows).days_used) == (Pace.ON_TIME, 7)
    body = record("bodies/shili-tjj/2.md", {
        "版次": "2", "生效日期": "2020-07-31", "变动日期": "2020-07-01", "调整原因": "职能调整", "名称": "示例县统计局",
        "主体性质": "法定行政机关", "执法职责": ["x"], "执法权限": ["x"], "执法依据": ["x"], "执法程序": ["x"],
        "救济渠道": [{"途径": "行政复议"}]})
    assert (kept(body, rows).state, kept(body, rows).days_used) == (Pace.LATE, 22)


def test_every_pace_has_a_word() -> None:
    assert len({pace.label for pace in Pace}) == len(Pace)
