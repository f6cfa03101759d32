"""One file after reading: the record if it could be bound, and every fault that was met on the way."""

from __future__ import annotations

from dataclasses import dataclass

from generator.finding import Fault
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Draft:
    """``path`` is relative to the content folder. ``kind`` is None where no kind lives at that path.

    ``body`` is the Markdown of the file, also where no record could be bound, so that its faults are found beside the
    others; a native page is a draft without kind whose body is the whole file.
    """

    path: str
    kind: type[Record] | None
    record: Record | None
    faults: tuple[Fault, ...] = ()
    body: str = ""
    body_line: int = 0
    """Line of the file on which the body begins."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """One native Pelican page under ``pages/``: its text is checked here and rendered by Pelican."""

    path: str
    stem: str
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """One file under ``attachments/<folder>/<stem>/``."""

    path: str
    record_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one tree holds, in the order of paths."""

    label: str
    """What the content folder is called in findings, ``content``."""
    drafts: tuple[Draft, ...]
    pages: tuple[PageSource, ...] = ()
    attachments: tuple[AttachmentFile, ...] = ()
