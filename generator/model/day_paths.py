"""Reads a day out of a record by the path of keys that policy data name: 决定日期, 听证.告知日期, 过程.立案."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.model.declaration import Group, slot_by_key
from generator.model.parts import ProcessStep, Step
from generator.model.record import Record

#: The steps that a path may name after 过程.
_STEPS = frozenset(Step.__metadata__[0].options)


class _Way(NamedTuple):
    """The attributes to follow; at their end stands a day, or the steps among which one is named."""

    names: tuple[str, ...]
    step: str | None


def day_at(record: Record, path: str) -> date | None:
    """The day at a path of keys; of a step that occurs twice its first day. None where the record has none."""
    way = _way(type(record), path)
    if way is None:
        return None
    value = record
    for name in way.names:
        value = getattr(value, name)
        if value is None:
            return None
    if way.step is not None:
        return _first_day(value, way.step)  # type: ignore[arg-type]
    return value  # type: ignore[return-value]


def _first_day(steps: Iterable[ProcessStep], name: str) -> date | None:
    first: date | None = None
    for step in steps:
        if step.step == name and (first is None or step.day < first):
            first = step.day
    return first


def names_a_day(kind: type[Record], path: str) -> bool:
    """Whether a kind declares a day at this path."""
    return _way(kind, path) is not None


@cache
def _way(kind: type[Group], path: str) -> _Way | None:
    key, _, rest = path.partition(".")
    slot = slot_by_key(kind, key)
    if slot is None:
        return None
    if slot.many:
        return _Way((slot.name,), rest) if slot.group is ProcessStep and rest in _STEPS else None
    if slot.group is None:
        return _Way((slot.name,), None) if not rest and slot.scalar is not None and slot.scalar.name == "日期" else None
    inner = _way(slot.group, rest)
    return _Way((slot.name, *inner.names), inner.step) if inner is not None else None
