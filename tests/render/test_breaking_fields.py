"""Whoever lets pages see one field of a withdrawn record is stopped by the proof: every field of every kind in turn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from generator.model.checked import CheckedRegister
from generator.model.declaration import Group, Privacy
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle, Record
from generator.model.settings import Settings
from generator.model.suppression import hidden_of
from generator.render import (
    cards,
    edition_changes,
    parts,
    record_page,
    rows,
    tables,
    values,
)
from generator.render.proof import Proof
from generator.render.values import Field
from tests.model.builders import withdrawal
from tests.render.breaking import ADDRESS, traces, whole, write
from tests.render.column import admitted


@cache
def lying(kind: type[Record]) -> CheckedRegister:
    """One record of a kind with every field filled, withdrawn."""
    made = whole(kind, 1)
    return admitted(made, withdrawal(made.ref), settings=Settings(site_address=ADDRESS))


def tellings(kind: type[Record]) -> list[str]:
    """The fields of that record with a value that the proof looks for; choices, days and references say nothing by themselves."""
    checked = lying(kind)
    made = next(item for item in checked.register.records if not item.ref.startswith("withdrawals/"))
    return [hidden.field for hidden in hidden_of(checked) if hidden.record == made.ref]


def folder_or_key(value: object) -> str:
    """How a test is called."""
    return value.KIND.folder if isinstance(value, type) and issubclass(value, Record) else str(value)


# -- field by field --------------------------------------------------------------------------------------------------

FIELDS = [
    (kind, key)
    for kind in all_kinds() if kind.KIND.stage is not None and kind.KIND.lifecycle is not Lifecycle.ACT
    for key in dict.fromkeys(field.split(".")[0] for field in tellings(kind))
]
#: Withheld twice: figures of the survey by their handling too, files and their names by the files' own row of the table.
TWICE = {"调查数据", "附件"}
#: Printed only as a part of another field's section.
PARTS = {("laws", "条文对应"), ("flowcharts", "转换")}


def opened(monkeypatch: pytest.MonkeyPatch, kind: type[Record], key: str) -> None:
    """Let pages see one field of a kind with all that lies in it, whatever its class."""
    sound = values.fields

    def unfiltered(group: type[Group], outer: Privacy, classes: frozenset[Privacy]) -> tuple[Field, ...]:
        seen = sound(group, outer, classes)
        everything = sound(group, outer, frozenset(Privacy))
        if issubclass(group, Record):
            return tuple(field for field in everything if field in seen or (group is kind and field.slot.key == key))
        return everything

    for module in (values, record_page, rows, edition_changes, cards, tables):
        monkeypatch.setattr(module, "fields", unfiltered)
    # Rows are guarded once more where they would be printed.
    monkeypatch.setattr(parts, "rows_are_listed", lambda *_: True)
    _forget()


def _forget() -> None:
    record_page._layout.cache_clear()
    rows._columns.cache_clear()


@pytest.fixture
def forgetting() -> Iterator[None]:
    """What was worked out from a broken filter goes with it."""
    yield
    _forget()


@pytest.mark.usefixtures("forgetting")
@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, key in FIELDS if key != "正文"], ids=folder_or_key)
def test_a_field_that_is_let_go_is_caught(kind: type[Record], key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = lying(kind)
    opened(monkeypatch, kind, key)
    wrong = write(checked)
    files = wrong.of("records") | wrong.of("editions")
    found = {trace.field.split(".")[0] for trace in traces(files, Proof(checked, wrong.plan, lambda _path: b""))}
    if key in TWICE or (kind.KIND.folder, key) in PARTS:
        assert key not in found
    else:
        assert key in found


def test_the_fields_are_many_and_the_exceptions_few() -> None:
    assert len(FIELDS) > 150
    assert sum(key in TWICE or (kind.KIND.folder, key) in PARTS for kind, key in FIELDS) < 20


