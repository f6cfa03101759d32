"""Takes a finished file apart into the texts that somebody could read out of it: pages, data, archives, documents, compressed parts.

Judges nothing, and looks for nothing.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from generator.primitives.folding import fold
from generator.reading.attachments import content_of
from generator.reading.attachments_sort import text_of

#: Not to read a page, but to take the marks out of it: a parser would drop comments and what it cannot read, which is searched too.
_TAG = re.compile(r"(<[^<>]*>)")
#: Tags that stand within a word, in HTML, SVG and the XML of office documents; at any other a text ends.
_WITHIN = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "small", "span", "strike", "strong", "sub",
        "sup", "time", "tspan", "tt", "u", "var", "wbr", "r", "t", "si",
    )
)
#: The name of a tag, and the hyphen of one that a page has made up, which is no block.
_NAME = re.compile(r"/?(?:[A-Za-z]{1,4}:)?([A-Za-z0-9]+)(-?)")
_BREAK = "\x00"
#: Stands where a tag stood behind which something follows that its readers do not see among the words: how a sign is read, or a comment.
_ASIDE = "\x01"
_ASIDES = re.compile(r"<!--.*?-->|<r[tp]\b[^<>]*>[^<]*(?:</r[tp]\s*>)?", re.DOTALL | re.IGNORECASE)
_NO_SIGNS = bytes(sorted({*range(256)} - {*b"<>"}))
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_ESCAPED = re.compile(r"\\u(?:([0-9A-Fa-f]{4})|\{0*([0-9A-Fa-f]{1,5})\})")
#: The commonest first. Folded, a text has no line ends.
_SHORT_ESCAPES = (("\\n", ""), ('\\"', '"'), ("\\r", ""), ("\\t", ""), ("\\/", "/"))
_BASE64 = re.compile(r";base64,([A-Za-z0-9+/_-]+)")
#: Blanks that alone part two numbers.
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[\s\u200b]+(?=\d)")
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_GZIP, _ZIP, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF-"
#: A PDF may begin so far behind other bytes.
_PDF_HEAD = 1024
#: What a piece of Pagefind's index begins with.
_FRAGMENT = re.compile(rb'pagefind_dcd\{"url":"/([^"]*)"')
_DEEPEST = 4
_MOST = 256 * 1024 * 1024

#: Types of files that can be locked or broken with a text in them, and what is then wrong with them.
_SEALABLE = ("pdf", "encrypted")
_SEALED = ("attachment-encrypted", "attachment-damaged", "attachment-bomb")


class UnreadableError(Exception):
    """A packed, locked or broken file that cannot be taken apart: nobody can say what it holds."""


def texts_of(path: str, data: bytes) -> Iterator[str]:
    """The folded texts of a file and of its name. Raises :class:`UnreadableError`."""
    yield name_of(path)
    yield from _texts(data, 0)


def name_of(path: str) -> str:
    """The folded name of a file, as its reader gets it."""
    return fold(_resolved(path))


def _texts(data: bytes, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise UnreadableError("packed too deep")
    if data.startswith(_GZIP):
        yield from _texts(_unzipped(data), depth + 1)
    elif data.startswith(_ZIP):
        yield from _members(data, depth)
        # In the parts of an office document a word is cut wherever its look changes.
        yield from _fragments(data)
    elif _PDF not in data[:_PDF_HEAD] and (text := _in_utf_8(data)) is not None:
        yield from readings(text)
        if depth:
            yield _numbers_apart(text)
        if "\0" in text:
            yield from readings(text.replace("\0", ""))
    else:
        yield from _fragments(data)
        # The index of a full-text search holds words in UTF-8 between lengths and numbers of its own.
        yield fold(data.decode("utf-8", "replace"))
        for text in _in_other_encodings(data):
            yield from readings(text)
            yield _numbers_apart(text)


def _fragments(data: bytes) -> Iterator[str]:
    content = content_of(data)
    if content.sort in _SEALABLE and any(fault.code in _SEALED for fault in content.faults):
        raise UnreadableError(content.sort)
    for fragment in content.fragments:
        yield fold(fragment.text)
        yield _numbers_apart(fragment.text)


def _in_utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _in_other_encodings(data: bytes) -> Iterator[str]:
    """What a file that is not in UTF-8 may be; without a mark nobody can say which it is."""
    text = text_of(data)
    if text is not None:
        yield text
    for encoding in ("utf-16-le", "utf-16-be"):
        with suppress(UnicodeDecodeError):
            yield data.decode(encoding)


def _numbers_apart(text: str) -> str:
    """A text whose blanks no search of the raw bytes sees: folded, 罚款 5000 2020 would be one long number."""
    return fold(_BETWEEN_NUMBERS.sub(_BREAK, text))


def _unzipped(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return _bounded(file.read(_MOST + 1))
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(str(error)) from error


def page_of_fragment(data: bytes) -> str | None:
    """The path of the page that a piece of Pagefind's index was made from; None if the file is no such piece."""
    if not data.startswith(_GZIP):
        return None
    try:
        found = _FRAGMENT.match(_unzipped(data))
    except UnreadableError:
        return None
    return found[1].decode("utf-8", "replace") if found else None


