"""Reads a whole tree: every file becomes a draft, a page source or an attachment; nothing is judged and nothing is dropped."""

from __future__ import annotations

from dataclasses import replace

from generator.finding import Fault
from generator.model.draft import AttachmentFile, Draft, PageSource, Reading
from generator.model.placement import ATTACHMENTS, PAGES, Placement, attachment_of, page_of, place
from generator.primitives.privacy import may_hold
from generator.reading.bind import bind
from generator.reading.decode import MAX_BYTES, decode
from generator.reading.front_matter import split
from generator.reading.scan import scan
from generator.reading.tree import Entry, Tree
from generator.reading.yaml_text import parse

#: Of a file with these, some values are not known: what binding would say of them is noise.
_UNKNOWABLE = frozenset({"yaml-alias", "yaml-merge"})


def read_tree(tree: Tree) -> Reading:
    """Read everything under the content root. Faults of a file stay with its draft."""
    drafts: list[Draft] = []
    pages: list[PageSource] = []
    attachments: list[AttachmentFile] = []
    for entry in tree.entries():
        top = entry.path.split("/", 1)[0]
        if entry.fault is not None:
            drafts.append(Draft(entry.path, None, None, (entry.fault,)))
        elif top == ATTACHMENTS:
            _add_attachment(entry, attachments, drafts)
        elif top == PAGES:
            _add_page(tree, entry, pages, drafts)
        else:
            drafts.append(_read_record(tree, entry))
    return Reading(tree.label, tuple(drafts), tuple(pages), tuple(attachments))


def _add_attachment(entry: Entry, attachments: list[AttachmentFile], drafts: list[Draft]) -> None:
    placed = attachment_of(entry.path)
    if placed is None:
        drafts.append(Draft(entry.path, None, None, (Fault("attachment-place"),)))
    else:
        attachments.append(AttachmentFile(entry.path, *placed, entry.size))


def _add_page(tree: Tree, entry: Entry, pages: list[PageSource], drafts: list[Draft]) -> None:
    stem = page_of(entry.path)
    if stem is None:
        drafts.append(Draft(entry.path, None, None, (Fault("page-place"),)))
        return
    text, faults = _text(tree, entry)
    drafts.append(Draft(entry.path, None, None, faults, text or "", 1, _is_suspect(text)))
    if text is not None:
        pages.append(PageSource(entry.path, stem, text, 1))


def _read_record(tree: Tree, entry: Entry) -> Draft:
    placed = place(entry.path)
    if isinstance(placed, Fault):
        return Draft(entry.path, None, None, (placed,))
    text, faults = _text(tree, entry)
    if text is None:
        return Draft(entry.path, placed.kind, None, faults)
    draft = _bind_text(placed, text, faults)
    return replace(draft, suspect=True) if _is_suspect(text) else draft


def _text(tree: Tree, entry: Entry) -> tuple[str | None, tuple[Fault, ...]]:
    if entry.size > MAX_BYTES:
        return None, (Fault("file-too-large", None, {"size": entry.size, "limit": MAX_BYTES}),)
    text, faults = decode(tree.read(entry.path))
    return (None, faults) if text is None else (text, faults + scan(text))


def _is_suspect(text: str | None) -> bool:
    """Whether the detectors must look at the file: the text bears a sign, or escapes that could spell anything."""
    return text is not None and ("\\" in text or may_hold(text))


def _bind_text(placed: Placement, text: str, faults: tuple[Fault, ...]) -> Draft:
    kind, origin, first_line = placed.kind, placed.origin, 1
    if kind.KIND.prose:
        front, more = split(text)
        if front is None:
            return Draft(origin.path, kind, None, faults + more)
        text, first_line = front.yaml_text, front.yaml_first_line
        origin = origin._replace(body=front.body, body_line=front.body_first_line)
    data, more = parse(text, first_line)
    if data is None or any(fault.code in _UNKNOWABLE for fault in more):
        return Draft(origin.path, kind, None, faults + more, origin.body, origin.body_line)
    record, unbound = bind(kind, data, origin)
    return Draft(origin.path, kind, record, faults + more + unbound, origin.body, origin.body_line)
