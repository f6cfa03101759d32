"""Earlier wordings: corrections undone one by one, and what a redaction keeps from being told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.editions import Flaw, editions_of, rewind
from generator.model.record import Record
from generator.model.scalars import MARKER
from tests.model.builders import PENALTY, correction, penalty, record, withdrawal

ID = "penalties/shili-2020-001"
AS_OF = date(2026, 9, 1)


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


def fines(found: tuple) -> list[str | None]:
    """The fine of each edition."""
    return [str(edition.record.fine) if edition.record is not None else None for edition in found]


def test_a_record_without_acts_has_one_edition() -> None:
    (only,) = editions_of(penalty(), [], AS_OF)
    assert (only.number, only.since, only.until, only.act) == (1, date(2020, 6, 5), None, None)
    assert only.record == penalty()


def test_two_corrections_of_one_field() -> None:
    acts = [
        change("2020-001", "2020-07-01", {"字段": "罚款金额", "原": "500", "现": "50000"}),
        change("2020-002", "2020-07-03", {"字段": "罚款金额", "原": "50000", "现": "5000"}),
    ]
    found = editions_of(decision(罚款金额="5000"), acts, AS_OF)
    assert fines(found) == ["500", "50000", "5000"]
    assert [(edition.since, edition.until) for edition in found] == [
        (date(2020, 6, 5), date(2020, 7, 1)), (date(2020, 7, 1), date(2020, 7, 3)), (date(2020, 7, 3), None),
    ]  # fmt: skip
    assert fines(editions_of(decision(罚款金额="5000"), acts, date(2020, 7, 2))) == ["500", "50000"]


def test_rows_that_came_and_went() -> None:
    act = change("2020-001", "2020-07-01", {"字段": "处罚种类.2", "原": "罚款", "现": "（空）"}, {"字段": "裁量.基准", "原": "（空）",
                                                                                     "现": "discretion/shili-tjj#S44-2"})
    first, second = editions_of(decision(裁量={"基准": "discretion/shili-tjj#S44-2"}), [act], AS_OF)
    assert first.record is not None and second.record is not None
    assert first.record.penalties == ("警告", "罚款")  # type: ignore[attr-defined]
    assert first.record.discretion is None  # type: ignore[attr-defined]
    assert second.record.penalties == ("警告",)  # type: ignore[attr-defined]


def test_passages_of_the_text() -> None:
    acts = [
        change("2020-001", "2020-07-01", {"正文": "是", "原": "罚款50000元", "现": "罚款5000元"},
               {"正文": "是", "原": "（空）", "现": "附注。"}),
        change("2020-002", "2020-07-02", {"正文": "是", "原": "罚款5000元", "现": "罚款人民币5000元"}),
    ]
    found = editions_of(decision("决定罚款人民币5000元整。附注。"), acts, AS_OF)
    assert [edition.record.body for edition in found if edition.record] == [
        "决定罚款50000元整。", "决定罚款5000元整。附注。", "决定罚款人民币5000元整。附注。",
    ]  # fmt: skip


def test_a_redaction_hides_the_field_in_every_edition() -> None:
    acts = [
        change("2020-001", "2020-07-01", {"字段": "罚款金额", "原": MARKER, "现": MARKER}, {"字段": "案号", "原": "甲", "现": "乙"}),
        redaction(字段="罚款金额"),
    ]
    found = editions_of(decision(罚款金额=MARKER, 案号="乙"), acts, AS_OF)
    assert [edition.act.ref if edition.act else None for edition in found] == [None, "corrections/2020-001", "redactions/2020-001"]
    assert all(edition.record is not None and edition.record.fine is None for edition in found)
    assert [edition.record.case_number for edition in found] == ["甲", "乙", "乙"]  # type: ignore[union-attr]


def test_a_redacted_passage_keeps_earlier_texts_from_being_told() -> None:
    acts = [change("2020-001", "2020-07-01", {"正文": "是", "原": MARKER, "现": MARKER}), redaction(正文="是", 处数="1")]
    found = editions_of(decision(f"住址：{MARKER}。"), acts, AS_OF)
    assert [edition.record is None for edition in found] == [True, False, False]
    assert [misfit.flaw for step in rewind(decision(f"住址：{MARKER}。"), acts) for misfit in step.misfits] == [Flaw.HIDDEN]


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
    first, _ = editions_of(decision("乙丙乙", 罚款金额="5000"), [step.act], AS_OF)
    assert first.record is None


def test_withdrawals_and_acts_ahead_change_no_wording() -> None:
    acts = [withdrawal(ID), change("2027-001", "2027-07-01", {"字段": "罚款金额", "原": "50000", "现": "5000"})]
    found = editions_of(decision(罚款金额="5000"), acts, AS_OF)
    assert fines(found) == ["50000"], "a correction counts from its own day"


def test_the_wordings_of_an_act() -> None:
    act = withdrawal(ID, 依据文书="示复决字〔2021〕2号")
    slip = {"字段": "依据文书", "原": "示复决字〔2021〕1号", "现": "示复决字〔2021〕2号"}
    mended = correction(act.ref, "2021-009", 更正日期="2021-03-09", 更正事项=[slip])
    first, second = editions_of(act, [mended], AS_OF)
    assert first.record is not None and second.record is not None
    assert first.record.basis_paper == "示复决字〔2021〕1号"  # type: ignore[attr-defined]
    assert (first.since, first.until, second.since) == (date(2021, 3, 1), date(2021, 3, 9), date(2021, 3, 9))