def _members(data: bytes, depth: int) -> Iterator[str]:
    """The texts of the parts of a workbook, a document or any other archive, and their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                yield fold(info.filename)
                with archive.open(info) as member:
                    yield from _texts(_bounded(member.read(_MOST + 1)), depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise UnreadableError(str(error)) from error


def _bounded(data: bytes) -> bytes:
    if len(data) > _MOST:
        raise UnreadableError("unpacks to more than can be searched")
    return data


class Cut(NamedTuple):
    """A text cut at its tags: what stands between them, then the tags without their signs, one fewer."""

    texts: Sequence[str]
    tags: Sequence[str]
    is_plain: bool
    """Each sign is that of a tag, and none of these is a comment or a script with content."""


@lru_cache(maxsize=1)
def cut(text: str) -> Cut:
    """Cut a text at its tags. Whoever looks at a page asks this first."""
    tags = text.count("<")
    if text.encode("utf-8", "replace").translate(None, _NO_SIGNS) == b"<>" * tags:
        parts = text.replace(">", "<").split("<")
        has_content = text.count("<script") != text.count("></script>")
        return Cut(parts[::2], parts[1::2], "<!--" not in text and not has_content)
    parts = _TAG.split(text)
    return Cut(parts[::2], [tag[1:-1] for tag in parts[1::2]], False)


def readings(text: str, depth: int = 0) -> Iterator[str]:
    """One text as a reader gets it: what stands between its tags, then what stands in them; all escapes resolved."""
    if "<" not in text:
        resolved = _resolved(text)
        if text[:1] != "{" and '""' in text:  # a quotation mark in a table of values parted by commas
            yield fold(resolved.replace('""', '"'))
        yield from _embedded(text)
    else:
        texts, tags, _is_plain = cut(text)
        pieces = [""] * (len(texts) + len(tags))
        pieces[::2], pieces[1::2] = texts, map(_place_of, tags)
        joined = "".join(pieces)
        yield _BREAK.join([_within(tag) for tag in dict.fromkeys(tags) if "=" in tag or tag.startswith("!")])
        if _ASIDE in joined or "<" in joined:
            shown = _ASIDES.sub("", text)
            if shown != text:
                yield from readings(shown, depth)
            joined = joined.replace(_ASIDE, "")
        resolved = _resolved(joined)
    yield fold(resolved)
    if "<" in resolved and depth < _DEEPEST:
        # Tags that were escaped, as in feeds. No tag goes over the end of a text.
        for piece in resolved.split(_BREAK):
            if "<" in piece and piece != text:
                yield from readings(piece, depth + 1)


def _embedded(text: str) -> Iterator[str]:
    """What a text holds in Base 64, as addresses that begin with ``data:`` do."""
    if ";base64," in text:
        for code in _BASE64.findall(_resolved(text)):
            with suppress(binascii.Error):
                yield from _texts(base64.b64decode(code + "=" * (-len(code) % 4), b"-_" if "-" in code or "_" in code else None), 1)


def ends_text(tag: str) -> bool:
    """Whether a text ends at this tag: what stands before and behind it is not one word."""
    return _place_of(tag) == _BREAK


@lru_cache(maxsize=8192)
def _within(tag: str) -> str:
    """What stands in a tag or comment. Pages share most of theirs, so each is folded once."""
    resolved = _resolved(f"<{tag}>")
    if resolved.find("<", 1) < 0 and ";base64," not in tag:
        return fold(resolved)
    return _BREAK.join((fold(resolved), *readings(resolved[1:-1], _DEEPEST), *_embedded(tag)))


@lru_cache(maxsize=8192)
def _place_of(tag: str) -> str:
    """What stands where a tag stood: nothing if it only marks words."""
    if tag.startswith("!--"):
        return "" if tag.endswith("--") else _ASIDE
    name = _NAME.match(tag)
    if name and name[1].lower() in ("rt", "rp"):
        return _ASIDE
    return "" if name and (name[2] or name[1].lower() in _WITHIN) else _BREAK


def _resolved(text: str) -> str:
    """Without character references, escapes of JSON and percent signs, nor such as these stood for."""
    for _ in range(_DEEPEST):
        if "&" not in text and "\\" not in text and "%" not in text:
            break
        plain = _resolved_once(text)
        if plain == text:
            break
        text = plain
    return text


def _resolved_once(text: str) -> str:
    for escape, sign in _SHORT_ESCAPES:
        if "\\" not in text:
            break
        text = text.replace(escape, sign)
    else:
        text = _PAIR.sub(_joined, _ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text))
    if "&" in text:
        text = html.unescape(text)
    return _PERCENT.sub(_unquoted, text) if "%" in text else text


def _unquoted(run: re.Match[str]) -> str:
    data = bytes.fromhex(run[0].replace("%", ""))
    text = _in_utf_8(data)
    return text if text is not None else data.decode("gb18030", "replace")


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
