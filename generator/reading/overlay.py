"""A content tree as it would be after some files were written: what a command proposes is checked before it touches the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.reading.tree import Entry, Tree


@dataclass(frozen=True)
class OverlayTree:
    """``below`` with the texts of ``written`` in the place of its files, or beside them; paths are relative to the content root."""

    below: Tree
    written: Mapping[str, str]

    @property
    def label(self) -> str:
        """See :class:`Tree`."""
        return self.below.label

    def entries(self) -> tuple[Entry, ...]:
        """See :class:`Tree`."""
        return self._entries

    def read(self, path: str) -> bytes:
        """See :class:`Tree`."""
        text = self.written.get(path)
        return self.below.read(path) if text is None else text.encode()

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        found = {entry.path: entry for entry in self.below.entries()}
        found |= {path: Entry(path, len(text.encode())) for path, text in self.written.items()}
        return tuple(found[path] for path in sorted(found))
