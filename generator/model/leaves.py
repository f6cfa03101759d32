"""Walks over what stands in a record's fields, each value with its place and its class: what may be hidden, and what may be read."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from generator.model.declaration import Group, Privacy, slots

_ORDER = tuple(Privacy)


class Leaf(NamedTuple):
    """A filled scalar with its place and its narrowed class."""

    path: str
    privacy: Privacy
    parse: object
    value: Any


def leaves_of(
    group: Group, classes: frozenset[Privacy], outer: Privacy = Privacy.IDENTITY, prefix: str = ""
) -> list[Leaf]:
    """Every filled scalar of these classes in a record: a part is never more visible than the whole (DESIGN §6)."""
    found: list[Leaf] = []
    for name, key, many, parse, privacy in _slots_with(type(group), classes, outer):
        raw = getattr(group, name)
        if raw is None:
            continue
        path = prefix + key
        for place, item in ((f"{path}.{number}", item) for number, item in enumerate(raw, start=1)) if many else ((path, raw),):
            if parse is None:
                found += leaves_of(item, classes, privacy, f"{place}.")
            else:
                found.append(Leaf(place, privacy, parse, item))
    return found


def values_of(group: Group, classes: frozenset[Privacy], outer: Privacy = Privacy.IDENTITY) -> list[Any]:
    """The values of :func:`leaves_of` without their places, in half the time."""
    found: list[Any] = []
    for name, _key, many, parse, privacy in _slots_with(type(group), classes, outer):
        raw = getattr(group, name)
        if raw is None:
            continue
        if parse is None:
            for item in raw if many else (raw,):
                found += values_of(item, classes, privacy)
        elif many:
            found += raw
        else:
            found.append(raw)
    return found


@cache
def _slots_with(
    model: type[Group], classes: frozenset[Privacy], outer: Privacy
) -> tuple[tuple[str, str, bool, object, Privacy], ...]:
    """The fields that are texts or figures of these classes, or hold some, with what reads them (None of a group) and their class.

    Choices and references say nothing by themselves.
    """
    found = []
    for slot in slots(model):
        privacy = max(outer, slot.declaration.privacy, key=_ORDER.index)
        if slot.group is not None:
            wanted = bool(_slots_with(slot.group, classes, privacy))
        else:
            wanted = privacy in classes and slot.scalar is not None and not (slot.scalar.options or slot.scalar.targets)
        if wanted:
            found.append((slot.name, slot.key, slot.many, slot.scalar and slot.scalar.parse, privacy))
    return tuple(found)
