"""Reads the text of PDF pages with PDFium, and finds letters that nobody sees: under boxes and pictures, in the paper's colour.

What is drawn later lies above. Files that are damaged or grow without bounds never come here (attachments_pdf.py).
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: Left, bottom, right, top in points.
Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]
_Matrix = tuple[float, float, float, float, float, float]

_UNIT: _Matrix = (1, 0, 0, 1, 0, 0)
_WHITE: Colour = (255, 255, 255)
#: Forms within forms that are followed.
_DEPTH = 8
#: Lines of tables and underlines are filled boxes too; thinner than this they hide no letter.
_THIN = 3.0
#: Segments of a rectangle; the bounds of a richer drawing say little of what it covers.
_SIMPLE = 7
#: A picture over more of the page than this is the scanned page, and the letters under it are its text layer.
_SCAN = 0.5
#: Colours that differ by less in each part look the same.
_ALIKE = 12
_BAND = 24.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its whole text, the letters that something covers, those that cannot be seen for another reason."""

    text: str
    covered: str
    unseen: str
    has_picture: bool


@dataclass(frozen=True, slots=True)
class _Ink:
    """A filled box or a picture. ``order``: what is drawn later has a higher one. ``colour`` is None for a picture."""

    order: int
    box: Box
    colour: Colour | None = None
    is_scan: bool = False
    picture: int | None = None


@dataclass(frozen=True, slots=True)
class _Hand:
    """How a piece of text is written."""

    order: int
    colour: Colour
    is_invisible: bool


def read_pages(data: bytes, covers: Sequence[Sequence[Box]], limit: int) -> Iterator[Page]:
    """The pages of a PDF, ``limit`` at most. ``covers``: per page, boxes above everything. Raises ``PdfiumError``."""
    document = pdfium.PdfDocument(data)
    try:
        for index in range(min(len(document), limit)):
            page = document[index]
            try:
                yield _Sheet(document, page, covers[index] if index < len(covers) else ()).read()
            finally:
                page.close()
    finally:
        document.close()


