"""Finds the list of a body that was in force on a day. Whether a record keeps to it is for the rule that asks."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, TypeVar

from generator.model.record import Edition, Row
from generator.model.register import Register
from generator.rules.once import once_per_register
from generator.rules.unbound import unbound_refs

E = TypeVar("E", bound=Edition)


@once_per_register
def _lists(register: Register) -> dict[tuple[type[Edition], str], list[str]]:
    """The ids of a body's lists, by kind and body; a list may change hands with an edition."""
    found: dict[tuple[type[Edition], str], list[str]] = defaultdict(list)
    for record in register.records:
        agency = getattr(record, "agency", None)
        if isinstance(record, Edition) and agency is not None and record.id not in found[type(record), agency.id]:
            found[type(record), agency.id].append(record.id)
    return found


def lists_in_force(register: Register, kind: type[E], body: str, day: date) -> tuple[E, ...]:
    """The editions of a body's lists of one kind that were in force on ``day``."""
    editions = (register.edition_on(list_id, day) for list_id in _lists(register).get((kind, body), ()))
    return tuple(edition for edition in editions if edition is not None and edition.agency.id == body)  # type: ignore[attr-defined]


def list_in_force(register: Register, kind: type[E], body: str, day: date) -> E | None:
    """The body's list of one kind in force on ``day``, the first if it keeps several."""
    return next(iter(lists_in_force(register, kind, body, day)), None)


@once_per_register
def _rows(register: Register) -> dict[str, dict[str, Any]]:
    return {}


def row_of(register: Register, edition: Edition, number: str) -> Row | None:
    """The row of an edition with this number."""
    known = _rows(register)
    if edition.ref not in known:
        known[edition.ref] = {row.number: row for row in getattr(edition, "rows", ())}
    return known[edition.ref].get(number)


def newest(register: Register, kind: type[E]) -> tuple[E, ...]:
    """The last edition of each list of a kind: what is in force, or is about to be. Not of a list with an unread edition."""
    unread = unbound_refs(register)
    return tuple(register.editions(name)[-1] for name in register.list_ids(kind) if name not in unread)  # type: ignore[misc]
