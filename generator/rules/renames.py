"""Which public records are gone under their id and there under another one."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from generator.model.editions import wording_of
from generator.model.record import Record
from generator.model.transition import Transition


def renames(change: Transition) -> Mapping[str, Record]:
    """The reference of each public record that the head lacks → the record, new in the head, that says just the same."""
    gone = [
        record for record in change.base.register.records
        if change.was_public(record) and change.head.get(record.ref) is None
    ]
    if not gone:
        return {}
    new = {_said(record): record for record in change.head.records if change.base.register.get(record.ref) is None}
    found = {record.ref: new.get(_said(record)) for record in gone}
    return {ref: record for ref, record in found.items() if record is not None}


def _said(record: Record) -> Hashable:
    wording = wording_of(record)
    return type(record), tuple(wording.said.items()), wording.body
