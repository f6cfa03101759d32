"""Reads what a picture tells beside what it shows: where it was taken, by whom, with which remarks.

What the picture shows is not read: no machine here recognises letters in it.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator

from PIL import ExifTags, Image, UnidentifiedImageError

from generator.finding import Fault
from generator.model.draft import AttachmentContent, Fragment
from generator.primitives.privacy import looks_like_person

#: A page of A4 at 600 dots per inch has 35 million.
MAX_PIXELS = 80_000_000

_REMARKS = {0x010E: "说明", 0x9286: "备注", 0x9C9B: "标题", 0x9C9C: "备注", 0x9C9E: "关键字", 0x9C9F: "主题", 0x8298: "版权"}
_PERSONS = {0x013B: "作者", 0x9C9D: "作者", 0xA430: "相机所有者"}
_WINDOWS = range(0x9C9B, 0x9CA0)
_COMMENT_CODES = {b"ASCII\0\0\0": "utf-8", b"UNICODE\0": "utf-16", b"\0" * 8: "utf-8"}
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, IndexError)


def read_image(sort: str, data: bytes) -> AttachmentContent:
    """The remarks within a picture; that it may show text which nobody has checked is always said."""
    fragments: list[Fragment] = []
    faults: list[Fault] = []
    try:
        image = _open(data)
        if image.width * image.height > MAX_PIXELS:
            return AttachmentContent(sort, (), (Fault("attachment-bomb"),))
        for found in _told(image, "图片"):
            (fragments if isinstance(found, Fragment) else faults).append(found)  # type: ignore[arg-type]
        image.load()
    except Image.DecompressionBombError:
        return AttachmentContent(sort, (), (Fault("attachment-bomb"),))
    except _BROKEN:
        return AttachmentContent(sort, tuple(fragments), (*faults, Fault("attachment-damaged")))
    return AttachmentContent(sort, tuple(fragments), (*faults, Fault("attachment-textless")))


def hidden_in_image(data: bytes, place: str) -> Iterator[Fault]:
    """What a picture within another file tells against its purpose. One that cannot be read tells nothing."""
    try:
        found = list(_told(_open(data), place))
    except (Image.DecompressionBombError, *_BROKEN):
        return
    yield from (item for item in found if isinstance(item, Fault))


def _open(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged remarks and large pictures are judged here
        return Image.open(io.BytesIO(data))


def _told(image: Image.Image, place: str) -> Iterator[Fragment | Fault]:
    exif = image.getexif()
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    xmp_text = xmp.decode("utf-8", "replace") if isinstance(xmp, bytes) else str(xmp)
    if exif.get_ifd(ExifTags.IFD.GPSInfo) or "GPSLatitude" in xmp_text:
        yield Fault("hidden-position", None, {"place": place})
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    remarks = [(label, _text(tag, tags[tag])) for tag, label in _REMARKS.items() if tag in tags]
    remarks += [(str(key), value) for key, value in image.info.items() if isinstance(value, str) and key != "XML:com.adobe.xmp"]
    persons = [(label, _text(tag, tags[tag])) for tag, label in _PERSONS.items() if tag in tags]
    persons += [("作者", value) for key, value in remarks if key in ("Author", "Artist", "Creator")]
    for label, value in (*remarks, *persons):
        yield Fragment(f"{place}的属性“{label}”", value)
    if xmp_text:
        yield Fragment(f"{place}的属性", re.sub("<[^>]*>", "\n", xmp_text))
    for label, value in persons:
        if looks_like_person(value):
            yield Fault("hidden-author", None, {"place": f"{place}的属性“{label}”"})


def _text(tag: int, value: object) -> str:
    """A remark as text. Windows writes its own in UTF-16; a user's comment begins with eight bytes that name its code."""
    if isinstance(value, str):
        value = value.encode("latin-1", "replace")  # as which Pillow reads every ASCII field
    if not isinstance(value, bytes):
        return str(value)
    encodings = ("utf-16-le",) if tag in _WINDOWS else ("utf-8", "gb18030")
    if value[:8] in _COMMENT_CODES:
        encodings, value = (_COMMENT_CODES[value[:8]],), value[8:]
    for encoding in encodings:
        try:
            return value.decode(encoding).strip("\0 ")
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1").strip("\0 ")
