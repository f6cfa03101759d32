"""What was withdrawn, kept back or internal is in no byte of the toy register's site; corrections quote only what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.declaration import Privacy
from generator.model.record import Record
from generator.model.walk import leaves
from generator.render.changes import place_at
from generator.render.views import narrower
from tests.model.builders import correction, penalty, withdrawal
from tests.render.column import Column, admitted, check_toy, render

FIGURES = {"报表": "财务状况", "报告期": "2019年", "指标": "营业收入", "单位": "千元", "上报数": "646", "核查数": "5087",
           "差额": "4441", "差错率": "87.3%"}


def joined(column: Column) -> str:
    """All files as text, without the style sheet."""
    return "\n".join(data.decode() for path, data in column.files.items() if not path.endswith(".css"))


def strings(record: Record, *classes: Privacy) -> set[str]:
    """The Chinese texts of a record's leaves whose narrowed class is one of ``classes``, but for words that are chosen from a list."""
    found = set()
    for path, slot, value in leaves(record):
        if slot.scalar is not None and slot.scalar.options:
            continue
        place = place_at(type(record), ".".join(str(part + 1) if isinstance(part, int) else part for part in path))
        assert place is not None
        if place.privacy in classes and isinstance(value, str) and not value.isascii():
            found.add(value)
    return found


#: What the withdrawn decision of the toy says, put into words that no other record has.
UNIQUE = {
    "示例化工有限公司": "示例独家化工有限公司",
    "法定代表人: 示例化工": "法定代表人: 示例独家",
    "示例市示例路": "示例市独家路",
    "应收账款的上报数与核查数不符": "独家指标的上报数与核查数不符",
    "罚款金额: 8000": "罚款金额: 8123",
    "8000元（大写：捌仟元）": "8123元（大写：捌仟壹佰贰拾叁元）",
    "罚款人民币8000元": "罚款人民币8123元",
    "审查人: 示例癸": "审查人: 示例独审",
}


def test_the_withdrawn_decision_of_the_toy_is_gone(toy: Path) -> None:
    file = toy / "penalties/2020/2020-003.md"
    text = file.read_text("utf-8")
    for common, unique in UNIQUE.items():
        assert common in text
        text = text.replace(common, unique)
    file.write_text(text, "utf-8")
    column = render(check_toy(toy), toy.parent / "out", toy)
    everything = joined(column)
    assert [word for word in ("独家", "独审", "8123") if word in everything] == []
    assert "示市统罚决字〔2020〕3号" in everything
    (toy / "withdrawals/2021/2021-001.yaml").unlink()
    live = joined(render(check_toy(toy), toy.parent / "live", toy))
    assert [word for word in ("独家化工", "独家路", "独家指标", "8123") if word not in live] == []
    assert "独审" not in live


def test_internal_values_of_the_toy_are_nowhere(site: Column) -> None:
    records = site.checked.register.records
    public = {value for record in records for value in strings(record, Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL)}
    internal = {value for record in records for value in strings(record, Privacy.INTERNAL)} - public
    assert "示例壬" in internal
    assert [value for value in internal if value in joined(site)] == []


def test_the_pending_decision_of_the_toy_is_nowhere(site: Column) -> None:
    record = site.checked.register.get("penalties/2026-001")
    assert record is not None
    text = joined(site)
    assert record.number not in text  # type: ignore[attr-defined]
    assert record.party.name not in text  # type: ignore[attr-defined]
    assert not any("penalties/2026-001" in path for path in site.files)


def change(**item: str) -> dict[str, object]:
    """A correction with one change."""
    return {"更正事项": [item]}


