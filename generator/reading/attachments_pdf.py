"""Reads a PDF: the text of its pages and notes, its properties, older states kept in the file, files and scripts within it.

Encrypted files, and files that would grow without bounds when unpacked, are not opened at all.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from generator.finding import Fault
from generator.model.draft import AttachmentContent, Fragment
from generator.primitives.privacy import looks_like_person
from generator.reading.attachments_bounds import MAX_PAGES, bound_objects, bound_streams
from generator.reading.attachments_image import hidden_in_image
from generator.reading.attachments_ink import Box, Page, read_pages
from generator.reading.attachments_zip import RefusedError

# What pikepdf has to say about damaged files is for the rules to say, in Chinese.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())
logging.getLogger("pikepdf").propagate = False

#: Older states of one file that are compared; each signature adds one.
MAX_STATES = 10

_END = b"%%EOF"
_LABELS = {"/Author": "作者", "/Title": "标题", "/Subject": "主题", "/Keywords": "关键字", "/Company": "单位"}
#: Notes that lie over the page; but for the last only if they are filled.
_COVERING = {"/Square": "/IC", "/Circle": "/IC", "/Polygon": "/IC", "/FreeText": "/C", "/Redact": "/Rect"}
_NOTES = ("/Text", "/FreeText", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Square", "/Circle",
          "/Polygon", "/Ink", "/Line", "/Redact")  # fmt: skip
_ACTIONS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm")


def read_pdf(sort: str, data: bytes) -> AttachmentContent:
    """The text, and faults for everything hidden or unreadable."""
    fragments: list[Fragment] = []
    faults: list[Fault] = []
    try:
        for found in _told(data):
            (fragments if isinstance(found, Fragment) else faults).append(found)  # type: ignore[arg-type]
    except RefusedError as refusal:
        faults.append(refusal.fault)
    return AttachmentContent(sort, tuple(fragments), tuple(faults))


def _told(data: bytes) -> Iterator[Fragment | Fault]:
    if b"/Encrypt" in data:
        raise RefusedError(Fault("attachment-encrypted"))
    bound_streams(data)
    with pikepdf.open(io.BytesIO(data)) as document:
        if document.is_encrypted:
            raise RefusedError(Fault("attachment-encrypted"))
        bound_objects(document)
        yield from _properties(document)
        yield from _inclosures(document)
        covers = []
        for number, page in enumerate(document.pages, start=1):
            boxes: list[Box] = []
            yield from _notes(page, f"第{number}页", boxes)
            covers.append(boxes)
        shown = list(read_pages(_rewritten(document), covers, MAX_PAGES))
    yield from _pages(shown)
    yield from _older(data, "".join(page.text for page in shown))


def _rewritten(document: pikepdf.Pdf) -> bytes:
    """The file as it was understood and bounded here. PDFium may read a damaged one differently, without bounds."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _pages(pages: list[Page]) -> Iterator[Fragment | Fault]:
    blank = [number for number, page in enumerate(pages, start=1) if page.has_picture and not page.text.strip()]
    for number, page in enumerate(pages, start=1):
        place = f"第{number}页"
        yield Fragment(place, page.text)
        if page.covered:
            yield Fault("hidden-covered", None, {"place": place, "count": len(page.covered)})
        if page.unseen:
            yield Fault("hidden-unseen", None, {"place": place, "count": len(page.unseen)})
    if blank:
        yield Fault("attachment-textless", None, {"pages": tuple(blank)})


def _properties(document: pikepdf.Pdf) -> Iterator[Fragment | Fault]:
    for key, value in document.docinfo.items():
        if key in ("/CreationDate", "/ModDate", "/Producer", "/Creator", "/Trapped"):
            continue
        place = f"文件属性“{_LABELS.get(key, key.lstrip('/'))}”"
        yield Fragment(place, str(value))
        if looks_like_person(str(value)):
            yield Fault("hidden-author", None, {"place": place})
    if "/Metadata" in document.Root:
        text = document.Root.Metadata.read_bytes().decode("utf-8", "replace")
        yield Fragment("文件属性", re.sub("<[^>]*>", "\n", text))
        creators = re.search(r"<dc:creator>(.*?)</dc:creator>", text, re.DOTALL)
        for name in re.findall(r"<rdf:li[^>]*>([^<]*)<", creators[1]) if creators else ():
            if looks_like_person(name):
                yield Fault("hidden-author", None, {"place": "文件属性“作者”"})


def _inclosures(document: pikepdf.Pdf) -> Iterator[Fault]:
    """Files within the file, actions that run, pictures that tell where they were taken."""
    embedded = len(document.attachments)
    actions: set[str] = set()
    for item in document.objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        embedded += item.get("/Subtype") == "/FileAttachment"
        actions |= set(_actions(item))
        if isinstance(item, pikepdf.Stream) and item.get("/Filter") == "/DCTDecode":
            yield from hidden_in_image(item.read_raw_bytes(), "文件里的图片")
    if embedded:
        yield Fault("hidden-embedded", None, {"place": "文件内部", "count": embedded})
    for action in sorted(actions):
        yield Fault("hidden-script", None, {"place": action.lstrip("/")})


def _actions(item: Any, depth: int = 0) -> Iterator[str]:
    """The actions in an object and in the dictionaries that lie directly in it."""
    if str(item.get("/S", "")) in _ACTIONS:
        yield str(item.S)
    if "/XFA" in item:
        yield "/XFA"
    for value in item.values() if depth < 4 else ():
        if isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            yield from _actions(value, depth + 1)


def _notes(page: pikepdf.Page, place: str, covers: list[Box]) -> Iterator[Fragment | Fault]:
    """Notes on a page and entries of its forms; ``covers`` receives the boxes that lie over the page."""
    count = 0
    for note in page.obj.get("/Annots", pikepdf.Array([])):
        sort = str(note.get("/Subtype", ""))
        if _COVERING.get(sort, "/") in note:
            left, bottom, right, top = (float(side) for side in note.Rect)
            covers.append((min(left, right), min(bottom, top), max(left, right), max(bottom, top)))
        for key in ("/Contents", "/V", "/RC", "/T") if sort in _NOTES else ("/Contents", "/V"):
            if isinstance(note.get(key), pikepdf.String):
                yield Fragment(f"{place}的批注或者表单", str(note[key]))
        count += sort in _NOTES and "/Contents" in note and bool(str(note.Contents).strip())
    if count:
        yield Fault("hidden-comment", None, {"place": place, "count": count})


def _older(data: bytes, shown: str) -> Iterator[Fragment | Fault]:
    """The lines of older states that the newest no longer shows. A signature adds a state, but takes no text away."""
    ends = [match.end() for match in re.finditer(_END, data)]
    plain = re.sub(r"\s", "", shown)
    lost: dict[str, None] = {}
    for end in ends[:-1][-MAX_STATES:]:
        try:
            with pikepdf.open(io.BytesIO(data[:end])) as document:
                bound_objects(document)
                pages = list(read_pages(_rewritten(document), (), MAX_PAGES))
        except (pikepdf.PdfError, pdfium.PdfiumError):
            continue  # the first part of a file made for fast display is no state of its own
        for page in pages:
            lost.update(dict.fromkeys(line for line in page.text.split("\n") if re.sub(r"\s", "", line) not in plain))
    if lost:
        yield Fault("hidden-old-text", None, {"count": len(lost)})
        yield Fragment("文件里保留的旧版本", "\n".join(lost))
