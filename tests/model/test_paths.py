"""Field paths: where they lead, what stands there as typed, and that its texts hold all of a record."""

from __future__ import annotations

import pytest

from generator.model.declaration import Privacy
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.paths import parse_path, place_at, texts
from generator.model.record import Record
from generator.model.scalars import MARKER
from tests.kinds.files import KINDS, name
from tests.model.builders import penalty, rebuilt
from tests.render.samples import sample


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("罚款金额", ("罚款金额",)),
        ("当事人.地址", ("当事人", "地址")),
        ("调查数据.1.上报数", ("调查数据", 0, "上报数")),
        ("处罚种类.12", ("处罚种类", 11)),
        ("处罚种类.0", ("处罚种类", -1)),
        ("", ("",)),
        ("a..b", ("a", "", "b")),
        ("处罚种类.１", ("处罚种类", "１")),
    ],
)
def test_parse(text: str, path: tuple) -> None:
    assert parse_path(text) == path


@pytest.mark.parametrize(
    ("path", "is_leaf", "privacy", "late"),
    [
        ("罚款金额", True, Privacy.PUBLIC, False),
        ("当事人", False, Privacy.PUBLIC, False),
        ("当事人.地址", True, Privacy.PERSONAL, False),
        ("调查数据", False, Privacy.PERSONAL, False),
        ("调查数据.1", False, Privacy.PERSONAL, False),
        ("调查数据.9.上报数", True, Privacy.PERSONAL, False),
        ("处罚种类", False, Privacy.PUBLIC, False),
        ("处罚种类.1", True, Privacy.PUBLIC, False),
        ("送达日期", True, Privacy.PUBLIC, True),
        ("过程.2.日期", True, Privacy.PUBLIC, True),
        ("过程.2.文书", True, Privacy.INTERNAL, True),
        ("公开审查.日期", True, Privacy.INTERNAL, False),
    ],
)
def test_places(path: str, is_leaf: bool, privacy: Privacy, late: bool) -> None:
    place = place_at(PenaltyDecision, parse_path(path))
    assert place is not None
    assert (place.is_leaf, place.privacy, place.late) == (is_leaf, privacy, late)


@pytest.mark.parametrize(
    "path",
    ["", "没有", "当事人.没有", "当事人.1", "当事人.名称.地址", "调查数据.上报数", "调查数据.0.上报数", "调查数据.1.1", "处罚种类.1.2",
     "罚款金额.1", "罚款金额.元", "1", "处罚种类.0"],
)  # fmt: skip
def test_paths_that_lead_nowhere(path: str) -> None:
    assert place_at(PenaltyDecision, parse_path(path)) is None


def test_texts_are_as_typed() -> None:
    said = texts(penalty(罚款金额="5000.50", 公开告知="否", 违法行为=["S44-2"], 调查数据=[{
        "报表": "表", "报告期": "2019年", "指标": "应收账款", "单位": "千元", "差错率": "87.30%"}]))
    assert said[("罚款金额",)] == "5000.50"
    assert said[("公开告知",)] == "否"
    assert said[("违法行为", 0)] == "S44-2"
    assert said[("调查数据", 0, "差错率")] == "87.30%"
    assert ("没收违法所得",) not in said
    assert said[("处罚机关",)] == "bodies/shili-tjj"


def test_what_was_redacted_says_the_marker() -> None:
    said = texts(penalty(罚款金额=MARKER, 执法人员=["SL-TJ-0001", MARKER], 违法事实=MARKER))
    assert [said[path] for path in (("罚款金额",), ("执法人员", 1), ("违法事实",))] == [MARKER] * 3


@pytest.mark.parametrize("bare", [False, True], ids=["whole", "bare"])
@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_the_texts_of_a_record_hold_all_of_it(kind: type[Record], bare: bool) -> None:
    record = sample(kind, bare=bare).record
    again = rebuilt(record, texts(record))
    assert again == record
    assert again is not None
    assert texts(again) == texts(record)


def test_a_marker_is_among_the_texts() -> None:
    record = penalty(罚款金额=MARKER)
    again = rebuilt(record, texts(record))
    assert again is not None
    assert texts(again)[("罚款金额",)] == MARKER


def test_texts_without_a_row_are_no_record() -> None:
    record = penalty(处罚种类=["警告", "罚款", "通报批评"])
    said = {path: text for path, text in texts(record).items() if path != ("处罚种类", 1)}
    assert rebuilt(record, said) is None
    assert rebuilt(record, {("文号",): "没有年份"}) is None
