"""Edits of public records, one per declared field, made from the declarations alone: what a hasty or a dishonest hand could do."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from generator.finding import Finding, KeyPath, path_text
from generator.model.declaration import Privacy, Slot
from generator.model.paths import Place, place_at, texts
from generator.model.record import Lifecycle, Record
from generator.model.register import Register
from generator.model.transition import Baseline, Transition
from generator.reports.schema import schema_name
from generator.rules.engine import run
from generator.rules.registry import Scope, rules_of
from tests.kinds.files import SHOWN
from tests.model.builders import record, register
from tests.render.samples import BODY, Maker, path_of

BASE_DAY, AS_OF = date(2026, 8, 31), date(2026, 9, 1)


@dataclass(frozen=True)
class Field:
    """One leaf of a kind's sample, and the place that it has by the declarations."""

    kind: type[Record]
    path: KeyPath
    place: Place

    @property
    def is_public(self) -> bool:
        """Whether the public could see it change."""
        return self.place.privacy is not Privacy.INTERNAL

    def __str__(self) -> str:
        return f"{schema_name(self.kind)}-{path_text(self.path)}"


def raw(kind: type[Record]) -> dict[str, Any]:
    """The raw values of a sample with every field filled; its waivers are not spent, which is another rule's affair."""
    data = Maker(count(1)).group(kind, (), Privacy.IDENTITY)
    for waiver in data.get("豁免", ()):
        waiver["截止"] = "2030-12-31"
    return data


def made(kind: type[Record], data: dict[str, Any], body: str = BODY) -> Record:
    """The sample's record with these values."""
    return record(path_of(kind), data, body if kind.KIND.prose else "")


def fields() -> Iterator[Field]:
    """Every leaf of every kind that the public sees."""
    for kind in SHOWN:
        for path in texts(made(kind, raw(kind))):
            place = place_at(kind, path)
            assert place is not None
            yield Field(kind, path, place)


def of(*lifecycles: Lifecycle) -> list[Field]:
    """The public leaves of kinds with these lifecycles."""
    return [field for field in fields() if field.is_public and field.kind.KIND.lifecycle in lifecycles]


def with_text(*lifecycles: Lifecycle) -> list[type[Record]]:
    """The kinds with a Markdown text."""
    return [kind for kind in SHOWN if kind.KIND.prose and kind.KIND.lifecycle in lifecycles]


def folder(value: object) -> str | None:
    """How a kind is called in a test's id; pytest names everything else."""
    return value.KIND.folder if isinstance(value, type) and issubclass(value, Record) else None


def other(slot: Slot, old: str) -> str:
    """Another valid value of the field."""
    scalar = slot.scalar
    assert scalar is not None
    if scalar.options:
        return next(option for option in scalar.options if option != old)
    if scalar.targets and scalar.targets[0].startswith("reference/"):
        return "S8"
    if scalar.targets:
        return {"rosters": "N-8888", "*": "penalties/2020-901"}.get(scalar.targets[0], f"{scalar.targets[0]}/other")
    new = Maker(count(700)).scalar(slot, (), Privacy.PUBLIC)
    if new == old:
        new = {"0" * 64: "1" * 64}.get(old, f"{old[:-1]}{'2' if old[-1] != '2' else '3'}")
    return new


def changed(data: dict[str, Any], path: KeyPath, value: str | None) -> dict[str, Any]:
    """A copy of raw data with another value at a path; None takes the value out, and the row or group that it leaves empty."""
    new = copy.deepcopy(data)
    parents: list[Any] = [new]
    for part in path[:-1]:
        parents.append(parents[-1][part])
    if value is not None:
        parents[-1][path[-1]] = value
        return new
    for holder, part in zip(reversed(parents), reversed(path), strict=True):
        del holder[part]
        if holder:
            break
    return new


def value_at(data: dict[str, Any], path: KeyPath) -> str:
    """The raw value at a path."""
    found: Any = data
    for part in path:
        found = found[part]
    return found


def findings(base: Register | Record, *head: Record, as_of: date = AS_OF, day: date = BASE_DAY) -> list[Finding]:
    """What the rules of change say of a change from a register, or from one record, to these records."""
    before = base if isinstance(base, Register) else register(base)
    change = Transition(Baseline(before, day, "base"), register(*head), as_of)
    return run(rules_of(Scope.CHANGE), [("", change)], "content", lambda *_: (None, None))


def rules(found: list[Finding]) -> set[str]:
    """The ids of the rules that found something; a crash fails the test."""
    assert not [finding.message for finding in found if "运行出错" in finding.message]
    return {finding.rule for finding in found}
