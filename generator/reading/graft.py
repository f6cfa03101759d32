"""One content tree with some files of another in the place of its own, or without some, and a tree written out as a folder.

Which files those are is for its callers; nothing here looks into any.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.reading.tree import Entry, Tree


@dataclass(frozen=True)
class GraftTree:
    """``below``, in which the files at ``paths`` are those of ``above``; a path that ``above`` lacks is gone."""

    below: Tree
    above: Tree
    paths: frozenset[str]

    @property
    def label(self) -> str:
        """See :class:`Tree`."""
        return self.above.label

    def entries(self) -> tuple[Entry, ...]:
        """See :class:`Tree`."""
        return self._entries

    def read(self, path: str) -> bytes:
        """See :class:`Tree`."""
        return (self.above if path in self.paths else self.below).read(path)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        kept = [entry for entry in self.below.entries() if entry.path not in self.paths]
        new = [entry for entry in self.above.entries() if entry.path in self.paths]
        return tuple(sorted((*kept, *new), key=lambda entry: entry.path))


@dataclass(frozen=True)
class PrunedTree:
    """``below`` without the files at ``paths``."""

    below: Tree
    paths: frozenset[str]

    @property
    def label(self) -> str:
        """See :class:`Tree`."""
        return self.below.label

    def entries(self) -> tuple[Entry, ...]:
        """See :class:`Tree`."""
        return tuple(entry for entry in self.below.entries() if entry.path not in self.paths)

    def read(self, path: str) -> bytes:
        """See :class:`Tree`."""
        return self.below.read(path)


def write_out(tree: Tree, folder: Path, is_wanted: Callable[[str], bool] = lambda _path: True) -> None:
    """Write the tree's files that are wanted into ``folder``, which is made. What could not be read as a file is left out."""
    made: set[Path] = set()
    for entry in tree.entries():
        if entry.fault is None and is_wanted(entry.path):
            file = folder / entry.path
            if file.parent not in made:
                file.parent.mkdir(parents=True, exist_ok=True)
                made.add(file.parent)
            file.write_bytes(tree.read(entry.path))
