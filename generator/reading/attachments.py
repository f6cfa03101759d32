"""Reads what lies in attachments: the text of each, and what in it is hidden or cannot be read.

Judges nothing: which types, sizes and texts may be public is for the rules. Each content is read once per run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from generator.finding import Fault
from generator.model.draft import AttachmentContent, AttachmentFile, Fragment, Reading
from generator.reading.attachments_sort import sort_of, text_of
from generator.reading.tree import Tree

#: A larger file is not opened. What may be published is far smaller (reference/attachment-types.yaml).
MAX_BYTES = 100 * 1024 * 1024
#: Contents that are kept: enough for what one check reads again, for a base or without the samples.
_KEPT = 512


def _read_text(sort: str, data: bytes) -> AttachmentContent:
    text = text_of(data) or ""
    lines = enumerate(text.splitlines(), start=1)
    return AttachmentContent(sort, tuple(Fragment(f"第{number}行", line) for number, line in lines if line.strip()))


def _read_damaged(sort: str, _data: bytes) -> AttachmentContent:
    return AttachmentContent(sort, (), (Fault("attachment-damaged"),))


def _read_encrypted(sort: str, _data: bytes) -> AttachmentContent:
    return AttachmentContent(sort, (), (Fault("attachment-encrypted"),))


# These four take libraries for which a check without such a file need not wait.


def _read_pdf(sort: str, data: bytes) -> AttachmentContent:
    from generator.reading.attachments_pdf import read_pdf

    return read_pdf(sort, data)


def _read_docx(sort: str, data: bytes) -> AttachmentContent:
    from generator.reading.attachments_docx import read_docx

    return read_docx(sort, data)


def _read_xlsx(sort: str, data: bytes) -> AttachmentContent:
    from generator.reading.attachments_xlsx import read_xlsx

    return read_xlsx(sort, data)


def _read_image(sort: str, data: bytes) -> AttachmentContent:
    from generator.reading.attachments_image import read_image

    return read_image(sort, data)


_READERS: dict[str, Callable[[str, bytes], AttachmentContent]] = {
    "pdf": _read_pdf, "docx": _read_docx, "xlsx": _read_xlsx, "png": _read_image, "jpeg": _read_image, "text": _read_text,
    "encrypted": _read_encrypted, "damaged": _read_damaged,
}  # fmt: skip
_contents: dict[str, AttachmentContent] = {}


def content_of(data: bytes) -> AttachmentContent:
    """What a file holds; of types that nobody reads only which one it is."""
    digest = hashlib.sha256(data).hexdigest()
    if digest not in _contents:
        while len(_contents) >= _KEPT:
            del _contents[next(iter(_contents))]
        _contents[digest] = _read(data)
    return _contents[digest]


def _read(data: bytes) -> AttachmentContent:
    sort = sort_of(data)
    reader = _READERS.get(sort)
    try:
        return AttachmentContent(sort) if reader is None else reader(sort, data)
    except Exception:  # noqa: BLE001 - five libraries raise what they like over a damaged file; the check goes on
        return _read_damaged(sort, data)


def with_contents(reading: Reading, tree: Tree) -> Reading:
    """The reading with the content of each attachment. ``tree`` is the one that was read."""
    return replace(reading, attachments=tuple(_with_content(file, tree) for file in reading.attachments))


def _with_content(file: AttachmentFile, tree: Tree) -> AttachmentFile:
    if file.size > MAX_BYTES:
        return replace(file, content=AttachmentContent("unread", (), (Fault("attachment-oversize"),)))
    return replace(file, content=content_of(tree.read(file.path)))
