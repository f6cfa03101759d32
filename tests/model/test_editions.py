"""Earlier wordings: corrections undone one by one, and what a redaction keeps from being told."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.editions import Flaw, rewind
from generator.model.kinds.corrections import Correction
from generator.model.record import Record
from generator.model.scalars import MARKER
from tests.model.builders import PENALTY, correction, penalty, rebuilt, record, withdrawal

ID = "penalties/shili-2020-001"


def redaction(stem: str = "2020-001", day: str = "2020-08-03", **part: str) -> Record:
    """A redaction of the penalty."""
    data = {"处理对象": ID, "处理日期": day, "处理事项": [part | {"类别": "个人隐私"}], "理由": "依申请", "批准人": "局长"}
    return record(f"redactions/{stem}.yaml", data)


def change(stem: str, day: str, *changes: dict[str, str]) -> Record:
    """A correction of the penalty."""
    return correction(ID, stem, 更正日期=day, 更正事项=list(changes))


def decision(body: str = "", **values: Any) -> Record:
    """The penalty as its file says now."""
    return record("penalties/shili-2020-001.md", PENALTY | values, body)


def earlier(record: Record, *acts: Record) -> list[Record | None]:
    """The record as it stood at first, after each correction, and as it stands; None where it cannot be told."""
    found, misfits = [record], False
    for step in rewind(record, acts):
        if isinstance(step.act, Correction):
            misfits = misfits or bool(step.misfits)
            found.append(None if misfits else rebuilt(record, step.before.said, step.before.body))
    return found[::-1]


def fines(found: list[Record | None]) -> list[str | None]:
    """The fine of each edition."""
    return [str(edition.fine) if edition is not None else None for edition in found]


def test_a_record_without_acts_has_one_edition() -> None:
    assert earlier(penalty()) == [penalty()]


def test_two_corrections_of_one_field() -> None:
    acts = [
        change("2020-002", "2020-07-03", {"字段": "罚款金额", "原": "50000", "现": "5000"}),
        change("2020-001", "2020-07-01", {"字段": "罚款金额", "原": "500", "现": "50000"}),
    ]
    assert fines(earlier(decision(罚款金额="5000"), *acts)) == ["500", "50000", "5000"]
    assert [step.act.ref for step in rewind(decision(罚款金额="5000"), acts)] == ["corrections/2020-002", "corrections/2020-001"]


def test_rows_that_came_and_went() -> None:
    act = change("2020-001", "2020-07-01", {"字段": "处罚种类.2", "原": "罚款", "现": "（空）"}, {"字段": "裁量.基准", "原": "（空）",
                                                                                     "现": "discretion/shili-tjj#S44-2"})
    first, second = earlier(decision(裁量={"基准": "discretion/shili-tjj#S44-2"}), act)
    assert first is not None and second is not None
    assert first.penalties == ("警告", "罚款")  # type: ignore[attr-defined]
    assert first.discretion is None  # type: ignore[attr-defined]
    assert second.penalties == ("警告",)  # type: ignore[attr-defined]


def test_passages_of_the_text() -> None:
    acts = [
        change("2020-001", "2020-07-01", {"正文": "是", "原": "罚款50000元", "现": "罚款5000元"},
               {"正文": "是", "原": "（空）", "现": "附注。"}),
        change("2020-002", "2020-07-02", {"正文": "是", "原": "罚款5000元", "现": "罚款人民币5000元"}),
    ]
    found = earlier(decision("决定罚款人民币5000元整。附注。"), *acts)
    assert [edition.body for edition in found if edition] == [
        "决定罚款50000元整。", "决定罚款5000元整。附注。", "决定罚款人民币5000元整。附注。",
    ]  # fmt: skip


def test_a_redaction_hides_the_field_in_every_edition() -> None:
    acts = [
        change("2020-001", "2020-07-01", {"字段": "罚款金额", "原": MARKER, "现": MARKER}, {"字段": "案号", "原": "甲", "现": "乙"}),
        redaction(字段="罚款金额"),
    ]
    record = decision(罚款金额=MARKER, 案号="乙")
    first, second = earlier(record, *acts)
    assert [step.act.ref for step in rewind(record, acts)] == ["redactions/2020-001", "corrections/2020-001"]
    assert first is not None and second is not None
    assert [(edition.fine, edition.case_number) for edition in (first, second)] == [(None, "甲"), (None, "乙")]  # type: ignore[attr-defined]


def test_a_redacted_passage_keeps_earlier_texts_from_being_told() -> None:
    acts = [change("2020-001", "2020-07-01", {"正文": "是", "原": MARKER, "现": MARKER}), redaction(正文="是", 处数="1")]
    record = decision(f"住址：{MARKER}。")
    assert earlier(record, *acts) == [None, record]
    assert [misfit.flaw for step in rewind(record, acts) for misfit in step.misfits] == [Flaw.HIDDEN]


@pytest.mark.parametrize(
    ("changes", "flaw"),
    [
        ({"字段": "罚款金额", "原": "1", "现": "2"}, Flaw.VALUE),
        ({"字段": "罚款金额", "原": "1", "现": "（空）"}, Flaw.VALUE),
        ({"字段": "罚款", "原": "1", "现": "5000"}, Flaw.PATH),
        ({"字段": "处罚种类", "原": "1", "现": "警告"}, Flaw.PATH),
        ({"正文": "是", "原": "甲", "现": "丁"}, Flaw.NO_PASSAGE),
        ({"正文": "是", "原": "甲", "现": "乙"}, Flaw.PASSAGES),
        ({"正文": "是", "原": "甲", "现": "（空）"}, Flaw.NO_ANCHOR),
        ({"字段": "罚款金额", "原": MARKER, "现": MARKER}, Flaw.VALUE),
    ],
)
def test_misfits(changes: dict[str, str], flaw: Flaw) -> None:
    (step,) = rewind(decision("乙丙乙", 罚款金额="5000"), [change("2020-001", "2020-07-01", changes)])
    assert [misfit.flaw for misfit in step.misfits] == [flaw]
    assert earlier(decision("乙丙乙", 罚款金额="5000"), step.act)[0] is None


def test_withdrawals_change_no_wording() -> None:
    assert rewind(decision(罚款金额="5000"), [withdrawal(ID)]) == ()


def test_the_wordings_of_an_act() -> None:
    act = withdrawal(ID, 依据文书="示复决字〔2021〕2号")
    slip = {"字段": "依据文书", "原": "示复决字〔2021〕1号", "现": "示复决字〔2021〕2号"}
    first, second = earlier(act, correction(act.ref, "2021-009", 更正日期="2021-03-09", 更正事项=[slip]))
    assert first is not None and second == act
    assert first.basis_paper == "示复决字〔2021〕1号"  # type: ignore[attr-defined]
