"""The blank form of every kind: whole, in order, canonical; unfilled it lacks only what is required, filled in it has no fault."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from generator.finding import KeyPath
from generator.model.declaration import Group, Slot, slots
from generator.model.record import Record
from generator.model.walk import leaves
from generator.reading.front_matter import split
from generator.reading.yaml_text import parse
from generator.reports.field_docs import condition
from generator.reports.scaffold import scaffold, scaffold_name
from generator.reports.schema import schema_text
from generator.rules.engine import run
from generator.rules.registry import Scope, rules_of
from generator.writing.canonical import canonical
from tests.kinds.files import KINDS, drafted, name
from tests.render.samples import sample

#: A line of a blank form that waits for a value: indentation and dash, then the key.
_BLANK = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[^\s#-][^:]*):\Z")
every_kind = pytest.mark.parametrize("kind", KINDS, ids=name)


def lines_of(kind: type[Record]) -> list[str]:
    """The lines of the form that hold keys and comments."""
    text = scaffold(kind)
    front = split(text)[0] if kind.KIND.prose else None
    return (front.yaml_text if front is not None else text).rstrip("\n").split("\n")


def walked(group: type[Group]) -> Iterator[tuple[type[Group], Slot]]:
    """Every declared field of a group and the groups in it, with the group that it belongs to, in canonical order."""
    for slot in slots(group):
        yield group, slot
        if slot.group is not None:
            yield from walked(slot.group)


@every_kind
def test_every_key_stands_in_order_under_what_it_means(kind: type[Record]) -> None:
    wanted = list(walked(kind))
    told: list[str] = []
    for line in lines_of(kind):
        if line.lstrip().startswith("#"):
            told.append(line)
        elif match := _BLANK.match(line):
            group, slot = wanted.pop(0)
            assert match["key"] == slot.key
            assert slot.declaration.description in told[-1]
            assert ("【必填】" in told[-1]) == slot.required
            assert condition(group, slot) in told[-1]
            assert slot.declaration.example in told[-1]
            assert all(option in told[-1] for option in (slot.scalar.options if slot.scalar is not None else ()))
            assert ("公开以后可以补填" in told[-1]) == slot.declaration.late
        else:
            assert line.strip() in ("", "-")
    assert wanted == []


@every_kind
def test_the_form_is_canonical(kind: type[Record]) -> None:
    assert canonical(scaffold(kind), kind) == scaffold(kind)
    assert scaffold_name(kind).endswith(kind.KIND.suffix)
    headings = [line for line in scaffold(kind).rpartition("---\n")[2].split("\n") if line.startswith("#")]
    assert not kind.KIND.prose or tuple(headings) == kind.KIND.outline


@every_kind
def test_an_unfilled_form_lacks_only_what_is_required(kind: type[Record], tmp_path: Path) -> None:
    draft = drafted(kind, scaffold(kind), tmp_path)
    found = run(rules_of(Scope.RECORD), [(draft.path, draft)], "", lambda *_: (None, None))
    assert {finding.rule for finding in found} == {"field-missing"}
    missing = {fault.where[0] for fault in draft.faults if isinstance(fault.where, tuple)}
    assert missing == {slot.key for slot in slots(kind) if slot.required}
    assert len(found) == len(missing)


@every_kind
def test_an_editor_marks_in_an_unfilled_form_only_what_is_required(kind: type[Record]) -> None:
    data, _ = parse("\n".join(lines_of(kind)))
    validator = Draft7Validator(json.loads(schema_text(kind)))
    marked = {error.path[0] for error in validator.iter_errors(_emptied(data))}
    assert marked == {slot.key for slot in slots(kind) if slot.required and slot.group is None}


def _emptied(data: object) -> object:
    """Empty values as an editor sees them."""
    if isinstance(data, dict):
        return {key: _emptied(value) for key, value in data.items()}
    return [_emptied(item) for item in data] if isinstance(data, list) else data or None


@every_kind
def test_a_filled_in_form_has_no_fault(kind: type[Record], tmp_path: Path) -> None:
    made = sample(kind).record
    told = {path: (slot, value) for path, slot, value in leaves(made)}
    lines = scaffold(kind).split("\n")
    blanks = [number for number, line in enumerate(lines) if _BLANK.match(line)]
    for number, path in zip(blanks, _paths(kind), strict=True):
        if path not in told:
            continue
        slot, value = told[path]
        text = slot.scalar.write(value)
        if lines[number + 1].strip() == "-":
            lines[number + 1] += f" {text}"
        else:
            lines[number] += f" [{text}]" if slot.many else f" {text}"
    draft = drafted(kind, "\n".join(lines), tmp_path)
    assert draft.faults == ()
    assert draft.record is not None
    filled = [(path, value) for path, _slot, value in leaves(draft.record)]
    assert filled == [(path, value) for path, _slot, value in leaves(made)]


def _paths(group: type[Group], above: KeyPath = ()) -> Iterator[KeyPath]:
    """The key path that each key of the form has, first items of lists; a list of scalars is its first item."""
    for slot in slots(group):
        here: KeyPath = (*above, slot.key, 0) if slot.many else (*above, slot.key)
        yield here
        if slot.group is not None:
            yield from _paths(slot.group, here)
