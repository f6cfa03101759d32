"""Generic walks over a record's values by its declarations, so that no rule or page lists keys by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from generator.finding import KeyPath
from generator.model.declaration import Group, Slot, slots
from generator.model.references import Certificate, Target

G = TypeVar("G", bound=Group)


def leaves(group: Group, prefix: KeyPath = ()) -> Iterator[tuple[KeyPath, Slot, Any]]:
    """Every filled scalar of a record: key path, declaration, parsed value; list items one by one."""
    for slot in slots(type(group)):
        value = getattr(group, slot.name)
        if value is None:
            continue
        for path, item in _items(slot, value, prefix):
            if slot.group is None:
                yield path, slot, item
            else:
                yield from leaves(item, path)


def references(group: Group) -> list[tuple[KeyPath, Slot, Target | Certificate]]:
    """Every reference in a record that was not redacted: like :func:`leaves`, but it enters only what can hold one."""
    found: list[tuple[KeyPath, Slot, Target | Certificate]] = []
    _add_references(group, (), found)
    return found


def _add_references(group: Group, prefix: KeyPath, found: list[tuple[KeyPath, Slot, Target | Certificate]]) -> None:
    for name, key, slot in _referring(type(group)):
        value = getattr(group, name)
        if value is None or value == ():
            continue
        path = (*prefix, key)
        if slot.scalar is None:
            for index, item in enumerate(value) if slot.many else ((None, value),):
                _add_references(item, (*path, index) if index is not None else path, found)
        elif slot.many:
            hidden = slot.scalar.hidden
            found += [((*path, index), slot, item) for index, item in enumerate(value) if hidden is None or item != hidden]
        elif slot.scalar.hidden is None or value != slot.scalar.hidden:
            found.append((path, slot, value))


def groups(group: Group, wanted: type[G], prefix: KeyPath = ()) -> Iterator[tuple[KeyPath, G]]:
    """Every group of one type inside a record, with its key path."""
    for slot in _holding(type(group), wanted):
        value = getattr(group, slot.name)
        if value is None or value == ():
            continue
        for path, item in _items(slot, value, prefix):
            if isinstance(item, wanted):
                yield path, item
            if _holding(type(item), wanted):
                yield from groups(item, wanted, path)


def _items(slot: Slot, value: Any, prefix: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    if slot.many:
        for index, item in enumerate(value):
            yield (*prefix, slot.key, index), item
    else:
        yield (*prefix, slot.key), value


@cache
def _referring(model: type[Group]) -> tuple[tuple[str, str, Slot], ...]:
    return tuple(
        (slot.name, slot.key, slot)
        for slot in slots(model)
        if (slot.scalar is not None and slot.scalar.targets) or (slot.group is not None and _referring(slot.group))
    )


@cache
def _holding(model: type[Group], wanted: type[Group]) -> tuple[Slot, ...]:
    return tuple(
        slot
        for slot in slots(model)
        if slot.group is not None and (issubclass(slot.group, wanted) or _holding(slot.group, wanted))
    )
