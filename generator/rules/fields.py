"""Finds the declaration behind a key path and the key that was probably meant. Words nothing and judges nothing."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache

from generator.finding import KeyPath, path_text
from generator.model.declaration import Group, Slot, slot_by_key, slots, walk_slots
from generator.model.record import Record

#: Chinese keys are short: 决定时间 and 决定日期 have half of their characters in common and are still the same mistake.
_LIKENESS = 0.5


def slot_at(kind: type[Record] | None, where: KeyPath) -> Slot | None:
    """The declared field at a key path (list positions do not count), or None."""
    group: type[Group] | None = kind
    slot = None
    for key in (part for part in where if isinstance(part, str)):
        slot = slot_by_key(group, key) if group is not None else None
        group = slot.group if slot is not None else None
    return slot


def keys_at(kind: type[Record] | None, where: KeyPath) -> tuple[str, ...]:
    """The keys that the group at a key path has; ``()`` is the record itself."""
    slot = slot_at(kind, where)
    group = slot.group if slot is not None else kind
    return tuple(slot.key for slot in slots(group)) if group is not None else ()


def key_of(record: Record, name: str) -> str:
    """The YAML key of one of the record's attributes."""
    return _key(type(record), name)


@cache
def _key(kind: type[Record], name: str) -> str:
    return next(slot.key for slot in slots(kind) if slot.name == name)


def homes_of(kind: type[Record] | None, key: str) -> tuple[str, ...]:
    """Where else in the kind this key is declared, as clerks write it: ``当事人.名称``."""
    found = walk_slots(kind) if kind is not None else ()
    return tuple(path_text(path) for path, _slot in found if path[-1] == key)


def likely(word: str, options: Iterable[str]) -> str:
    """The option that was probably meant; "" if none is like the word, or several are equally so."""
    ranked = sorted(((SequenceMatcher(None, option, word).ratio(), option) for option in options), reverse=True)
    best = [option for likeness, option in ranked if likeness == ranked[0][0] >= _LIKENESS]
    return best[0] if len(best) == 1 else ""


def meant_key(kind: type[Record] | None, where: KeyPath) -> str:
    """The key that was probably meant by the unknown key at the end of a path, or ""."""
    return likely(str(where[-1]), keys_at(kind, where[:-1]))


def sample_line(slot: Slot) -> str:
    """How a field is written, in words that follow 补写 or 写成: ``决定日期: 2020-06-01``."""
    if slot.group is not None:
        inner = slots(slot.group)
        keys = "、".join(part.key for part in inner if part.required) or "、".join(part.key for part in inner)
        each = "每一项以“- ”开头，" if slot.many else ""
        return f"“{slot.key}”，下面缩进两格，{each}分别写：{keys}"
    assert slot.scalar is not None
    told = slot.declaration.description if slot.scalar.name == "文字" else slot.scalar.form
    value = slot.declaration.example or f"（{told}）"
    return f"{slot.key}: [{value}]" if slot.many else f"{slot.key}: {value}"
