"""Pictures, plain texts, archives and files of other kinds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin


def jpeg(*, gps: bool = False, artist: str = "", remark: str = "") -> bytes:
    """A small photograph with or without remarks."""
    exif = Image.Exif()
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (35.0, 0.0, 0.0)
    if artist:
        exif[0x013B] = artist.encode()  # cameras and phones write UTF-8
    if remark:
        exif[0x9C9C] = remark.encode("utf-16-le")
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (90, 120, 90)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def png(**remarks: str) -> bytes:
    """A small picture with remarks."""
    notes = PngImagePlugin.PngInfo()
    for key, value in remarks.items():
        notes.add_itxt(key, value)
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (90, 120, 90)).save(out, "PNG", pnginfo=notes)
    return out.getvalue()


def vast_png() -> bytes:
    """A picture of some bytes that says it has ten thousand million points."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def archive() -> bytes:
    """A plain zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("decision.pdf", b"hello")
    return out.getvalue()


def ole(stream: str) -> bytes:
    """The beginning of an older Office file that holds this stream; nobody reads further."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 64
