"""What two trees differ in: every record, row, act and file, and nothing of what a redaction took away."""

from __future__ import annotations

from generator.model.record import Record
from generator.model.tree_changes import RecordChange, TreeChanges, Version, What, tree_changes
from tests.model.builders import PENALTY, correction, penalty, record, register, withdrawal

BODY = "# 决定书\n\n## 当事人\n\n示例甲，住示例路1号。\n\n## 决定\n\n罚款人民币5000元。\n"
ROSTER = {"版次": "1", "生效日期": "2019-01-01", "调整原因": "首次公布", "机关": "bodies/shili-tjj", "示例": "是"}


def officer(number: str, **changes: str) -> dict[str, str]:
    """A row of a roster."""
    return {"编号": number, "姓名": f"示例{number}", "职务": "股长", "岗位": "执法人员"} | changes


def roster(edition: int, *rows: dict[str, str], **changes: str) -> Record:
    """An edition of a roster."""
    data = ROSTER | {"版次": str(edition), "生效日期": f"20{18 + edition}-01-01", "条目": list(rows)} | changes
    return record(f"rosters/shili-tjj/{edition}.yaml", data)


def decision(body: str = BODY, **changes: object) -> Record:
    """A decision with a text."""
    return record("penalties/2020-001.md", PENALTY | {"当事人": {"名称": "示例甲", "类别": "自然人"}} | changes, body)


def compared(old: list[Record], new: list[Record]) -> TreeChanges:
    """The differences of two trees without other files."""
    return tree_changes(Version(register(*old), {}), Version(register(*new), {}))


def only(old: list[Record], new: list[Record]) -> RecordChange:
    """The one record that differs."""
    (change,) = compared(old, new).records
    return change


def values(change: RecordChange) -> list[tuple[str, str]]:
    """原 and 现 of each field."""
    return [(told.difference.was, told.difference.now) for told in change.told]


def test_equal_trees_differ_in_nothing() -> None:
    both = [decision(), roster(1, officer("p01")), correction("penalties/2020-001")]
    assert compared(both, both) == TreeChanges((), (), ())


def test_records_come_and_go() -> None:
    found = compared([penalty("2020-001"), penalty("2020-002")], [penalty("2020-002"), penalty("2020-003")]).records
    assert [(change.what, change.record.id) for change in found] == [
        (What.REMOVED, "penalties/2020-001"), (What.ADDED, "penalties/2020-003"),
    ]


def test_fields_and_passages() -> None:
    change = only([decision(案号="甲")], [decision(BODY.replace("5000元", "500元"), 案号="乙")])
    assert values(change) == [("甲", "乙"), ("罚款人民币5000元", "罚款人民币500元")]
    assert [told.is_hidden or told.is_addition for told in change.told] == [False, False]


def test_what_came_late_is_an_addition_and_what_is_internal_is_marked() -> None:
    review = {"日期": "2020-06-03", "审查人": "示例壬", "结论": "同意公开"}
    change = only([decision(公开审查=review)], [decision(送达日期="2020-06-08", 公开审查=review | {"审查人": "示例癸"})])
    told = {each.difference.path[-1]: (each.is_addition, each.difference.is_public) for each in change.told}
    assert told == {"送达日期": (True, True), "审查人": (False, False)}


def test_redacted_text_is_not_to_be_quoted_whichever_way() -> None:
    whole = decision()
    scrubbed = decision(BODY.replace("示例路1号", "【依法隐去】"), 当事人={"名称": "【依法隐去】", "类别": "自然人"})
    for old, new in ((whole, scrubbed), (scrubbed, whole)):
        change = only([old], [new])
        assert [told.is_hidden for told in change.told] == [True, True]


def test_a_new_act_is_told_with_its_record() -> None:
    base = [penalty("2020-001")]
    change = only(base, [*base, withdrawal("penalties/2020-001"), correction("penalties/2020-001")])
    assert (change.what, [act.id for act in change.acts]) == (What.CHANGED, ["corrections/2020-001", "withdrawals/2021-001"])
    alone = only([], [withdrawal("penalties/2020-009")])
    assert (alone.what, alone.record.id) == (What.ADDED, "withdrawals/2021-001")


def test_a_new_record_brings_its_acts() -> None:
    change = only([], [penalty("2020-001"), withdrawal("penalties/2020-001")])
    assert (change.what, len(change.acts)) == (What.ADDED, 1)


def test_a_new_edition_is_compared_with_the_one_before_by_the_numbers_of_rows() -> None:
    first = roster(1, officer("p01"), officer("p02"), officer("p03"))
    second = roster(2, officer("p04"), officer("p01"), officer("p02", 职务="局长"), 调整原因="人员变动")
    change = only([first], [first, second])
    assert (change.what, change.before, change.told) == (What.ADDED, first, ())
    assert [(row.number, row.what) for row in change.rows] == [
        ("p04", What.ADDED), ("p02", What.CHANGED), ("p03", What.REMOVED),
    ]
    (told,) = change.rows[1].told
    assert (told.difference.path, told.difference.was, told.difference.now) == (("职务",), "股长", "局长")


def test_an_edition_altered_in_its_place_is_compared_with_itself() -> None:
    change = only([roster(1, officer("p01"))], [roster(1, officer("p01", 职务="局长"), 调整原因="别的")])
    assert (change.what, values(change)) == (What.CHANGED, [("首次公布", "别的")])
    assert [row.number for row in change.rows] == ["p01"]


def test_other_files() -> None:
    empty = register()
    found = tree_changes(Version(empty, {"a": "1", "b": "1", "c": "1"}), Version(empty, {"b": "2", "c": "1", "d": "1"}))
    assert found.files == (("a", What.REMOVED), ("b", What.CHANGED), ("d", What.ADDED))
