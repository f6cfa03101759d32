"""Turns the bytes of a file into text, or says why it is not text: wrong encoding, NUL bytes, nothing in it.

Does not look at what the text says (:mod:`generator.reading.scan`) nor at its grammar
(:mod:`generator.reading.yaml_text`). The size limit is applied by the caller, before a file is read.
"""

from __future__ import annotations

import codecs
import re

from generator.finding import Fault, Span

#: Largest record or page in bytes. The longest real decision is some 30 KB; a larger file is a mistake or an attack.
MAX_BYTES = 1024 * 1024

#: The first character that UTF-8 writes in three bytes. GBK text holds such a sequence only by rare accident.
_THREE_BYTES = "\u0800"


def decode(data: bytes) -> tuple[str | None, tuple[Fault, ...]]:
    """Decode strict UTF-8. A byte order mark goes, CRLF and lone CR become LF: the result equals the plain file's.

    Returns the text, or None with one fault: ``file-empty``, ``nul-byte`` (where: the first one) or ``not-utf8``
    (where: the first bad byte; context ``guess``: ``GBK``, ``UTF-16`` or empty).
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_utf16(data):
        return None, (Fault("not-utf8", None, {"guess": "UTF-16"}),)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(body, error.start),)
    if "\r" in text:
        text = _unix(text)
    if "\0" in text:
        return None, (Fault("nul-byte", _end_of(text[: text.index("\0")])),)
    if not text or text.isspace():
        return None, (Fault("file-empty"),)
    return text, ()


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(before: str) -> Span:
    """The place just after ``before``, which starts at the top of the file."""
    return Span(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _not_utf8(body: bytes, bad: int) -> Fault:
    before = body[:bad].decode("utf-8")
    guess = ""
    if not any(char >= _THREE_BYTES for char in before) and _is_gbk(body):
        # Two bytes of GBK may pass for UTF-8 by accident, so the file went wrong at the first that is not ASCII.
        guess, before = "GBK", re.split(r"[^\0-\x7f]", before, maxsplit=1)[0]
    return Fault("not-utf8", _end_of(_unix(before)), {"guess": guess})


def _is_gbk(body: bytes) -> bool:
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _looks_utf16(data: bytes) -> bool:
    """UTF-16 without a mark: nearly every line feed, blank and digit brings a NUL on the same side of its pair."""
    even, odd = data[0:200:2].count(0), data[1:200:2].count(0)
    return len(data) % 2 == 0 and max(even, odd) >= 4 and min(even, odd) == 0
