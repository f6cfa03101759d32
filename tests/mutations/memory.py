"""A content tree in memory: the toy register with some bytes changed, without a file being written."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reading.entry import Entry
from tests.toy import CONTENT

TOY: dict[str, bytes] = {
    file.relative_to(CONTENT).as_posix(): file.read_bytes() for file in sorted(CONTENT.rglob("*")) if file.is_file()
}


@dataclass(frozen=True)
class MemoryTree:
    """``files`` maps paths to bytes; otherwise as a folder is."""

    files: dict[str, bytes]
    label: str = "content"

    def entries(self) -> tuple[Entry, ...]:
        """One entry a file, by path."""
        return tuple(Entry(path, len(data)) for path, data in sorted(self.files.items()))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return self.files[path]
