"""Takes a finished file apart into the texts that somebody could read out of it: pages, data, archives, documents, compressed parts.

Judges nothing, and looks for nothing.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from generator.primitives.folding import fold
from generator.reading.attachments import content_of
from generator.reading.attachments_sort import text_of

#: Not to read a page, but to take the marks out of it: a parser would drop comments and what it cannot read, which is searched too.
_TAG = re.compile(r"(<[^<>]*>)")
#: Tags that stand within a word, in HTML, SVG and the XML of office documents; at any other a text ends.
_WITHIN = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "mark", "q", "rb", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u",
        "var", "wbr", "r", "t", "si",
    )
)
_NAME = re.compile(r"/?(?:[A-Za-z]{1,4}:)?([A-Za-z0-9]+)")
_BREAK = "\x00"
_NO_SIGNS = bytes(sorted({*range(256)} - {*b"<>"}))
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})")
_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
_GZIP, _ZIP, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"%PDF-"
#: What a piece of Pagefind's index begins with.
_FRAGMENT = re.compile(rb'pagefind_dcd\{"url":"/([^"]*)"')
_DEEPEST = 4
_MOST = 256 * 1024 * 1024


class UnreadableError(Exception):
    """A packed file that cannot be taken apart: nobody can say what it holds."""


def texts_of(path: str, data: bytes) -> Iterator[str]:
    """The folded texts of a file and of its name. Raises :class:`UnreadableError`."""
    yield name_of(path)
    yield from _texts(data, 0)


def name_of(path: str) -> str:
    """The folded name of a file, as its reader gets it."""
    return fold(unquote(path))


def _texts(data: bytes, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise UnreadableError("packed too deep")
    if data.startswith(_GZIP):
        yield from _texts(_unzipped(data), depth + 1)
    elif data.startswith(_ZIP):
        yield from _members(data, depth)
    elif not data.startswith(_PDF) and (text := _decoded(data)) is not None:
        yield from readings(text)
    else:
        yield from (fold(fragment.text) for fragment in content_of(data).fragments)
        # The index of a full-text search holds words in UTF-8 between lengths and numbers of its own.
        yield fold(data.decode("utf-8", "replace"))


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return text_of(data)


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


def readings(text: str) -> Iterator[str]:
    """One text as a reader gets it: what stands between its tags, then what stands in them; all escapes resolved."""
    if "<" in text:
        texts, tags, _is_plain = cut(text)
        pieces = [""] * (len(texts) + len(tags))
        pieces[::2], pieces[1::2] = texts, map(_place_of, tags)
        yield fold(_resolved("".join(pieces)))
        yield _BREAK.join([_within(tag) for tag in dict.fromkeys(tags) if "=" in tag or tag.startswith("!")])
    else:
        yield fold(_resolved(text))


def ends_text(tag: str) -> bool:
    """Whether a text ends at this tag: what stands before and behind it is not one word."""
    return _place_of(tag) == _BREAK


@lru_cache(maxsize=8192)
def _within(tag: str) -> str:
    """What stands in a tag or comment. Pages share most of theirs, so each is folded once."""
    return fold(_resolved(f"<{tag}>"))


@lru_cache(maxsize=8192)
def _place_of(tag: str) -> str:
    """What stands where a tag stood: nothing if it only marks words."""
    name = _NAME.match(tag)
    return "" if tag.startswith("!--") or (name and name[1].lower() in _WITHIN) else _BREAK


def _resolved(text: str) -> str:
    """Without character references, ``\\uXXXX`` and percent signs."""
    if "\\u" in text:
        text = _PAIR.sub(_joined, _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))
    if "&" in text:
        text = html.unescape(text)
    return _PERCENT.sub(_unquoted, text) if "%" in text else text


def _unquoted(run: re.Match[str]) -> str:
    return bytes.fromhex(run[0].replace("%", "")).decode("utf-8", "replace")


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
