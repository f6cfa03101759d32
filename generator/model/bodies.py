"""Which body speaks in a record: the one that decided, inspected or published. It judges nothing."""

from __future__ import annotations

from functools import cache

from generator.model.record import Record
from generator.model.references import Target


def agency_of(record: Record) -> Target | None:
    """The body under 机关 or 处罚机关; None where a record names none, as a body itself does, or another office in plain words."""
    for name in _fields(type(record)):
        body = getattr(record, name)
        if isinstance(body, Target):
            return body
    return None


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    """The attributes of a kind that name its body."""
    return tuple(name for name in ("agency", "authority") if name in kind.model_fields)
