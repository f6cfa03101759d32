"""What a body owes each year: decisions or a statement that there were none, and the annual report; and what meets the checklist."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.completeness import Fulfilment, completeness
from generator.model.obligations import YearOfDuties, years_of
from generator.model.record import Record
from tests.model.builders import penalty, record, register, withdrawal
from tests.model.policies import DEADLINE, table, without

BODY = "bodies/shili-tjj"
SINCE, AS_OF = date(2023, 5, 1), date(2026, 9, 1)
DUE = table("deadlines", without(DEADLINE, "类别", "起算", "期限", "单位") | {
    "事项": "年度报告", "名称": "年度报告期限", "固定日": {"月": "1", "日": "31"}})


def nil(stem: str, start: str, end: str, **changes: Any) -> Record:
    """A statement that there were no penalties."""
    return record(f"nil-statements/shili-{stem}.yaml", {
        "机关": BODY, "事项种类": ["行政处罚"], "期间": {"起": start, "止": end}, "声明": "没有作出行政处罚决定。",
        "公开日期": f"{stem[:4]}-01-10", "示例": "是"} | changes)  # fmt: skip


def owed(*records: Record, as_of: date = AS_OF) -> dict[int, YearOfDuties]:
    """The body's years."""
    return {year.year: year for year in years_of(register(*records, DUE), BODY, SINCE, as_of)}


def test_every_year_since_the_body_is_shown_newest_first() -> None:
    years = years_of(register(DUE), BODY, SINCE, AS_OF)
    assert [year.year for year in years] == [2026, 2025, 2024, 2023]
    assert [(year.is_over, year.is_silent) for year in years] == [(False, False), (True, True), (True, True), (True, True)]


def test_a_decision_or_a_statement_breaks_the_silence() -> None:
    found = owed(penalty(决定日期="2024-06-03", 公开日期="2024-06-07"), nil("2026-001", "2025-01-01", "2025-12-31"),
                 nil("2024-001", "2023-01-01", "2023-12-31", 事项种类=["行政检查"]))  # fmt: skip
    assert {year: each.is_silent for year, each in found.items()} == {2026: False, 2025: False, 2024: False, 2023: True}
    assert [record.id for record in found[2025].statements] == ["nil-statements/shili-2026-001"]


def test_what_is_still_to_come_meets_nothing() -> None:
    statement = nil("2026-001", "2025-01-01", "2025-12-31", 公开日期="2026-09-02")
    assert owed(statement)[2025].is_silent
    assert not owed(statement, as_of=date(2026, 9, 2))[2025].is_silent


def test_the_day_of_the_report() -> None:
    found = owed()
    assert {year: (each.due.day if each.due else None, each.is_due) for year, each in found.items()} == {
        2026: (date(2027, 1, 31), False), 2025: (date(2026, 1, 31), True),
        2024: (date(2025, 1, 31), True), 2023: (date(2024, 1, 31), True),
    }  # fmt: skip
    assert not owed(as_of=date(2026, 1, 31))[2025].is_due


CHECKLIST = record("reference/checklist.yaml", {"名称": "清单", "依据": "方案", "条目": [
    {"编号": "a", "标题": "指南", "依据": "方案", "记录类别": "guides"},
    {"编号": "b", "标题": "决定", "依据": "方案", "记录类别": "penalties"},
    {"编号": "c", "标题": "链接", "依据": "方案", "设置": "政务服务网"},
]})  # fmt: skip


def guide(number: int, day: str) -> Record:
    """An edition of a guide."""
    return record(f"guides/shili-x/{number}.md", {
        "版次": str(number), "生效日期": day, "调整原因": "调整", "事项名称": "示例指南", "机关": BODY, "示例": "是"}, "说明。\n")


def states(*records: Record) -> list[Fulfilment]:
    """How the items of the checklist stand."""
    return [item.fulfilment for item in completeness(register(CHECKLIST, *records), BODY, AS_OF)]


def test_what_stands_meets_the_checklist_and_what_is_withdrawn_or_to_come_does_not() -> None:
    met, missing = Fulfilment.MET, Fulfilment.MISSING
    assert states(guide(1, "2024-01-01"), penalty()) == [met, met, missing]
    assert states(guide(1, "2027-01-01"), penalty(公开日期="2027-01-01")) == [missing, missing, missing]
    gone = (withdrawal("guides/shili-x@1"), withdrawal("penalties/shili-2020-001", "2021-002"))
    assert states(guide(1, "2024-01-01"), penalty(), *gone) == [missing, missing, missing]
    assert states(penalty(公开方式="不予公开")) == [missing, missing, missing]
