"""Field paths as acts write them (当事人.地址, 调查数据.1.上报数): where they lead, and what stands there as typed.

Rows count from 1 in a path and from 0 in a :data:`~generator.finding.KeyPath`. Nothing here knows acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.finding import KeyPath
from generator.model.declaration import Group, Privacy, Slot, slot_by_key, slots
from generator.model.scalars import MARKER

#: What 原 and 现 say of a value that is not there (DESIGN §3).
ABSENT = "（空）"

#: What a record says: the text of every leaf by its path.
Texts = Mapping[KeyPath, str]

_STRICTNESS = (Privacy.IDENTITY, Privacy.PUBLIC, Privacy.PERSONAL, Privacy.INTERNAL)


@dataclass(frozen=True, slots=True)
class Place:
    """What a path leads to by the declarations. ``privacy`` and ``late`` hold for the field together with all that it lies in."""

    slot: Slot
    privacy: Privacy
    late: bool
    is_item: bool
    """One row or item of a list, not the list."""

    @property
    def is_leaf(self) -> bool:
        """A single value: what 原 and 现 can tell."""
        return self.slot.scalar is not None and (self.is_item or not self.slot.many)


def parse_path(text: str) -> KeyPath:
    """Split ``调查数据.1.上报数``; ``("",)`` and the like lead nowhere."""
    return tuple(int(part) - 1 if part.isascii() and part.isdecimal() else part for part in text.split("."))


def place_at(kind: type[Group], path: KeyPath) -> Place | None:
    """Follow a path through the declarations; None where it leads nowhere."""
    return _place(kind, tuple(0 if isinstance(part, int) and part >= 0 else part for part in path))


@cache
def _place(kind: type[Group], path: KeyPath) -> Place | None:
    group: type[Group] | None = kind
    found: Place | None = None
    for part in path:
        if isinstance(part, int):
            if found is None or found.is_item or not found.slot.many or part < 0:
                return None
            found = Place(found.slot, found.privacy, found.late, is_item=True)
            continue
        slot = slot_by_key(group, part) if group is not None and (found is None or _is_open(found)) else None
        if slot is None:
            return None
        outer, late = (found.privacy, found.late) if found is not None else (Privacy.IDENTITY, False)
        privacy = max(outer, slot.declaration.privacy, key=_STRICTNESS.index)
        found, group = Place(slot, privacy, late or slot.declaration.late, is_item=False), slot.group
    return found


def _is_open(place: Place) -> bool:
    """Whether keys may follow: a group, or one row of a list of groups."""
    return place.slot.group is not None and (place.is_item or not place.slot.many)


def texts(group: Group, prefix: KeyPath = ()) -> Texts:
    """The text of every leaf, in canonical order; a value that was not typed but has a default counts as typed."""
    return dict(_texts(group, prefix))


def _texts(group: Group, prefix: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for slot in slots(type(group)):
        value = getattr(group, slot.name)
        path = (*prefix, slot.key)
        if slot.many:
            for index, item in enumerate(value):
                yield from _item(group, slot, item, (*path, index))
        else:
            yield from _item(group, slot, value, path)


def _item(holder: Group, slot: Slot, value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Group):
        yield from _texts(value, path)
    elif slot.is_hidden(holder, value):
        yield path, MARKER
    elif value is not None and slot.scalar is not None:
        yield path, slot.scalar.write(value)
