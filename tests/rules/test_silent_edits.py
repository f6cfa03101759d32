"""Nothing that was public can be edited silently: one edit per declared field of every kind, and edits of whole files."""

from __future__ import annotations

import pytest

from generator.model.record import Lifecycle
from tests.kinds.files import SHOWN
from tests.render.samples import BODY
from tests.rules.edits import (
    Field,
    changed,
    fields,
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

#: Which rule speaks of an altered field.
KEEPER = {
    Lifecycle.DOCUMENT: "correction-unannounced",
    Lifecycle.LIST: "edition-altered",
    Lifecycle.ACT: "act-altered",
}
PUBLIC = of(*KEEPER)
CHANGEABLE = [field for field in PUBLIC if field.place.slot.scalar is not None and len(field.place.slot.scalar.options) != 1]
REMOVABLE = [field for field in PUBLIC if field.place.slot.may_be_absent]
#: The last day of a waiver has a rule of its own.
INTERNAL = [field for field in fields() if not field.is_public and field.path[-1] != "截止"]


def keeper(field: Field) -> str:
    """The rule that must speak of this field."""
    if field.path == ("公开日期",):
        return "published-day-moved"
    if field.place.late and field.kind.KIND.lifecycle is not Lifecycle.LIST:
        return "late-field-changed"
    return KEEPER[field.kind.KIND.lifecycle]


def test_there_are_enough() -> None:
    assert len(CHANGEABLE) > 300
    assert {field.kind.KIND.lifecycle for field in PUBLIC} == set(KEEPER)


@pytest.mark.parametrize("field", CHANGEABLE, ids=str)
def test_a_changed_value_is_refused(field: Field) -> None:
    data = raw(field.kind)
    new = changed(data, field.path, other(field.place.slot, value_at(data, field.path)))
    found = findings(made(field.kind, data), made(field.kind, new))
    assert keeper(field) in rules(found)
    assert all(finding.excerpt is None for finding in found)


@pytest.mark.parametrize("field", REMOVABLE, ids=str)
def test_a_removed_value_is_refused(field: Field) -> None:
    data = raw(field.kind)
    found = findings(made(field.kind, data), made(field.kind, changed(data, field.path, None)))
    assert keeper(field) in rules(found)


@pytest.mark.parametrize("field", REMOVABLE, ids=str)
def test_an_added_value_is_refused_unless_it_may_come_late(field: Field) -> None:
    data = raw(field.kind)
    found = findings(made(field.kind, changed(data, field.path, None)), made(field.kind, data))
    assert rules(found) == (set() if field.place.late else {keeper(field)})


@pytest.mark.parametrize("field", INTERNAL, ids=str)
def test_what_the_public_never_saw_may_be_edited(field: Field) -> None:
    data = raw(field.kind)
    new = changed(data, field.path, other(field.place.slot, value_at(data, field.path)))
    assert rules(findings(made(field.kind, data), made(field.kind, new))) == set()


@pytest.mark.parametrize("kind", with_text(*KEEPER), ids=folder)
@pytest.mark.parametrize("body", ["", BODY[:-1], BODY.replace("甲", "乙"), BODY.replace("记", " 记"), f"{BODY}\n\n另一段。"])
def test_an_altered_text_is_refused(kind: type, body: str) -> None:
    data = raw(kind)
    assert rules(findings(made(kind, data), made(kind, data, body))) == {KEEPER[kind.KIND.lifecycle]}


@pytest.mark.parametrize("kind", SHOWN, ids=folder)
def test_a_vanished_file_is_refused(kind: type) -> None:
    assert rules(findings(made(kind, raw(kind)))) == {"record-vanished"}
