"""Turns the raw keys of one file into a record of its kind, or into all the faults that prevent it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.finding import Fault, KeyPath
from generator.model.declaration import Group, Slot, slot_by_key
from generator.model.record import Origin, Record
from generator.model.scalars import MARKER

#: What stands for a value but is none.
_SPECIAL = ("", MARKER)


def bind(kind: type[Record], data: dict[str, Any], origin: Origin) -> tuple[Record | None, tuple[Fault, ...]]:
    """Bind ``data`` to ``kind``. A known key whose value is empty counts as absent (forms are committed half-filled).

    Returns the record, or None with one fault per wrong or missing value; fault codes are pydantic's error types, those of
    :mod:`generator.model.scalars`, and ``marker-misplaced`` where nothing can be redacted (:attr:`Slot.may_hide`).
    """
    misplaced: list[Fault] = []
    values = _filled(data, kind, (), misplaced)
    values["\0origin"] = origin
    try:
        record = kind.model_validate(values)
    except ValidationError as error:
        return None, tuple(misplaced) + tuple(
            Fault(item["type"], tuple(item["loc"]), dict(item.get("ctx") or {}))
            for item in error.errors(include_url=False, include_input=False)
        )
    return (None, tuple(misplaced)) if misplaced else (record, ())


def _filled(data: dict[str, Any], group: type[Group] | None, above: KeyPath, misplaced: list[Fault]) -> dict[str, Any]:
    """An unknown key stays, though empty: ``上报数: 1,646`` within braces is the number 1 and an empty key 646."""
    return {
        key: value if type(value) is str else _inner(value, group, (*above, key), misplaced)
        for key, value in data.items()
        if value not in _SPECIAL or _stays(value, group, (*above, key), misplaced)
    }


def _stays(value: str, group: type[Group] | None, path: KeyPath, misplaced: list[Fault]) -> bool:
    """Whether an empty value or a marker is handed on. A marker always is: what is wrong with it is a fault of its own."""
    slot = slot_by_key(group, str(path[-1])) if group is not None else None
    if value == "":
        return slot is None
    if slot is not None and slot.scalar is not None and not slot.may_hide:
        misplaced.append(Fault("marker-misplaced", path))
    return True


def _inner(value: Any, group: type[Group] | None, path: KeyPath, misplaced: list[Fault]) -> Any:
    slot = slot_by_key(group, str(path[-1])) if group is not None else None
    below = slot.group if slot is not None else None
    if type(value) is dict:
        return _filled(value, below, path, misplaced)
    if MARKER in value:
        misplaced += _misplaced(value, slot, path)
    return tuple(
        _filled(item, below, (*path, index), misplaced) if type(item) is dict else _plain(item)
        for index, item in enumerate(value)
    )


def _misplaced(items: list[Any], slot: Slot | None, path: KeyPath) -> list[Fault]:
    if slot is None or slot.scalar is None or slot.may_hide:
        return []
    return [Fault("marker-misplaced", (*path, index)) for index, item in enumerate(items) if item == MARKER]


def _plain(value: Any) -> Any:
    """A value where no group is meant: only its shape will matter."""
    return tuple(map(_plain, value)) if type(value) is list else value
