"""The parts that a YAML text is taken apart into: blocks of entries, each with its comments. They know nothing of files."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.declaration import Group, slot_by_key, slots

#: Columns that one line of keys and values may take before it is broken up.
WIDTH = 100
#: What YAML takes for blank. The full-width blank that begins a Chinese paragraph is text.
BLANKS = " \t"


class Unwritable(ValueError):  # noqa: N818 - nobody's mistake: such a text just stays as it is
    """A text that cannot be put into canonical form without changing what it says."""


@dataclass(slots=True)
class Leaf:
    """A value without entries: its first line goes behind the key, the others below it, one level deeper."""

    lines: list[str]
    comment: str = ""
    """The comment behind the last line; behind the first one where the value is a block scalar (``|``)."""
    is_text_block: bool = False


@dataclass(slots=True)
class Entry:
    """One key with its value, or one item of a list (``key`` is then empty)."""

    key: str
    """The key as typed, with its quotes."""
    value: Leaf | Block
    before: list[str] = field(default_factory=list)
    """The comment lines above, blank lines as ``""``."""
    comment: str = ""
    """The comment behind the key, where the value is a block."""


@dataclass(slots=True)
class Block:
    """A mapping or list, one entry a line. ``column`` is where its entries began in the text that was read."""

    is_list: bool
    column: int
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """The comment lines below the last entry."""


def rank(group: type[Group] | None, key: str) -> int:
    """The place of a key in the declared order; keys that are not declared come last."""
    keys = [slot.key for slot in slots(group)] if group is not None else []
    return keys.index(key) if key in keys else len(keys)


def inside(group: type[Group] | None, key: str) -> type[Group] | None:
    """The group of declared keys under ``key``; None where none are declared."""
    slot = slot_by_key(group, key) if group is not None else None
    return slot.group if slot is not None else None
