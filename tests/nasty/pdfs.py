"""PDF files with and without something to hide."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

Draw = Callable[[pikepdf.Pdf], str]


def text(line: str, y: int = 700, *, colour: str = "0 g", mode: int = 0) -> str:
    """One line of text; characters beyond Latin are written in a font for Chinese."""
    if line.isascii():
        shown, font = f"({line})", "/Latin"
    else:
        shown, font = f"<{line.encode('utf-16-be').hex()}>", "/Chinese"
    return f"BT {colour} {mode} Tr {font} 12 Tf 72 {y} Td {shown} Tj ET\n"


def box(y: int = 700, *, colour: str = "0 g", height: int = 16, width: int = 400) -> str:
    """A filled rectangle over the line at ``y``."""
    return f"{colour} 70 {y - 4} {width} {height} re f\n"


def pdf(*drawings: str, change: Callable[[pikepdf.Pdf], None] | None = None, **save: object) -> bytes:
    """A PDF with one page for each drawing; ``change`` may add to it before it is saved."""
    document = pikepdf.new()
    fonts = Dictionary(
        Latin=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica),
        Chinese=Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/STSong-Light"), Encoding=Name("/UniGB-UCS2-H"),
            DescendantFonts=Array([document.make_indirect(Dictionary(
                Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/STSong-Light"), DW=1000,
                CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2),
            ))]),
        ),
    )  # fmt: skip
    for drawing in drawings:
        page = document.add_blank_page(page_size=(595, 842))
        page.Contents = Stream(document, drawing.encode())
        page.Resources = Dictionary(Font=fonts, XObject=Dictionary(), ExtGState=Dictionary())
    if change is not None:
        change(document)
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an entry of a form without its form is meant to be odd
        document.save(out, static_id=True, **save)  # type: ignore[arg-type]
    return out.getvalue()


def _picture(document: pikepdf.Pdf, name: str, *, alpha: int = 255, size: int = 20) -> None:
    shape = {"Type": Name.XObject, "Subtype": Name.Image, "Width": size, "Height": size, "BitsPerComponent": 8}
    picture = Stream(document, bytes([40, 40, 40]) * size * size, **shape, ColorSpace=Name.DeviceRGB)
    if alpha < 255:
        picture.SMask = Stream(document, bytes([alpha]) * size * size, **shape, ColorSpace=Name.DeviceGray)
    document.pages[0].Resources.XObject[f"/{name}"] = picture


def covered_by_picture(line: str, *, alpha: int = 255) -> bytes:
    """A picture above a line; with ``alpha`` below 255 a seal."""
    return pdf(text(line) + "q 420 0 0 40 60 690 cm /P Do Q", change=lambda d: _picture(d, "P", alpha=alpha))


def scan(line: str | None) -> bytes:
    """A scanned page, with its text layer where ``line`` is given."""
    layer = text(line, mode=3) if line is not None else ""
    return pdf(layer + "q 595 0 0 842 0 0 cm /P Do Q", change=lambda d: _picture(d, "P"))


def covered_within_form(line: str) -> bytes:
    """The box is drawn by a form that moves it into its place."""

    def change(document: pikepdf.Pdf) -> None:
        form = Stream(document, b"0 g 0 0 400 16 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 400, 16]))
        document.pages[0].Resources.XObject["/F"] = form

    return pdf(text(line) + "q 1 0 0 1 70 696 cm /F Do Q", change=change)


def see_through(line: str) -> bytes:
    """A marker pen: a box that lets the text through."""

    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].Resources.ExtGState["/G"] = Dictionary(ca=0.4)

    return pdf(text(line) + "q /G gs " + box(colour="1 1 0 rg") + "Q", change=change)


def note(line: str, sort: str, **entries: object) -> bytes:
    """A note (annotation) over a line."""

    def change(document: pikepdf.Pdf) -> None:
        item = Dictionary(Type=Name.Annot, Subtype=Name(f"/{sort}"), Rect=Array([70, 696, 470, 712]), **entries)
        document.pages[0].obj.Annots = Array([document.make_indirect(item)])

    return pdf(text(line), change=change)


def properties(**entries: str) -> bytes:
    """A PDF with document properties."""

    def change(document: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            document.docinfo[f"/{key}"] = value

    return pdf(text("hello"), change=change)


def xmp_author(name: str) -> bytes:
    """A PDF whose XMP names an author."""

    def change(document: pikepdf.Pdf) -> None:
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = [name]

    return pdf(text("hello"), change=change)


def appended(first: str, then: str) -> bytes:
    """A PDF that was changed by appending: the page drawn first stays in the file."""
    old = pdf(first, linearize=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(old)) as document:
        page = document.pages[0].obj
        number, size = page.Contents.objgen[0], int(document.trailer.Size)
        root = document.Root.objgen[0]
    start = len(old)
    body = then.encode()
    stream = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(body), body)
    previous = int(old[old.rindex(b"startxref") :].split()[1])
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return old + stream + table + trailer % (size, root, previous, start + len(stream))


def embedded() -> bytes:
    """A PDF with a file in it."""
    return pdf(text("hello"), change=lambda d: d.attachments.__setitem__("list.txt", b"hello"))


def script() -> bytes:
    """A PDF that runs JavaScript when it is opened."""

    def change(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    return pdf(text("hello"), change=change)


def photo(gps: bytes) -> bytes:
    """A PDF with a photograph that was taken over as it came from the camera."""

    def change(document: pikepdf.Pdf) -> None:
        with Image.open(io.BytesIO(gps)) as image:
            width, height = image.size
        picture = Stream(document, gps, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, BitsPerComponent=8,
                         ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode)  # fmt: skip
        document.pages[0].Resources.XObject["/P"] = picture

    return pdf(text("hello"), change=change)


def encrypted(*, owner_only: bool = False) -> bytes:
    """A PDF that asks for a password, or only forbids copying."""
    return pdf(text("hello"), encryption=pikepdf.Encryption(owner="owner", user="" if owner_only else "user"))


def swollen(size: int) -> bytes:
    """A PDF of some kilobytes whose page unpacks to ``size`` bytes."""
    packed = zlib.compress(b" " * size, 9)
    return pdf("", change=lambda d: d.pages[0].Contents.write(packed, filter=Name.FlateDecode), compress_streams=False,
               stream_decode_level=pikepdf.StreamDecodeLevel.none)  # fmt: skip


def packed_twice() -> bytes:
    """A page that is packed twice, so that its size cannot be told from outside."""
    packed = zlib.compress(zlib.compress(text("hello").encode()))
    return pdf("", change=lambda d: d.pages[0].Contents.write(packed, filter=Array([Name.FlateDecode, Name.FlateDecode])),
               compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)  # fmt: skip


def multiplied(depth: int = 6, times: int = 10) -> bytes:
    """Forms that draw forms: a page of some lines that is drawn ``times ** depth`` times."""

    def change(document: pikepdf.Pdf) -> None:
        inner = None
        for _ in range(depth):
            form = Stream(document, b"/F Do " * times if inner is not None else b"0 0 1 1 re f", Type=Name.XObject,
                          Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))  # fmt: skip
            if inner is not None:
                form.Resources = Dictionary(XObject=Dictionary(F=inner))
            inner = document.make_indirect(form)
        document.pages[0].Resources.XObject["/F"] = inner

    return pdf("/F Do " * times, change=change)


def endless() -> bytes:
    """A form that draws itself."""

    def change(document: pikepdf.Pdf) -> None:
        form = document.make_indirect(
            Stream(document, b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        )
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        document.pages[0].Resources.XObject["/F"] = form

    return pdf("/F Do", change=change)


def borrowed() -> bytes:
    """A form that names a drawing it does not have: readers take the page's, which is the form itself."""

    def change(document: pikepdf.Pdf) -> None:
        form = Stream(document, b"/F Do /F Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        form.Resources = Dictionary()
        document.pages[0].Resources.XObject["/F"] = document.make_indirect(form)

    return pdf("/F Do", change=change)


def vast() -> bytes:
    """A picture that says it has ten thousand million points."""

    def change(document: pikepdf.Pdf) -> None:
        _picture(document, "P")
        document.pages[0].Resources.XObject.P.Width = 100_000
        document.pages[0].Resources.XObject.P.Height = 100_000

    return pdf("q 9 0 0 9 0 0 cm /P Do Q", change=change)
