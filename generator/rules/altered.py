"""What the rules over changes share: how altered fields are told, and whether a record was overwritten by another one.

Values are never told: what was public may be about to vanish, what comes may be somebody's address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.finding import KeyPath, path_text
from generator.model.comparison import BODY, Comparison, Difference
from generator.model.editions import wording_of

#: 公开日期 has a rule of its own.
DAY: KeyPath = ("公开日期",)
#: One slip changes fewer fields than this.
_SEVERAL = 4


def group_of(items: Iterable[Difference]) -> Iterator[tuple[str, KeyPath | None]]:
    """Words for the altered fields, and where they stand: those of one key together, the text for itself."""
    grouped: dict[str, list[Difference]] = {}
    for item in items:
        grouped.setdefault(str(item.path[0]) if item.path else "", []).append(item)
    for found in grouped.values():
        first, more = found[0], len(found) - 1
        yield f"{name_of(first.path)}{f'等 {more + 1} 处' if more else ''}", first.path or None


def name_of(path: KeyPath) -> str:
    """A field, or the text, in quotes."""
    return "正文" if path == BODY else f"“{path_text(path)}”"


def overwritten(comparison: Comparison) -> bool:
    """Whether another record now stands under the id: its name and several other things, or most of it, changed without a word."""
    changed = comparison.unaccounted
    kind = type(comparison.base)
    if len(changed) < _SEVERAL:
        return False
    if kind.KIND.caption and any(item.place is not None and item.place.slot.name == kind.KIND.caption for item in changed):
        return True
    return 2 * len(changed) > len(wording_of(comparison.base).said)
