"""Turns the raw keys of one file into a record of its kind, or into all the faults that prevent it."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.finding import Fault, KeyPath
from generator.model.declaration import Group, Slot, slot_by_key
from generator.model.record import Origin, Record
from generator.model.scalars import MARKER

#: What stands for a value but is none.
_SPECIAL = ("", MARKER)


def bind(kind: type[Record], data: dict[str, Any], origin: Origin) -> tuple[Record | None, tuple[Fault, ...]]:
    """Bind ``data`` to ``kind``. A known key that says nothing counts as absent (forms are committed half-filled).

    Returns the record, or None with one fault per wrong or missing value; fault codes are pydantic's error types, those of
    :mod:`generator.model.scalars`, and ``marker-misplaced`` where nothing can be redacted (:attr:`Slot.may_hide`).
    """
    marks: list[_Mark] = []
    values = _filled(data, kind, (), marks)
    values["\0origin"] = origin._replace(marks=tuple(mark.path for mark in marks)) if marks else origin
    misplaced = tuple(Fault("marker-misplaced", mark.path) for mark in marks if not mark.may_stand)
    try:
        record = kind.model_validate(values)
    except ValidationError as error:
        return None, misplaced + tuple(
            Fault(item["type"], tuple(item["loc"]), dict(item.get("ctx") or {}))
            for item in error.errors(include_url=False, include_input=False)
        )
    return (None, misplaced) if misplaced else (record, ())


class _Mark(NamedTuple):
    """A value that is nothing but the marker."""

    path: KeyPath
    may_stand: bool


def _filled(data: dict[str, Any], group: type[Group] | None, above: KeyPath, marks: list[_Mark]) -> dict[str, Any]:
    """An unknown key stays, though empty: ``上报数: 1,646`` within braces is the number 1 and an empty key 646."""
    filled: dict[str, Any] = {}
    for key, value in data.items():
        if type(value) is str and value not in _SPECIAL:
            filled[key] = value
            continue
        path = (*above, key)
        slot = slot_by_key(group, key) if group is not None else None
        inner = _marked(value, slot, path, marks) if type(value) is str else _inner(value, slot, path, marks)
        if slot is None or not _says_nothing(inner, slot):
            filled[key] = inner
    return filled


def _marked(value: str, slot: Slot | None, path: KeyPath, marks: list[_Mark]) -> str:
    """An empty value or a marker as it is. What is wrong with a marker is a fault of its own, so it is handed on."""
    if value == MARKER and slot is not None and slot.scalar is not None:
        marks.append(_Mark(path, slot.may_hide))
    return value


def _inner(value: Any, slot: Slot | None, path: KeyPath, marks: list[_Mark]) -> Any:
    below = slot.group if slot is not None else None
    if type(value) is dict:
        return _filled(value, below, path, marks)
    if MARKER in value:
        marks += [_Mark((*path, index), slot is None or slot.may_hide) for index, item in enumerate(value) if item == MARKER]
    return tuple(
        _filled(item, below, (*path, index), marks) if type(item) is dict else _plain(item)
        for index, item in enumerate(value)
    )


def _says_nothing(inner: Any, slot: Slot) -> bool:
    """An empty text, a blank form of a group, a list of nothing but such; an empty list was typed on purpose and stays."""
    if inner == "":
        return True
    if slot.many:
        return type(inner) is tuple and inner != () and all(item in ("", {}) for item in inner)
    return slot.group is not None and inner == {}


def _plain(value: Any) -> Any:
    """A value where no group is meant: only its shape will matter."""
    return tuple(map(_plain, value)) if type(value) is list else value
