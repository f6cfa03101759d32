"""Reads a large folder in several processes; the result is the same as that of one (:mod:`generator.reading.load`)."""

from __future__ import annotations

import copyreg
import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from generator.model.draft import Reading
from generator.model.kinds import all_kinds
from generator.primitives.workers import spread
from generator.reading.entry import Entry
from generator.reading.load import read_tree
from generator.reading.tree import DirectoryTree

#: Files that one task reads.
_CHUNK = 250
#: With fewer files than this, one process is done before two have begun.
_WORTH_SHARING = 4 * _CHUNK

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the entries of a tree, as a tree."""

    whole: DirectoryTree
    start: int
    label: str = ""

    def entries(self) -> tuple[Entry, ...]:
        return self.whole.entries()[self.start : self.start + _CHUNK]

    def read(self, path: str) -> bytes:
        return self.whole.read(path)


def read_shared(tree: DirectoryTree, jobs: int, look: Callable[[Reading], Seen]) -> tuple[Reading, list[Seen]]:
    """Read every file under the tree's content root in up to ``jobs`` processes; drafts come in the order of their paths.

    ``look`` is called with each part of the reading where it was read; what it returns comes back in the order of the parts.
    """
    # Forked processes find the kinds at hand.
    all_kinds()
    count = len(tree.entries())
    if jobs < 2 or count < _WORTH_SHARING:
        reading = read_tree(tree)
        return reading, [look(reading)]
    parts = spread(jobs, partial(_read_part, tree, look), range(0, count, _CHUNK))
    reading = Reading(
        tree.label,
        tuple(draft for part, _ in parts for draft in part.drafts),
        tuple(page for part, _ in parts for page in part.pages),
        tuple(file for part, _ in parts for file in part.attachments),
    )
    return reading, [seen for _, seen in parts]


def _read_part(tree: DirectoryTree, look: Callable[[Reading], Seen], start: int) -> tuple[Reading, Seen]:
    gc.disable()
    part = read_tree(_Part(tree, start))
    return part, look(part)


def _read_only(context: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(context)


# The context of a fault may be a read-only mapping, which pickle does not know.
copyreg.pickle(MappingProxyType, lambda context: (_read_only, (dict(context),)))
