"""The events of a record's public life, in order, and none of what was never public."""

from __future__ import annotations

from datetime import date

import pytest

from generator.history.timeline import Event, Happening, events_of, timeline
from generator.model.register import Register
from generator.model.settings import Settings
from tests.model.builders import correction, penalty, record, register, withdrawal

ID = "penalties/shili-2020-001"
AS_OF = date(2026, 9, 1)
REINSTATEMENT = record(
    "reinstatements/2021-001.yaml", {"恢复对象": ID, "恢复日期": "2021-09-01", "理由": "判决有效", "批准人": "局长", "示例": "是"}
)
REDACTION = record(
    "redactions/2020-001.yaml",
    {"处理对象": ID, "处理日期": "2020-08-03", "处理事项": [{"正文": "是", "类别": "个人隐私"}], "理由": "依申请", "批准人": "局长",
     "示例": "是"},
)


def told(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    """Day and word of each event."""
    return [(event.day.isoformat(), event.happening.label) for event in events]


def test_a_life() -> None:
    served = penalty(送达日期="2020-06-08", 归档={"日期": "2020-09-01"}, 过程=[{"环节": "立案", "日期": "2020-03-02"}])
    found = register(served, correction(ID), REDACTION, withdrawal(ID), REINSTATEMENT)
    assert told(events_of(served, found, AS_OF)) == [
        ("2020-06-05", "公开"), ("2020-06-08", "补充"), ("2020-07-01", "更正"), ("2020-08-03", "隐私处理"), ("2020-09-01", "补充"),
        ("2021-03-01", "撤下"), ("2021-09-01", "恢复公示"),
    ]  # fmt: skip
    assert told(events_of(served, found, date(2020, 7, 31))) == [
        ("2020-06-05", "公开"), ("2020-06-08", "补充"), ("2020-07-01", "更正"), ("2020-08-03", "隐私处理"), ("2021-03-01", "撤下"),
    ], "what hides counts by being in the tree"  # fmt: skip


def test_supplements_name_their_fields() -> None:
    served = penalty(送达日期="2020-06-08", 渠道=[{"名称": "政务服务网", "日期": "2020-06-08"}, {"名称": "公报"}])
    (event,) = [event for event in events_of(served, register(served), AS_OF) if event.happening is Happening.SUPPLEMENTED]
    assert [slot.key for slot in event.fields] == ["送达日期", "渠道"]


@pytest.mark.parametrize("never", [penalty(公开日期="2026-10-01"), penalty(公开方式="不予公开")])
def test_what_was_never_public_has_no_events(never: object) -> None:
    found = register(never, withdrawal(ID))  # type: ignore[arg-type]
    assert events_of(never, found, AS_OF) == ()  # type: ignore[arg-type]


def test_on_one_day_what_hides_comes_last() -> None:
    acts = [withdrawal(ID, 撤下日期="2020-06-05"), correction(ID, 更正日期="2020-06-05")]
    found = register(penalty(), *acts)
    assert [event.happening for event in timeline(found, AS_OF) if event.record.id == ID] == [
        Happening.PUBLISHED, Happening.CORRECTED, Happening.WITHDRAWN,
    ]  # fmt: skip


def test_lists_are_adjusted() -> None:
    editions = [
        record(f"recording-items/shili-tjj/{number}.yaml", {
            "版次": str(number), "生效日期": f"202{number}-01-01", "调整原因": "调整", "机关": "bodies/shili-tjj", "示例": "是",
            "条目": [{"编号": "r1", "执法事项": "统计执法检查", "执法环节": "送达", "记录内容": "送达", "记录方式": "录像"}],
        }) for number in (1, 2, 9)
    ]
    assert told(timeline(register(*editions), AS_OF)) == [("2021-01-01", "公开"), ("2022-01-01", "名单调整")]


def test_expiry_comes_with_the_day_after_the_term(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.model.terms import Term

    term = Term("t1", "门户公示", None, "示例", date(2020, 6, 1), None, 12, not_published=False)
    monkeypatch.setattr(Register, "term", lambda self, record, track: term)
    found = register(penalty(), settings=Settings())
    assert told(timeline(found, date(2021, 6, 1))) == [("2020-06-05", "公开")]
    assert told(timeline(found, date(2021, 6, 2))) == [("2020-06-05", "公开"), ("2021-06-02", "公示期满")]
