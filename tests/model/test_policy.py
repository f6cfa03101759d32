"""Policy data as rules and pages ask for them: rows by day, the calendar's overlays, days named by paths of keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.model.day_paths import day_at, names_a_day
from generator.model.kinds.penalties import PenaltyDecision
from tests.model.builders import penalty, register
from tests.model.policies import calendar, table

RATE = {"编号": "rate-1", "事项": "rate", "名称": "全文公示率", "数值": "80", "单位": "%", "依据": "方案", "失效日期": "2019-12-31"}
FINE = {"编号": "fine", "事项": "larger-fine", "名称": "较大数额", "依据": "规章",
        "金额": [{"当事人类别": "法人及非法人组织", "金额": "50000"}]}


def test_thresholds_of_a_day() -> None:
    later = RATE | {"编号": "rate-2", "数值": "100", "施行日期": "2020-01-01"}
    del later["失效日期"]
    policy = register(table("thresholds", RATE, later, FINE)).policy
    values = [policy.threshold("rate", day).value for day in (date(2019, 12, 31), date(2020, 1, 1))]
    assert values == [Decimal(80), Decimal(100)]
    assert policy.threshold("other", date(2020, 1, 1)) is None
    assert policy.amount("larger-fine", date(2020, 1, 1), "法人及非法人组织") == Decimal(50000)
    assert policy.amount("larger-fine", date(2020, 1, 1), "自然人") is None
    assert policy.threshold_row("rate-2").value == Decimal(100)


def test_an_overlay_covers_the_days_that_it_names() -> None:
    known = register(calendar()).policy.calendar
    assert [known.is_working_day(date(2027, 1, day)) for day in (1, 2, 3, 4, 9, 10, 11)] == [
        False, False, False, True, False, True, True,
    ]  # fmt: skip
    assert known.source(2027) == "示例通知〔2026〕1号"


def test_slips_in_a_calendar_do_not_break_it() -> None:
    long = [{"名称": "元旦", "起": "2027-01-01", "止": "9999-12-31"}, {"名称": "春节", "起": "2027-02-05", "止": "2027-02-01"}]
    known = register(calendar(放假=long)).policy.calendar
    assert known.is_working_day(date(2027, 1, 29)) is False
    assert known.is_working_day(date(2027, 12, 30)) is True
    assert register(calendar(放假=[{"名称": "末", "起": "9999-12-31", "止": "9999-12-31"}])).policy.calendar.covers(2027)


STEPS = [
    {"环节": "立案", "日期": "2020-03-02"}, {"环节": "送达", "日期": "2020-06-04"}, {"环节": "送达", "日期": "2020-06-03"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("决定日期", date(2020, 6, 1)), ("过程.立案", date(2020, 3, 2)), ("过程.送达", date(2020, 6, 3)), ("过程.告知", None),
        ("听证.告知日期", date(2020, 5, 6)), ("听证.举行日期", None), ("送达日期", None), ("文号", None), ("没有的键", None),
        ("听证", None), ("决定日期.年", None), ("过程", None),
    ],
)  # fmt: skip
def test_days_by_path(path: str, day: date | None) -> None:
    assert day_at(penalty(过程=STEPS, 听证={"告知日期": "2020-05-06"}), path) == day


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("决定日期", True), ("过程.立案", True), ("过程.休庭", False), ("过程", False), ("听证.告知日期", True), ("听证", False),
        ("文号", False), ("没有的键", False), ("决定日期.年", False), ("听证.没有", False), ("", False),
    ],
)  # fmt: skip
def test_paths_that_a_kind_declares(path: str, named: bool) -> None:
    assert names_a_day(PenaltyDecision, path) is named
