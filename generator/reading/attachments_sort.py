"""Tells what an attachment really is by its first bytes and its parts, whatever its name says.

Reads no text and judges nothing.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "rtf"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|svg|\?xml|script|head|body)", re.IGNORECASE)
#: Names in the directory of an OLE file, in UTF-16.
_OLE = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
_MACRO = re.compile(r"(?:^|/)vbaProject[^/]*\.bin$|/macrosheets/", re.IGNORECASE)
#: Content types of the main part, as [Content_Types].xml names them.
_PACKAGES = (
    (b"wordprocessingml.document.main", "docx"),
    (b"spreadsheetml.sheet.main", "xlsx"),
    (b"presentationml", "pptx"),
)
_TYPES = "[Content_Types].xml"
_MAX_TYPES = 1024 * 1024


def sort_of(data: bytes) -> str:
    """``pdf``, ``docx``, ``xlsx``, ``png``, ``jpeg``, ``text``, or what it is instead (``office-macro``, ``zip``, ``doc`` …).

    ``""`` stands for what nobody knows.
    """
    if not data.strip():
        return "empty"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    for magic, sort in _MAGIC:
        if data.startswith(magic):
            return _ole(data) if sort == "ole" else sort
    if _MARKUP.match(data.removeprefix(codecs.BOM_UTF8)):
        return "markup"
    return "text" if text_of(data) is not None else ""


def text_of(data: bytes) -> str | None:
    """The text of a plain file in UTF-8, UTF-16 with its mark, or GB 18030; None if it is none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16")
    return None if b"\0" in data else _decoded(data, "utf-8-sig", "gb18030")


def _decoded(data: bytes, *encodings: str) -> str | None:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if re.search("[\x00-\x08\x0e-\x1f]", text) else text
    return None


def _package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            types = archive.open(_TYPES).read(_MAX_TYPES) if _TYPES in names else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return "damaged"
    if b"macroEnabled" in types or any(_MACRO.search(name) for name in names):
        return "office-macro"
    if "OFD.xml" in names:
        return "ofd"
    return next((sort for mark, sort in _PACKAGES if mark in types), "zip")


def _ole(data: bytes) -> str:
    return next((sort for name, sort in _OLE if name.encode("utf-16-le") in data), "ole")
