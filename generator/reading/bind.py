"""Turns the raw keys of one file into a record of its kind, or into all the faults that prevent it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.finding import Fault
from generator.model.declaration import Group, slot_by_key
from generator.model.record import Origin, Record


def bind(kind: type[Record], data: dict[str, Any], origin: Origin) -> tuple[Record | None, tuple[Fault, ...]]:
    """Bind ``data`` to ``kind``. A known key whose value is empty counts as absent (forms are committed half-filled).

    Returns the record, or None with one fault per wrong or missing value; fault codes are pydantic's error types and
    those of :mod:`generator.model.scalars`.
    """
    values = _filled(data, kind)
    values["\0origin"] = origin
    try:
        return kind.model_validate(values), ()
    except ValidationError as error:
        return None, tuple(
            Fault(item["type"], tuple(item["loc"]), dict(item.get("ctx") or {}))
            for item in error.errors(include_url=False, include_input=False)
        )


def _filled(data: dict[str, Any], group: type[Group] | None) -> dict[str, Any]:
    """An unknown key stays, though empty: ``上报数: 1,646`` within braces is the number 1 and an empty key 646."""
    return {
        key: value if type(value) is str else _inner(value, group, key)
        for key, value in data.items()
        if value != "" or group is None or slot_by_key(group, key) is None
    }


def _inner(value: Any, group: type[Group] | None, key: str) -> Any:
    slot = slot_by_key(group, key) if group is not None else None
    below = slot.group if slot is not None else None
    if type(value) is dict:
        return _filled(value, below)
    return tuple(_filled(item, below) if type(item) is dict else _plain(item) for item in value)


def _plain(value: Any) -> Any:
    """A value where no group is meant: only its shape will matter."""
    return tuple(map(_plain, value)) if type(value) is list else value
