"""What an act announces passes: a correction of every field, a redaction of every field that can hold the marker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.finding import Severity, path_text
from generator.model.paths import ABSENT
from generator.model.record import Lifecycle, Record
from generator.model.scalars import MARKER
from generator.rules.engine import run
from generator.rules.registry import Scope, rules_of
from tests.model.builders import record, register
from tests.render.samples import BODY
from tests.rules.edits import (
    Field,
    changed,
    findings,
    folder,
    made,
    of,
    other,
    raw,
    rules,
    value_at,
    with_text,
)

DOCUMENTS = of(Lifecycle.DOCUMENT)
#: What no correction may change: it would take the whole record away, or make an invented one true.
FIXED = (("公开方式",), ("示例",))
CORRECTABLE = [
    field for field in of(Lifecycle.DOCUMENT, Lifecycle.ACT)
    if len(field.place.slot.scalar.options) != 1 and not field.path[0].endswith("对象") and field.path not in FIXED  # type: ignore[union-attr]
]
SAMPLES = [field for field in of(Lifecycle.DOCUMENT, Lifecycle.ACT) if field.path == ("示例",)]
#: Files are replaced, not scrubbed; a sample's two digests are the same, so that one would still be read.
REDACTABLE = [
    field for field in of(Lifecycle.DOCUMENT, Lifecycle.LIST, Lifecycle.ACT)
    if field.place.slot.may_hide and field.path[0] != "附件" and field.path[-1] not in ("编号", "字段", "正文", "标题", "名录摘要")
]
OWN = ("act-", "correction-", "redaction-")


def correction(target: Record, *changes: dict[str, str], day: str = "2026-09-01") -> Record:
    """A correction of ``target``, held against the original."""
    data: dict[str, Any] = {"更正对象": target.ref, "更正日期": day, "更正事项": list(changes), "理由": "录入错误", "与原件核对": "是",
                            "来源": "依职权", "批准人": "局长"}
    return record("corrections/2026-800.yaml", data)


def redaction(target: Record, *parts: dict[str, str]) -> Record:
    """A redaction of ``target``."""
    data = {"处理对象": target.ref, "处理日期": "2026-09-01", "处理事项": list(parts), "理由": "依申请处理", "批准人": "局长"}
    return record("redactions/2026-800.yaml", data)


def told(*records: Record) -> set[str]:
    """Which rules about acts find something in these records."""
    subject = register(*records)
    found = run(rules_of(Scope.REGISTER), [("", subject)], "", lambda *_: (None, None), None)
    return {finding.rule for finding in found if finding.rule.startswith(OWN) and finding.severity is Severity.ERROR}


def crashes(*records: Record) -> Iterator[str]:
    """The rules that do not survive these records."""
    subject = register(*records)
    found = run(rules_of(Scope.RECORD), ((draft.path, draft) for draft in subject.drafts), "", lambda *_: (None, None))
    found += run(rules_of(Scope.REGISTER), [("", subject)], "", lambda *_: (None, None), None)
    return (finding.rule for finding in found if "运行出错" in finding.message)


@pytest.mark.parametrize("field", CORRECTABLE, ids=str)
def test_a_corrected_value_passes(field: Field) -> None:
    data = raw(field.kind)
    was = value_at(data, field.path)
    now = other(field.place.slot, was)
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, now))
    act = correction(head, {"字段": path_text(field.path), "原": was, "现": now})
    assert rules(findings(base, head, act)) == set()
    assert told(head, act) - {"act-order"} == set()


@pytest.mark.parametrize("field", SAMPLES, ids=str)
def test_a_correction_of_the_sample_mark_is_refused(field: Field) -> None:
    data = raw(field.kind)
    was = value_at(data, field.path)
    now = other(field.place.slot, was)
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, now))
    act = correction(head, {"字段": path_text(field.path), "原": was, "现": now})
    assert rules(findings(base, head, act)) == {"sample-turned"}


@pytest.mark.parametrize("field", [field for field in DOCUMENTS if field.place.slot.may_be_absent], ids=str)
def test_a_corrected_absence_passes(field: Field) -> None:
    data = raw(field.kind)
    was = value_at(data, field.path)
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, None))
    act = correction(head, {"字段": path_text(field.path), "原": was, "现": ABSENT})
    assert rules(findings(base, head, act)) == set()


@pytest.mark.parametrize("field", [field for field in DOCUMENTS if field in CORRECTABLE], ids=str)
def test_a_correction_that_begins_elsewhere_is_refused(field: Field) -> None:
    data = raw(field.kind)
    now = other(field.place.slot, value_at(data, field.path))
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, now))
    act = correction(head, {"字段": path_text(field.path), "原": "别的内容", "现": now})
    assert rules(findings(base, head, act)) == {"correction-was-mismatch"}


@pytest.mark.parametrize("field", REDACTABLE, ids=str)
def test_a_redacted_value_passes(field: Field) -> None:
    data = raw(field.kind)
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, MARKER))
    act = redaction(head, {"字段": path_text(field.path), "类别": "个人隐私"})
    assert rules(findings(base, head, act)) == set()
    assert "redaction-not-done" not in told(head, act) and "redaction-marker-unnamed" not in told(head, act)
    assert "redaction-not-done" in told(base, act)
    assert list(crashes(head, act)) == []


@pytest.mark.parametrize("field", REDACTABLE, ids=str)
def test_a_marker_without_a_redaction_is_refused(field: Field) -> None:
    data = raw(field.kind)
    base, head = made(field.kind, data), made(field.kind, changed(data, field.path, MARKER))
    assert rules(findings(base, head)) & {"correction-unannounced", "late-field-changed", "edition-altered", "act-altered"}
    assert "redaction-marker-unnamed" in told(head)


@pytest.mark.parametrize("kind", with_text(Lifecycle.DOCUMENT), ids=folder)
class TestText:
    """The Markdown of every kind that has one."""

    def test_a_corrected_passage_passes(self, kind: type[Record]) -> None:
        base, head = made(kind, raw(kind)), made(kind, raw(kind), BODY.replace("记号甲", "记号乙"))
        assert rules(findings(base, head, correction(head, {"正文": "是", "原": "记号甲", "现": "记号乙"}))) == set()

    def test_an_added_and_a_removed_passage_pass(self, kind: type[Record]) -> None:
        longer = f"{BODY}\n\n附注一段。\n"
        base, head = made(kind, raw(kind)), made(kind, raw(kind), longer)
        assert rules(findings(base, head, correction(head, {"正文": "是", "原": ABSENT, "现": "附注一段。"}))) == set()
        shorter = correction(base, {"正文": "是", "原": "此处只有这一份记录有", "现": "此处这一份记录有"})
        assert rules(findings(base, made(kind, raw(kind), BODY.replace("只有", "")), shorter)) == set()

    def test_a_correction_hides_no_other_edit(self, kind: type[Record]) -> None:
        base, head = made(kind, raw(kind)), made(kind, raw(kind), BODY.replace("记号甲", "记号乙").replace("只有", "仅有"))
        act = correction(head, {"正文": "是", "原": "记号甲", "现": "记号乙"})
        assert rules(findings(base, head, act)) == {"correction-unannounced"}
        assert told(head, act) == set()

    def test_a_passage_that_was_not_there_is_refused(self, kind: type[Record]) -> None:
        base, head = made(kind, raw(kind)), made(kind, raw(kind), BODY.replace("记号甲", "记号乙"))
        assert rules(findings(base, head, correction(head, {"正文": "是", "原": "记号丙", "现": "记号乙"}))) == {"correction-was-mismatch"}

    def test_a_redacted_passage_passes(self, kind: type[Record]) -> None:
        base, head = made(kind, raw(kind)), made(kind, raw(kind), BODY.replace("记号甲", MARKER))
        part = {"正文": "是", "处数": "1", "类别": "个人隐私"}
        assert rules(findings(base, head, redaction(head, part))) == set()
        assert rules(findings(base, head, redaction(head, part | {"处数": "2"}))) == {"correction-unannounced"}
        more = made(kind, raw(kind), head.body.replace("只有", "仅有"))
        assert rules(findings(base, more, redaction(head, part))) == {"correction-unannounced"}