class _Sheet:
    """What is drawn on one page, in order."""

    def __init__(self, document: pdfium.PdfDocument, page: pdfium.PdfPage, covers: Sequence[Box]) -> None:
        self._document = document
        self._page = page
        self._frame: Box = page.get_bbox()
        self._order = 0
        self._inks: list[_Ink] = []
        self._hands: dict[int, _Hand] = {}
        self._pictures: list[ctypes.c_void_p] = []
        self._see_through: dict[int, bool] = {}
        count = raw.FPDFPage_CountObjects(page)
        self._walk((raw.FPDFPage_GetObject(page, place) for place in range(count)), _UNIT, 0)
        self._inks += [_Ink(self._order + 1, box, (0, 0, 0)) for box in covers]
        self._bands: dict[int, list[_Ink]] = defaultdict(list)
        for ink in self._inks:
            for band in range(int(max(ink.box[1], -1e4) // _BAND), int(min(ink.box[3], 1e4) // _BAND) + 1):
                self._bands[band].append(ink)

    def read(self) -> Page:
        """The page's text, its letters sorted by whether they are seen."""
        text_page = self._page.get_textpage()
        covered: list[str] = []
        unseen: list[str] = []
        for place in range(text_page.count_chars()):
            item = raw.FPDFText_GetTextObject(text_page, place)
            hand = self._hands.get(_address(item)) if item else None
            code = raw.FPDFText_GetUnicode(text_page, place)
            if hand is None or not 0x20 < code < 0x110000 or chr(code).isspace():
                continue
            is_covered = self._hides(hand, text_page.get_charbox(place))
            if is_covered is not None:
                (covered if is_covered else unseen).append(chr(code))
        text = text_page.get_text_range().replace("\r\n", "\n")
        text_page.close()
        return Page(text, "".join(covered), "".join(unseen), bool(self._pictures))

    def _walk(self, items: Iterator[ctypes.c_void_p], matrix: _Matrix, depth: int) -> None:
        for item in items:
            self._order += 1
            sort = raw.FPDFPageObj_GetType(item)
            if sort == raw.FPDF_PAGEOBJ_TEXT:
                mode = raw.FPDFTextObj_GetTextRenderMode(item)
                colour, _alpha = _fill(item)
                self._hands[_address(item)] = _Hand(self._order, colour, mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE)
            elif sort == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                inner = (raw.FPDFFormObj_GetObject(item, place) for place in range(raw.FPDFFormObj_CountObjects(item)))
                self._walk(inner, _joined(_matrix(item), matrix), depth + 1)
            elif sort == raw.FPDF_PAGEOBJ_IMAGE:
                self._add_picture(item, _moved(_bounds(item), matrix))
            elif sort == raw.FPDF_PAGEOBJ_PATH:
                self._add_box(item, _moved(_bounds(item), matrix))

    def _add_picture(self, item: ctypes.c_void_p, box: Box) -> None:
        frame = self._frame
        page = max(1.0, (frame[2] - frame[0]) * (frame[3] - frame[1]))
        is_scan = (box[2] - box[0]) * (box[3] - box[1]) > _SCAN * page
        self._inks.append(_Ink(self._order, box, None, is_scan, len(self._pictures)))
        self._pictures.append(item)

    def _add_box(self, item: ctypes.c_void_p, box: Box) -> None:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if min(box[2] - box[0], box[3] - box[1]) < _THIN or raw.FPDFPath_CountSegments(item) > _SIMPLE:
            return
        if not raw.FPDFPath_GetDrawMode(item, mode, stroke) or mode.value == raw.FPDF_FILLMODE_NONE:
            return
        colour, alpha = _fill(item)
        if alpha == 255 and not raw.FPDFPageObj_HasTransparency(item):
            self._inks.append(_Ink(self._order, box, colour))

    def _hides(self, hand: _Hand, box: Box) -> bool | None:
        """True: something covers the letter. False: it cannot be seen for its colour, mode or place. None: it is seen."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (self._frame[0] <= x <= self._frame[2] and self._frame[1] <= y <= self._frame[3]):
            return False
        paper: Colour | None = _WHITE
        on_picture = False
        for ink in self._bands.get(int(y // _BAND), ()):
            if not _lies_in(box, ink.box):
                continue
            if ink.colour is None:
                on_picture = True
            if ink.order < hand.order:
                paper = ink.colour
            elif not ink.is_scan and not (ink.picture is not None and self._is_see_through(ink.picture)):
                return True
        if hand.is_invisible:
            return None if on_picture else False
        return False if paper is not None and _are_alike(paper, hand.colour) else None

    def _is_see_through(self, picture: int) -> bool:
        """Seals are pictures with a transparent ground."""
        if picture not in self._see_through:
            bitmap = raw.FPDFImageObj_GetRenderedBitmap(self._document, self._page, self._pictures[picture])
            if bitmap:
                image = pdfium.PdfBitmap.from_raw(bitmap).to_pil()
                self._see_through[picture] = image.mode == "RGBA" and image.getchannel("A").getextrema()[0] < 255
            else:
                self._see_through[picture] = True
        return self._see_through[picture]


def _address(item: ctypes.c_void_p) -> int:
    return ctypes.addressof(item.contents)  # type: ignore[attr-defined]


def _bounds(item: ctypes.c_void_p) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _fill(item: ctypes.c_void_p) -> tuple[Colour, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *parts):
        return (0, 0, 0), 255
    return (parts[0].value, parts[1].value, parts[2].value), parts[3].value


def _matrix(item: ctypes.c_void_p) -> _Matrix:
    found = raw.FS_MATRIX()
    return (found.a, found.b, found.c, found.d, found.e, found.f) if raw.FPDFPageObj_GetMatrix(item, found) else _UNIT


def _joined(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """First ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(box: Box, matrix: _Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    return (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))


def _lies_in(letter: Box, box: Box) -> bool:
    """Whether the middle half of a letter lies within a box."""
    x, y = (letter[2] - letter[0]) / 4, (letter[3] - letter[1]) / 4
    return (
        box[0] <= letter[0] + x and letter[2] - x <= box[2] and box[1] <= letter[1] + y and letter[3] - y <= box[3]
    )


def _are_alike(one: Colour, other: Colour) -> bool:
    return all(abs(left - right) < _ALIKE for left, right in zip(one, other, strict=True))
