"""What differs between two states of one group, field by field: 原 and 现, what came, what went.

A group inside is told by the path of its labels, as corrections tell theirs: 办理时限 · 法定时限. Nothing here knows an edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from generator.model.declaration import Group, Privacy
from generator.model.parts import Citation
from generator.render import wording
from generator.render.changes import was_now
from generator.render.inline import Items, Pair, Phrase, Text, Value
from generator.render.values import Desk, Field, cell, fields
from generator.render.wording import ADJUSTED, PATH

_WAS, _NOW = Text("原："), Text("；现：")
_CAME, _WENT = Text("增加："), Text("删去：")
_NEW, _GONE = Text("增加"), Text("删去")
#: Texts at least this similar are one text before and after, 0 to 1.
_ALIKE = 0.5
#: Of more entries than this, on either side, it is told only that they were adjusted: the pages of both editions have them all.
_MANY = 30


class Desks(NamedTuple):
    """The desks that print what was and what is."""

    old: Desk
    new: Desk


def alterations(was: Group, now: Group, outer: Privacy, desks: Desks, path: str = "") -> Iterator[Pair]:
    """Of two states of one group each visible field that differs, labelled with its path."""
    for field in fields(type(now), outer, desks.new.sight.classes):
        if getattr(was, field.name) != getattr(now, field.name):
            yield from of_field(was, now, field, desks, path)


def of_field(was: Group, now: Group, field: Field, desks: Desks, path: str = "") -> Iterator[Pair]:
    """How one field that differs was altered: a pair, or one for each field of the groups inside."""
    label = f"{path}{PATH}{field.declaration.label}" if path else field.declaration.label
    old, new = getattr(was, field.name), getattr(now, field.name)
    if field.slot.group is None or field.slot.group is Citation:
        yield Pair(label, _plain(was, now, field, desks))
    elif field.slot.many:
        yield from _of_groups(old, new, field, desks, label)
    elif old is None or new is None:
        yield Pair(label, _then_now(cell(was, field, desks.old), cell(now, field, desks.new)))
    else:
        yield from alterations(old, new, field.privacy, desks, label)


def _of_groups(old: Sequence[Group], new: Sequence[Group], field: Field, desks: Desks, label: str) -> Iterator[Pair]:
    """Groups that go by a name are compared one by one; of others nothing more is told than that they differ."""
    before, after = _by_name(old, field, desks.old), _by_name(new, field, desks.new)
    if before is None or after is None or before == after:
        yield Pair(label, ADJUSTED)
        return
    for name, group in after.items():
        path = f"{label}{PATH}{name}"
        if name not in before:
            yield Pair(path, _NEW)
        elif before[name] != group:
            yield from alterations(before[name], group, field.privacy, desks, path)
    for name in before:
        if name not in after:
            yield Pair(f"{label}{PATH}{name}", _GONE)


def _by_name(groups: Sequence[Group], field: Field, desk: Desk) -> dict[str, Group] | None:
    """Groups by the words of their first visible field; None where they are many, or these words do not tell them apart."""
    if len(groups) > _MANY:
        return None
    found: dict[str, Group] = {}
    for group in groups:
        named = fields(type(group), field.privacy, desk.sight.classes)
        value = cell(group, named[0], desk) if named else None
        if type(value) is not Text or value.text in found:
            return None
        found[value.text] = group
    return found


def _plain(was: Group, now: Group, field: Field, desks: Desks) -> Value:
    old, new = cell(was, field, desks.old), cell(now, field, desks.new)
    if field.slot.many and field.slot.group is None and (_is_stack(old) or _is_stack(new)):
        return _came_and_went(was, now, field, desks)
    return _then_now(_in_a_line(old), _in_a_line(new))


def _is_stack(value: Value) -> bool:
    return type(value) is Items and not value.inline


def _in_a_line(value: Value) -> Value:
    return value._replace(inline=True) if type(value) is Items else value


def _then_now(old: Value, new: Value) -> Value:
    if old == wording.BLANK:
        return Phrase((_CAME, new))
    if new == wording.BLANK:
        return Phrase((_WENT, old))
    told, now = was_now(old, new)
    return Phrase((_WAS, told, _NOW, now))


def _came_and_went(was: Group, now: Group, field: Field, desks: Desks) -> Value:
    """Of a list of values those that are new, altered or gone, in the order of the newer one; its order alone may differ."""
    show = field.show
    assert show is not None, "a list of plain values"
    old, new = getattr(was, field.name), getattr(now, field.name)
    left = [item for item in old if item not in new]
    fresh = [item for item in new if item not in old]
    partner = _partners(left, fresh)
    lines: list[Value] = []
    for item in fresh:
        shown = _only(show((item,), desks.new))
        source = partner.get(item)
        lines.append(Phrase((_CAME, shown)) if source is None else _then_now(_only(show((source,), desks.old)), shown))
    kept = set(partner.values())
    lines += [Phrase((_WENT, show((item,), desks.old))) for item in left if item not in kept]
    return Items(tuple(lines), inline=False) if lines else ADJUSTED


def _only(value: Value) -> Value:
    """The value of a list of one."""
    return value.values[0] if type(value) is Items and len(value.values) == 1 else value


def _partners(left: Sequence[Any], fresh: Sequence[Any]) -> dict[Any, Any]:
    """Which of the new texts are old ones altered: the most similar find each other first. Of very many none is looked for."""
    if len(left) * len(fresh) > _MANY**2:
        return {}
    pairs = [
        (_likeness(old, new), at, new)
        for at, old in enumerate(left) for new in fresh if isinstance(old, str) and isinstance(new, str)
    ]
    found: dict[Any, Any] = {}
    taken: set[int] = set()
    for likeness, at, new in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= _ALIKE and new not in found and at not in taken:
            found[new] = left[at]
            taken.add(at)
    return found


def _likeness(old: str, new: str) -> float:
    """0 to 1; texts that begin with the same words before a colon are about the same thing: 法制审核：…."""
    likeness = SequenceMatcher(None, old, new, autojunk=False).ratio()
    head, colon, _ = old.partition("：")
    return max(likeness, _ALIKE) if colon and new.startswith(head + colon) else likeness
