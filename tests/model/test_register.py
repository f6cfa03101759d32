"""Look-ups of the register: identity, editions in force, references both ways, acts."""

from __future__ import annotations

from datetime import date

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.record import Row
from generator.model.references import Certificate, Target
from tests.model.builders import PENALTY, correction, penalty, record, register, withdrawal

CERTIFICATE = {"种类": "统计执法证", "发证机关": "国家统计局", "有效期": {"起": "2018-01-01", "止": "2023-12-31"}}


def officer(number: str, certificate: str) -> dict:
    return {
        "编号": number, "姓名": f"示例{number}", "职务": "科员", "岗位": "执法人员",
        "证件": [CERTIFICATE | {"号码": certificate}],
    }


def roster(edition: int, day: str, *rows: dict):
    data = {"版次": str(edition), "生效日期": day, "调整原因": "首次公布", "机关": "bodies/shili-tjj", "条目": list(rows)}
    return record(f"rosters/shili-tjj/{edition}.yaml", data | {"示例": "是"})


OLD = roster(1, "2019-01-01", officer("p01", "SL-1"), officer("p02", "SL-2"))
NEW = roster(2, "2020-06-03", officer("p02", "SL-2"), officer("p03", "SL-3"))


def test_edition_in_force_is_the_highest_that_has_begun() -> None:
    held = register(NEW, OLD)
    assert held.editions("rosters/shili-tjj") == (OLD, NEW)
    assert held.edition_on("rosters/shili-tjj", date(2018, 12, 31)) is None
    assert held.edition_on("rosters/shili-tjj", date(2020, 6, 2)) is OLD
    assert held.edition_on("rosters/shili-tjj", date(2020, 6, 3)) is NEW
    assert held.list_ids(type(OLD)) == ("rosters/shili-tjj",)


def test_an_officer_is_looked_up_on_the_referrers_day() -> None:
    held = register(OLD, NEW)
    leaver = held.resolve(Certificate("SL-1"), date(2020, 6, 1))
    assert isinstance(leaver, Row) and leaver.number == "p01"
    assert held.resolve(Certificate("SL-1"), date(2020, 6, 3)) is None
    assert held.exists(Certificate("SL-1")) and not held.exists(Certificate("SL-9"))


def test_references_resolve_to_records_editions_and_rows() -> None:
    held = register(OLD, NEW, penalty())
    day = date(2020, 6, 1)
    assert held.resolve(Target("penalties/shili-2020-001"), day) is held.get("penalties/shili-2020-001")
    assert held.resolve(Target("rosters/shili-tjj", edition="2"), day) is NEW
    assert held.resolve(Target("rosters/shili-tjj"), day) is OLD
    assert held.resolve(Target("rosters/shili-tjj", row="p02"), day) is OLD.rows[1]
    assert held.resolve(Target("rosters/shili-tjj", row="p03"), day) is None
    assert held.exists(Target("rosters/shili-tjj", row="p03"))
    assert not held.exists(Target("rosters/none"))
    assert not held.exists(Target("rosters/shili-tjj", edition="3"))


def test_back_references_name_record_and_place() -> None:
    decision = penalty(执法人员=["SL-1", "SL-2"])
    held = register(decision, OLD, withdrawal(decision.id, 替代="penalties/shili-2021-004"))
    assert [(r.record.id, r.where) for r in held.referrers("SL-2")] == [(decision.id, ("执法人员", 1))]
    assert [r.where for r in held.referrers("penalties/shili-2021-004")] == [("替代",)]
    assert held.referrers("nothing") == ()


def test_acts_on_a_record_come_in_order() -> None:
    decision = penalty()
    later = correction(decision.id, "2020-002", 更正日期="2020-09-01")
    held = register(decision, later, correction(decision.id), withdrawal(decision.id))
    assert [act.id for act in held.acts_on(decision.id)] == [
        "corrections/2020-001", "corrections/2020-002", "withdrawals/2021-001",
    ]
    assert held.acts == held.acts_on(decision.id)
    assert held.of_kind(PenaltyDecision) == (decision,) == held.documents


def test_of_two_files_with_one_id_both_are_named_and_the_first_is_kept() -> None:
    first = record("penalties/2020/shili-2020-001.md", PENALTY)
    second = record("penalties/shili-2020-001.md", PENALTY)
    held = register(first, second)
    assert held.get("penalties/shili-2020-001") is first
    assert held.duplicates == {
        "penalties/shili-2020-001": ("penalties/2020/shili-2020-001.md", "penalties/shili-2020-001.md")
    }
