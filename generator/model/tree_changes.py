"""What differs between two trees of records: what came, what went, what says something else, and which acts are new.

Pure functions over two registers. Whether a change is allowed is for the rules of change; nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model.comparison import BODY, Difference, differences, is_addition, taken_away
from generator.model.declaration import Group, Slot, slots
from generator.model.editions import wording_of
from generator.model.paths import ABSENT, place_at, texts
from generator.model.record import Act, Edition, Record, Row
from generator.model.register import Register
from generator.model.rewordings import rewordings
from generator.model.scalars import MARKER

#: What every edition says of itself: that it differs from the edition before says nothing.
_OF_EVERY_EDITION = frozenset((slot.key,) for slot in slots(Edition))


class What(StrEnum):
    """What became of a record or of a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """The word for it."""
        return {"added": "新增", "removed": "删去", "changed": "修改"}[self.value]


@dataclass(frozen=True, slots=True)
class Told:
    """One field or passage with what it was and what it is now; what a redaction took away is not quoted (``is_hidden``)."""

    difference: Difference
    is_hidden: bool = False

    @property
    def is_addition(self) -> bool:
        """Whether a field was filled that may come late (补充)."""
        return is_addition(self.difference)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A numbered row that came, went or says something else."""

    number: str
    what: What
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that came, went, or differs; ``before`` is what it is compared with: of a new edition the edition before it."""

    record: Record
    what: What
    before: Record | None = None
    told: tuple[Told, ...] = ()
    rows: tuple[RowChange, ...] = ()
    acts: tuple[Act, ...] = ()
    """New acts on it, oldest first."""


@dataclass(frozen=True, slots=True)
class TreeChanges:
    """All that differs, by reference; ``unread`` are the files of either tree that no record could be made of."""

    records: tuple[RecordChange, ...]
    files: tuple[tuple[str, What], ...]
    """Attachments and pages that came, went or hold other bytes, by path."""
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two trees: its records, and of its other files the SHA-256 by path."""

    register: Register
    files: Mapping[str, str]


def tree_changes(old: Version, new: Version) -> TreeChanges:
    """Compare two trees. A new act is told with the record that it is about, where the new tree has that."""
    drafts = (*old.register.drafts, *new.register.drafts)
    unread = {draft.path for draft in drafts if draft.kind is not None and draft.record is None}
    found = [change for change in _changes(old.register, new.register) if change.record.origin.path not in unread]
    found.sort(key=lambda change: change.record.ref)
    return TreeChanges(tuple(found), tuple(_files(old.files, new.files)), tuple(sorted(unread)))


def _files(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, What]]:
    for path in sorted({*old, *new}):
        if path not in old:
            yield path, What.ADDED
        elif path not in new:
            yield path, What.REMOVED
        elif old[path] != new[path]:
            yield path, What.CHANGED


def _changes(old: Register, new: Register) -> Iterator[RecordChange]:
    for record in new.records:
        before = old.get(record.ref)
        if before is None and not (isinstance(record, Act) and new.get(str(record.target)) is not None):
            yield _added(record, new)
        elif before is not None and type(before) is type(record):
            acts = tuple(act for act in new.acts_on(record.ref) if old.get(act.ref) is None)
            change = replace(_compared(before, record), acts=acts)
            if change.told or change.rows or acts:
                yield change
    yield from (RecordChange(record, What.REMOVED) for record in old.records if new.get(record.ref) is None)


def _added(record: Record, new: Register) -> RecordChange:
    acts = new.acts_on(record.ref)
    if isinstance(record, Edition):
        editions = new.editions(record.id)
        place = editions.index(record)
        if place:
            change = _compared(editions[place - 1], record)
            told = tuple(each for each in change.told if each.difference.path[:1] not in _OF_EVERY_EDITION)
            return replace(change, what=What.ADDED, acts=acts, told=told)
    return RecordChange(record, What.ADDED, acts=acts)


def _compared(before: Record, after: Record) -> RecordChange:
    tables = [slot for slot in slots(type(after)) if slot.many and slot.group is not None and issubclass(slot.group, Row)]
    keys = {slot.key for slot in tables}
    found = [
        item for item in differences(wording_of(before), wording_of(after), type(after)) if item.path == BODY or item.path[0] not in keys
    ]
    told = tuple(each for item in found for each in (_passages(item) if item.path == BODY else (_told(item),)))
    rows = tuple(row for slot in tables for row in _rows(slot, before, after))
    return RecordChange(after, What.CHANGED, before, told, rows)


def _told(item: Difference) -> Told:
    # A value that comes back in the place of the marker is no more to be quoted than one that goes.
    return Told(item, bool(taken_away(item)) or (MARKER in item.was and MARKER not in item.now))


def _passages(item: Difference) -> Iterator[Told]:
    """The text by the passages that differ."""
    for passage in rewordings(item.was, item.now):
        shown = replace(item, was=passage.was or ABSENT, now=passage.now or ABSENT)
        yield Told(shown, MARKER in passage.was or MARKER in passage.now)


def _rows(slot: Slot, before: Record, after: Record) -> Iterator[RowChange]:
    """The rows by their numbers: those that came or were altered in the new order, then those that went."""
    old: dict[str, Group] = {row.number: row for row in getattr(before, slot.name)}
    new: dict[str, Group] = {row.number: row for row in getattr(after, slot.name)}
    for number, row in new.items():
        if number not in old:
            yield RowChange(number, What.ADDED)
        elif old[number] != row:
            yield RowChange(number, What.CHANGED, tuple(_row_differences(slot, type(after), old[number], row)))
    yield from (RowChange(number, What.REMOVED) for number in old if number not in new)


def _row_differences(slot: Slot, kind: type[Record], was: Group, now: Group) -> Iterator[Told]:
    old, new = texts(was), texts(now)
    for path in dict.fromkeys((*old, *new)):
        item = Difference(path, old.get(path, ABSENT), new.get(path, ABSENT), place_at(kind, (slot.key, 0, *path)))
        if item.was != item.now:
            yield _told(item)
