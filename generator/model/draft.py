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
    suspect: bool = False
    """Whether the file's text bears a sign of personal data or secrecy; most bear none and need no closer look."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """One native Pelican page under ``pages/``: its text is checked here and rendered by Pelican."""

    path: str
    stem: str
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of an attachment's text, also where no reader sees it. ``place`` is in words: ``第3页``, ``工作表“台账”B7``."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class AttachmentContent:
    """What was read out of an attachment.

    ``sort`` is what the bytes are, whatever the name says: ``pdf``, ``docx``, ``zip`` … (generator/reading/attachments_sort.py).
    """

    sort: str
    fragments: tuple[Fragment, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """One file under ``attachments/<folder>/<stem>/``. ``content`` is None until the check reads it."""

    path: str
    record_id: str
    name: str
    size: int
    content: AttachmentContent | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one tree holds, in the order of paths."""

    label: str
    """What the content folder is called in findings, ``content``."""
    drafts: tuple[Draft, ...]
    pages: tuple[PageSource, ...] = ()
    attachments: tuple[AttachmentFile, ...] = ()
