"""Reads a large folder in several processes; the result is the same as that of one (:mod:`generator.reading.load`)."""

from __future__ import annotations

import copyreg
import gc
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.model.draft import Reading
from generator.primitives.workers import workers
from generator.reading.entry import Entry
from generator.reading.load import read_tree
from generator.reading.tree import DirectoryTree

#: Files that one task reads.
_CHUNK = 250
#: With fewer files than this, one process is done before two have begun.
_WORTH_SHARING = 4 * _CHUNK

#: What the workers inherit: to send them the list of files would cost more than it saves.
_tree: DirectoryTree | None = None


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


def read_shared(tree: DirectoryTree, jobs: int) -> Reading:
    """Read every file under the tree's content root in up to ``jobs`` processes; drafts come in the order of their paths."""
    global _tree
    count = len(tree.entries())
    with workers(jobs if count >= _WORTH_SHARING else 1) as executor:
        if executor is None:
            return read_tree(tree)
        _tree = tree
        try:
            parts = list(executor.map(_read_part, range(0, count, _CHUNK)))
        finally:
            _tree = None
    return Reading(
        tree.label,
        tuple(draft for part in parts for draft in part.drafts),
        tuple(page for part in parts for page in part.pages),
        tuple(file for part in parts for file in part.attachments),
    )


def _read_part(start: int) -> Reading:
    gc.disable()
    if _tree is None:
        raise RuntimeError("the worker was started before there was anything to read")
    return read_tree(_Part(_tree, start))


def _read_only(context: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(context)


# The context of a fault may be a read-only mapping, which pickle does not know.
copyreg.pickle(MappingProxyType, lambda context: (_read_only, (dict(context),)))
