"""Reads a day out of a record by the path of keys that policy data name: 决定日期, 听证.告知日期, 过程.立案."""

from __future__ import annotations

from datetime import date

from generator.model.declaration import Group, slot_by_key
from generator.model.parts import ProcessStep, Step
from generator.model.record import Record

#: The steps that a path may name after 过程.
_STEPS = frozenset(Step.__metadata__[0].options)


def day_at(record: Group, path: str) -> date | None:
    """The day at a path of keys; of a step that occurs twice its first day. None where the record has none."""
    key, _, rest = path.partition(".")
    slot = slot_by_key(type(record), key)
    value = getattr(record, slot.name) if slot is not None else None
    if slot is not None and slot.many and slot.group is ProcessStep:
        return min((step.day for step in value or () if step.step == rest), default=None)
    if isinstance(value, Group):
        return day_at(value, rest)
    return value if isinstance(value, date) and not rest else None


def names_a_day(kind: type[Record], path: str) -> bool:
    """Whether a kind declares a day at this path."""
    group: type[Group] | None = kind
    key, _, rest = path.partition(".")
    while group is not None:
        slot = slot_by_key(group, key)
        if slot is None:
            return False
        if slot.many:
            return slot.group is ProcessStep and rest in _STEPS
        if slot.group is None:
            return not rest and slot.scalar is not None and slot.scalar.name == "日期"
        group, (key, _, rest) = slot.group, rest.partition(".")
    return False