@pytest.mark.parametrize(
    ("item", "quoted"),
    [
        ({"字段": "罚款金额", "原": "50000", "现": "5000"}, {"50,000 元": True, "5,000 元": True}),
        ({"字段": "当事人.地址", "原": "旧地址甲", "现": "（空）"}, {"旧地址甲": True, "当事人 · 地址": True}),
        ({"正文": "是", "原": "原来的话", "现": "现在的话"}, {"原来的话": True}),
        ({"字段": "公开审查.审查人", "原": "示例子", "现": "示例丑"}, {"示例子": False, "示例丑": False, "审查人": False}),
        ({"字段": "案号", "原": "旧案号甲", "现": "新案号乙"}, {"旧案号甲": False, "新案号乙": False}),
        ({"字段": "没有的.字段", "原": "旧值甲", "现": "新值乙"}, {"旧值甲": False, "新值乙": False, "没有的": False}),
        ({"字段": "调查数据.1.上报数", "原": "64600", "现": "646"}, {"64,600": False, "64600": False, "上报数": True}),
        ({"字段": "调查数据.1.差错率", "原": "99.9%", "现": "87.3%"}, {"99.9%": True}),
    ],
)
def test_a_correction_quotes_only_what_is_shown(item: dict[str, str], quoted: dict[str, bool], tmp_path: Path) -> None:
    decision = penalty("2020-001", 调查数据=[FIGURES], 微观数据={"处理": "仅比率", "理由": "依法"})
    act = correction("penalties/2020-001", **change(**item))
    live = render(admitted(decision, act), tmp_path / "live")
    for page in ("penalties/2020-001/index.html", "corrections/2020-001/index.html"):
        text = live.page(page).get_text()
        assert {value: value in text for value in quoted} == quoted
    gone = render(admitted(decision, act, withdrawal("penalties/2020-001")), tmp_path / "gone")
    for value in (item["原"], item["现"]):
        assert value == "（空）" or value not in joined(gone)
    assert "50,000 元" not in joined(gone)


@pytest.mark.parametrize(
    ("handling", "shown", "hidden"),
    [
        ("全部", {"646", "5,087", "4,441", "87.3%", "营业收入"}, set()),
        ("仅比率", {"87.3%", "营业收入", "财务状况", "2019年", "【依法隐去】"}, {"646", "5,087", "4,441"}),
        ("隐去", {"【依法隐去】"}, {"646", "5,087", "4,441", "87.3%", "营业收入"}),
        (None, {"87.3%", "营业收入"}, {"646", "5,087", "4,441"}),
    ],
)
def test_survey_figures_show_as_the_record_says(handling: str | None, shown: set[str], hidden: set[str], tmp_path: Path) -> None:
    microdata = {"微观数据": {"处理": handling, "理由": "隐去的理由甲"}} if handling else {}
    column = render(admitted(penalty("2020-001", 调查数据=[FIGURES], **microdata)), tmp_path)
    page = column.page("penalties/2020-001/index.html").get_text()
    assert {value for value in shown | hidden if value in page} == shown
    assert ("隐去的理由甲" in page) == (handling is not None)
    assert [value for value in hidden if value in joined(column)] == []


def test_reasons_of_corrections_leave_with_the_text(tmp_path: Path) -> None:
    act = correction("penalties/2020-001", 理由="把当事人甲公司写成了乙公司")
    column = render(admitted(penalty("2020-001"), act, withdrawal("penalties/2020-001")), tmp_path)
    assert "乙公司" not in column.text("penalties/2020-001/index.html")
    assert "复议决定撤销" in column.text("penalties/2020-001/index.html")


def test_acts_about_what_is_not_public_have_no_page(tmp_path: Path) -> None:
    pending = penalty("2027-001", 公开日期="2027-01-05", 决定日期="2027-01-01", 文号="示统罚决字〔2027〕1号")
    column = render(admitted(pending, correction("penalties/2027-001"), withdrawal("penalties/2027-001")), tmp_path)
    assert "2027" not in joined(column)
    assert not any("2020-001" in path or "2021-001" in path for path in column.files)


def test_names_of_narrowed_classes_never_widen() -> None:
    assert narrower(Privacy.INTERNAL, Privacy.IDENTITY) is Privacy.INTERNAL
    assert narrower(Privacy.IDENTITY, Privacy.PERSONAL) is Privacy.PERSONAL

