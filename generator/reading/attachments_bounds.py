"""Says of a PDF whether it would grow without bounds when it is unpacked or drawn; such a file is refused before that.

Knows nothing of what the file says.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pikepdf

from generator.finding import Fault
from generator.reading.attachments_image import MAX_PIXELS
from generator.reading.attachments_zip import MAX_PART, RefusedError

MAX_PAGES = 1_000
MAX_OBJECTS = 200_000
#: Unpacked bytes of one stream (a scanned page in colour at 600 dots per inch has half of it) and of all together.
_MAX_STREAM = 3 * MAX_PIXELS
_MAX_STREAMS = 1024 * 1024 * 1024
#: Bytes that draw one page, those of a form as often as it is drawn: drawings within drawings multiply.
_MAX_DRAWING = 64 * 1024 * 1024

_STREAM = re.compile(rb"stream\r?\n")
#: What each use of a form costs beside its bytes.
_USE = 200
_PIECE = 1024 * 1024
_FLATE = ("/FlateDecode", "/Fl")
#: Other filters that swell, with the largest possible factor.
_SWELLING = {"/LZWDecode": 2_700, "/LZW": 2_700, "/RunLengthDecode": 64, "/RL": 64}


def bound_streams(data: bytes) -> None:
    """Unpack every stream packed with Flate, piece by piece, before any library does. Raises :class:`RefusedError`."""
    left = _MAX_STREAMS
    for match in _STREAM.finditer(data):
        for size in _inflated(data, match.end()):
            if size > min(_MAX_STREAM, left):
                raise RefusedError(Fault("attachment-bomb"))
        left -= size


def bound_objects(document: pikepdf.Pdf) -> None:
    """Refuse too many pages, streams packed twice or by old filters, huge pictures and texts. Raises :class:`RefusedError`."""
    if len(document.pages) > MAX_PAGES or len(document.objects) > MAX_OBJECTS:
        raise RefusedError(Fault("attachment-bomb"))
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and _is_too_large(item):
            raise RefusedError(Fault("attachment-bomb"))
    weights: dict[tuple[int, int], int] = {}
    for page in document.pages:
        if _weight(page.obj, weights, ()) > _MAX_DRAWING:
            raise RefusedError(Fault("attachment-bomb"))


def _inflated(data: bytes, start: int) -> Iterator[int]:
    """How many bytes a Flate stream has given so far, rising; ends at once where there is none."""
    inflater = zlib.decompressobj()
    size, rest, behind = 0, data[start : start + _PIECE], start + _PIECE
    yield size
    while rest and not inflater.eof:
        try:
            size += len(inflater.decompress(rest, _PIECE))
        except zlib.error:
            return  # another filter, or none
        yield size
        rest = inflater.unconsumed_tail
        if not rest:
            rest, behind = data[behind : behind + _PIECE], behind + _PIECE


def _is_too_large(item: pikepdf.Stream) -> bool:
    named = item.get("/Filter", pikepdf.Array([]))
    filters = [str(name) for name in (named if isinstance(named, pikepdf.Array) else [named])]
    raw = int(item.get("/Length", 0))
    if sum(name in _FLATE or name in _SWELLING for name in filters) > 1:
        return True
    if any(raw * _SWELLING.get(name, 0) > MAX_PART for name in filters):
        return True
    if item.get("/Subtype") == "/Image":
        return int(item.get("/Width", 0)) * int(item.get("/Height", 0)) > MAX_PIXELS
    return filters[:1] in ([_FLATE[0]], [_FLATE[1]]) and any(size > MAX_PART for size in _inflated(item.read_raw_bytes(), 0))


def _weight(item: pikepdf.Object, weights: dict[tuple[int, int], int], above: tuple[tuple[int, int], ...]) -> int:
    """How many bytes draw a page or form, with the forms that it draws and those that they draw."""
    total, own = _USE + _length(item), _resources(item)
    is_form = isinstance(item, pikepdf.Stream)
    if not (is_form or any(_is_form(child) for child in own.values())):
        return total
    for instruction in pikepdf.parse_content_stream(item, "Do"):
        child = own.get(str(instruction.operands[0]))
        if child is None and is_form:
            raise RefusedError(Fault("attachment-bomb"))  # readers would look for it wherever the form is drawn
        if not _is_form(child):
            continue
        if child.objgen in above:
            raise RefusedError(Fault("attachment-bomb"))
        if child.objgen not in weights:
            weights[child.objgen] = _weight(child, weights, (*above, child.objgen))
        total += weights[child.objgen]
    return total


def _is_form(item: object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"


def _resources(item: pikepdf.Object) -> pikepdf.Dictionary:
    """The named drawings of a form, or of a page (its own or its parents')."""
    for _ in range(32):
        if "/Resources" in item or "/Parent" not in item:
            break
        item = item.Parent
    return item.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())


def _length(item: pikepdf.Object) -> int:
    """Bytes of the content of a page or form, unpacked."""
    contents = item if isinstance(item, pikepdf.Stream) else item.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return sum(len(part.read_bytes()) for part in parts if isinstance(part, pikepdf.Stream))
