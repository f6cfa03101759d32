"""Holds what a body has made public against the checklist: met, met only by a placeholder, or missing. It words nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from generator.model.bodies import agency_of
from generator.model.declaration import Group, slot_by_key
from generator.model.kinds import kind_for
from generator.model.kinds.checklists import Checklist, ChecklistItem
from generator.model.record import Document, Edition, Record
from generator.model.register import Register
from generator.model.standing import Standing


class Fulfilment(StrEnum):
    """How far an item of the checklist is met."""

    MET = "met"
    PLACEHOLDER = "placeholder"
    """The record says itself that the text is still to come (文本待提供)."""
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The public's word."""
        return {"met": "已公开", "placeholder": "文本待提供", "missing": "未公开"}[self.value]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the checklist as it stands for one body; ``records`` meet it, the newest last."""

    item: ChecklistItem
    fulfilment: Fulfilment
    records: tuple[Record, ...] = ()


def completeness(register: Register, body_id: str, as_of: date) -> tuple[Item, ...]:
    """The checklist for one body on a day, in the checklist's order; empty where there is no checklist."""
    return tuple(
        _stand(register, body_id, row, as_of)
        for checklist in register.of_kind(Checklist)
        if isinstance(checklist, Checklist)
        for row in checklist.rows
    )


def _stand(register: Register, body_id: str, row: ChecklistItem, as_of: date) -> Item:
    if row.setting is not None:
        met = register.settings.service_site is not None
        return Item(row, Fulfilment.MET if met else Fulfilment.MISSING)
    records = tuple(record for record in _public(register, body_id, row.folder or "", as_of) if _fits(record, row))
    if not records:
        return Item(row, Fulfilment.MISSING)
    whole = tuple(record for record in records if not getattr(record, "lacks_text", False))
    return Item(row, Fulfilment.MET, whole) if whole else Item(row, Fulfilment.PLACEHOLDER, records)


def _public(register: Register, body_id: str, folder: str, as_of: date) -> Iterator[Record]:
    """The records of one kind that speak for the body on the day: editions in force, documents that are public."""
    kind = kind_for(folder)
    for record in register.of_kind(kind) if kind is not None else ():
        if not (record.id == body_id or str(agency_of(record)) == body_id):
            continue
        in_force = register.edition_on(record.id, as_of) is record if isinstance(record, Edition) else True
        secret = isinstance(record, Document) and record.is_secret
        if in_force and not secret and register.state(record, as_of).standing in (Standing.CURRENT, Standing.CORRECTED):
            yield record


def _fits(record: Record, row: ChecklistItem) -> bool:
    if row.key is None:
        return True
    values = [value for value in _values(record, row.key.split(".")) if value not in (None, "", ())]
    return any(str(value) == row.value for value in values) if row.value is not None else bool(values)


def _values(group: Group, keys: list[str]) -> Iterator[Any]:
    slot = slot_by_key(type(group), keys[0])
    value = getattr(group, slot.name) if slot is not None else None
    for item in value if isinstance(value, tuple) else (value,):
        if len(keys) > 1 and isinstance(item, Group):
            yield from _values(item, keys[1:])
        elif len(keys) == 1:
            yield item
