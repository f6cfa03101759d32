"""What slipped past the check of a proposal never goes live: a publication is held against what the public sees.

By the rules of change where the live commit is known; by the live release's own data where a forced push took it away, or there is no git.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.publish.manifest import Manifest, Mark
from generator.publish.sealing import Before
from generator.publish.silent import silent_changes
from tests.publish.office import DAY, FILE_A, A, Office
from tests.publish.things import DAY as TODAY

_SILENT = ("的统计资料。\n调查数据", "的资料。\n调查数据")


def live(office: Office) -> str:
    """The name of the live release."""
    return (office.out / "current").readlink().name


@pytest.mark.slow
def test_a_silent_edit_is_refused_by_the_rules_of_change(office: Office) -> None:
    office.project.change(FILE_A, *_SILENT)
    office.commit()
    before = live(office)
    told = office.publish(code=1)
    assert f"错误[correction-unannounced] {A} 已经公开，这次改了“违法事实”，没有更正说明" in told
    assert live(office) == before
    assert "第 2 次发布" not in office.publish("--acts-only")
    assert live(office) == before


@pytest.mark.slow
def test_a_record_that_vanished_is_refused_before_anything_is_built(office: Office) -> None:
    (office.root / FILE_A).unlink()
    office.commit()
    told = office.publish(code=1)
    assert f"错误[record-vanished] 行政处罚决定 {A} 已经公开，现在的文件里没有了" in told


@pytest.mark.slow
def test_what_only_a_proposal_must_explain_does_not_stop_a_release(office: Office) -> None:
    """A merge that comes before the public days later is late by time alone (DESIGN §2.6)."""
    text = (office.root / FILE_A).read_text("utf-8").replace("〕1号", "〕901号")
    office.project.write("content/penalties/2014/shili-2014-901.md", text)
    assert "late-unexplained" in office.run("check", "--base", "HEAD", "--as-of", DAY, "--settings", "settings.py", code=1)
    office.commit()
    assert "第 2 次发布" in office.publish()


def forced_push(office: Office) -> None:
    """Another history, which does not hold the live commit."""
    shutil.rmtree(office.root / ".git")
    office.git("init", "-q")
    office.commit()


def no_repository(office: Office) -> None:
    """The content is in no repository any more."""
    shutil.rmtree(office.root / ".git")


@pytest.mark.slow
@pytest.mark.parametrize("lose", [forced_push, no_repository])
def test_without_the_live_commit_the_release_s_own_data_tell(office: Office, lose: Any) -> None:
    text = (office.root / FILE_A).read_text("utf-8")
    office.project.change(FILE_A, *_SILENT)
    lose(office)
    before = live(office)
    told = office.publish(code=2)
    assert f"已经公开的记录改了，没有说明：{A}" in told and "--accept-changed" in told
    assert live(office) == before
    (office.root / FILE_A).unlink()
    if lose is forced_push:
        office.commit()
    assert f"已经公开的记录从网站上消失了：{A}" in office.publish(code=2)
    office.project.write(FILE_A, text.replace("履行情况: 当事人", "归档: {日期: 2015-12-01, 案卷号: 卷甲7731乙}\n履行情况: 当事人"))
    if lose is forced_push:
        office.commit()
    assert "第 2 次发布" in office.publish(), "what is filled in later needs no act"
    assert json.loads(office.page("ledger.jsonl").splitlines()[-1])["event"] == "补充"


@pytest.mark.slow
def test_changes_that_were_looked_at_one_by_one_are_entered_as_such(office: Office) -> None:
    office.project.change(FILE_A, *_SILENT)
    forced_push(office)
    assert "第 2 次发布" in office.publish("--accept-changed")
    assert [json.loads(row)["event"] for row in office.page("ledger.jsonl").splitlines()[-1:]] == ["变动"]


OLD: dict[str, Any] = {
    "id": "penalties/2026-001", "acts": [], "standing": "current", "text": "正文",
    "fields": {"违法事实": "甲", "来源检查": "inspection-results/2026-001", "渠道": [{"名称": "政务服务网", "日期": "2026-08-01"}]},
}
#: What becomes of the form, which marks there are beside it (new ones, those that were live), and whether it is silent.
FORMS: dict[str, tuple[Mapping[str, Any], bool]] = {
    "a value": ({"fields": OLD["fields"] | {"违法事实": "乙"}}, True),
    "a value gone": ({"fields": {key: value for key, value in OLD["fields"].items() if key != "违法事实"}}, True),
    "the text": ({"text": "别的正文"}, True),
    "the day": ({"published": "2026-08-09"}, True),
    "late, added": ({"fields": OLD["fields"] | {"渠道": [*OLD["fields"]["渠道"], {"名称": "信用中国"}]}}, False),
    "late, changed": ({"fields": OLD["fields"] | {"渠道": [{"名称": "信用中国", "日期": "2026-08-01"}]}}, True),
    "late, taken away": ({"fields": OLD["fields"] | {"渠道": []}}, True),
    "late, filled": ({"fields": OLD["fields"] | {"归档": {"日期": "2026-08-09"}}}, False),
    "a neighbour hidden": ({"fields": OLD["fields"] | {"来源检查": "已撤下的检查结果"}}, False),
    "another neighbour": ({"fields": OLD["fields"] | {"来源检查": "inspection-results/2026-002"}}, True),
}


@pytest.mark.parametrize(("change", "is_silent"), FORMS.values(), ids=FORMS)
def test_what_counts_as_silent(tmp_path: Path, change: Mapping[str, Any], is_silent: bool) -> None:
    ref, neighbour = "penalties/2026-001", "inspection-results/2026-001"
    path = f"{ref}/record.json"
    (tmp_path / ref).mkdir(parents=True)
    (tmp_path / path).write_text(json.dumps({**OLD, **change}), "utf-8")
    if change.get("fields", {}).get("来源检查") == "inspection-results/2026-002":
        neighbour = "inspection-results/2026-003"
    mark = Mark(path, "行政处罚决定", "current", "2026-08-01", ())
    beside = Mark("x/record.json", "抽查结果", "current", "2026-08-01", ())
    manifest = Manifest(1, "", {}, TODAY, {path: "old"}, {ref: mark, neighbour: beside})
    before = Before(manifest, lambda _path: json.dumps(OLD).encode())
    records = {ref: mark, neighbour: beside._replace(standing="withdrawn", acts=(("withdrawals/2026-001", "撤下"),))}
    assert list(silent_changes(tmp_path, {path: "new"}, records, before)) == ([ref] if is_silent else [])


#: What becomes of a roster's edition when a further one comes, and whether it is silent.
SUPERSEDED: dict[str, tuple[Mapping[str, Any], bool]] = {
    "nothing is told of persons": ({"人员": {"人数": "2", "证件号码": ["SL-0001", "SL-0002"]}}, False),
    "a field is not told": ({}, False),
    "another person": ({"人员": [{"姓名": "示例丙"}, {"姓名": "示例乙"}]}, True),
    "another number": ({"人员": {"人数": "2", "证件号码": [], "姓名": "示例丙"}}, True),
}


@pytest.mark.parametrize(("fields", "is_silent"), SUPERSEDED.values(), ids=SUPERSEDED)
def test_a_new_edition_takes_persons_away_and_nothing_else(tmp_path: Path, fields: Mapping[str, Any], is_silent: bool) -> None:
    ref, mark = "rosters/x@1", Mark("r/record.json", "清单", "current", "2026-08-01", ())
    (tmp_path / "r").mkdir()
    old = {**OLD, "fields": {"人员": [{"姓名": "示例甲"}, {"姓名": "示例乙"}]}}
    (tmp_path / mark.path).write_text(json.dumps({**old, "fields": fields}), "utf-8")
    before = Before(Manifest(1, "", {}, TODAY, {mark.path: "old"}, {ref: mark}), lambda _path: json.dumps(old).encode())
    assert list(silent_changes(tmp_path, {mark.path: "new"}, {ref: mark}, before)) == [ref]
    found = list(silent_changes(tmp_path, {mark.path: "new"}, {ref: mark, "rosters/x@2": mark}, before))
    assert found == ([ref] if is_silent else [])


#: What an act says that it is about, what becomes of the record, and whether it is silent.
NAMED: dict[str, tuple[dict[str, Any], Mapping[str, Any], bool]] = {
    "the field": ({"更正事项": [{"内容": "违法事实", "原": "甲", "现": "乙"}]}, {"fields": OLD["fields"] | {"违法事实": "乙"}}, False),
    "another field": ({"更正事项": [{"内容": "渠道", "原": "甲", "现": "乙"}]}, {"fields": OLD["fields"] | {"违法事实": "乙"}}, True),
    "the text": ({"更正事项": [{"内容": "正文", "原": "甲", "现": "乙"}]}, {"text": "别的正文"}, False),
    "a field, and the text changes": ({"更正事项": [{"内容": "违法事实", "原": "甲", "现": "乙"}]}, {"text": "别的正文"}, True),
    "a path": ({"处理事项": [{"字段": "违法事实", "类别": "个人隐私"}]}, {"fields": OLD["fields"] | {"违法事实": "【依法隐去】"}}, False),
    "a heading": ({"处理事项": [{"标题": "当事人", "类别": "个人隐私"}]}, {"text": "【依法隐去】"}, False),
}


@pytest.mark.parametrize(("said", "change", "is_silent"), NAMED.values(), ids=NAMED)
def test_an_act_explains_what_it_names(tmp_path: Path, said: dict[str, Any], change: Mapping[str, Any], is_silent: bool) -> None:
    ref, act = "penalties/2026-001", "corrections/2026-001"
    mark = Mark("r/record.json", "行政处罚决定", "current", "2026-08-01", ())
    beside = Mark("a/record.json", "更正", "current", "2026-09-01", ())
    for at, form in ((mark, {**OLD, **change}), (beside, {"id": act, "fields": said})):
        (tmp_path / at.path).parent.mkdir()
        (tmp_path / at.path).write_text(json.dumps(form), "utf-8")
    before = Before(Manifest(1, "", {}, TODAY, {mark.path: "old"}, {ref: mark}), lambda _path: json.dumps(OLD).encode())
    records = {ref: mark._replace(acts=((act, "更正"),)), act: beside}
    assert list(silent_changes(tmp_path, {mark.path: "new"}, records, before)) == ([ref] if is_silent else [])


@pytest.mark.parametrize(("acts", "is_silent"), [((), True), ((("corrections/2026-001", "更正"),), False)])
def test_what_has_expired_does_not_come_back_by_itself(tmp_path: Path, acts: tuple[tuple[str, str], ...], is_silent: bool) -> None:
    ref, mark = "penalties/2026-001", Mark("r/record.json", "行政处罚决定", "current", "2026-08-01", acts)
    old = mark._replace(standing="expired", acts=())
    before = Before(Manifest(1, "", {}, TODAY, {mark.path: "old"}, {ref: old}), lambda _path: None)
    assert list(silent_changes(tmp_path, {mark.path: "new"}, {ref: mark}, before)) == ([ref] if is_silent else [])
