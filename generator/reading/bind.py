"""Turns the raw keys of one file into a record of its kind, or into all the faults that prevent it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from generator.finding import Fault
from generator.model.record import Origin, Record


def bind(kind: type[Record], data: dict[str, Any], origin: Origin) -> tuple[Record | None, tuple[Fault, ...]]:
    """Bind ``data`` to ``kind``. A key whose value is empty counts as absent (forms are committed half-filled).

    Returns the record, or None with one fault per wrong or missing value; fault codes are pydantic's error types and
    those of :mod:`generator.model.scalars`.
    """
    values = _filled(data)
    values["\0origin"] = origin
    try:
        return kind.model_validate(values), ()
    except ValidationError as error:
        return None, tuple(
            Fault(item["type"], tuple(item["loc"]), dict(item.get("ctx") or {}))
            for item in error.errors(include_url=False, include_input=False)
        )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _inner(value) for key, value in data.items() if value != ""}


def _inner(value: Any) -> Any:
    if type(value) is dict:
        return _filled(value)
    if type(value) is list:
        return tuple(_inner(item) for item in value)
    return value
