"""Finds which of many writings stand in a text or in a file, however the file is encoded.

What they stand for, and whether they may stand there, is for the proof (proof.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import chain

from ahocorasick_rs import BytesAhoCorasick

from generator.primitives.numerals import FORMAL
from generator.reading.known_lines import Run, new_lines, parts_of
from generator.reading.searchable import name_of, readings, texts_of

_DIGITS = b"0123456789"
_NUMERALS = FORMAL.encode()
_SIGNS = frozenset(map(str.encode, FORMAL))
_FORMAL = re.compile(f"[{FORMAL}]+(元零?([{FORMAL}]角)?零?([{FORMAL}]分)?)?")
_TEN_THOUSAND = "万".encode()
_BY_TEN_THOUSANDS = re.compile(rb"[\d.]+" + _TEN_THOUSAND)
_PARTING = frozenset((b".", b",", b":"))
#: So much of what stands beside a number is looked at: a comma and the group of digits that it parts off, and the sign beyond.
_REACH = 5
_NO_CENTS = re.compile(rb"\.00?(?!\d)")
_GROUP_AFTER, _GROUP_BEFORE = re.compile(rb",\d{3}(?!\d)"), re.compile(rb"(?<![\d.-])\d{1,3},\Z")
_LAST_GROUP, _FIRST_GROUP = re.compile(rb"(?<![\d.-])\d{1,3}\Z"), re.compile(rb"\d{3}(?!\d)")
_WORD = b"abcdefghijklmnopqrstuvwxyz0123456789-"
#: Texts that are searched at once: no writing holds this sign.
_APART = b"\0"


class Patterns:
    """The folded writings that are searched for; ``unread`` are passages that are left out of every file (names of assets)."""

    def __init__(self, writings: Iterable[bytes], unread: Iterable[str] = ()) -> None:
        self._writings = tuple(writings)
        self._texts = frozenset(map(bytes.decode, self._writings))
        self._edges = tuple(map(_edge_of, self._writings))
        self._automaton = BytesAhoCorasick(self._writings)
        self._unread = tuple(unread)
        #: What stands in the known lines, by their numbers, and in those that follow each other.
        self._in_line: list[set[bytes]] = []
        self._in_run = lru_cache(maxsize=8192)(self._in_lines)

    def in_text(self, text: bytes) -> set[bytes]:
        """The writings that stand in a text, and not as a part of a longer number."""
        found: set[int] = set()
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if number not in found and (not (edge := self._edges[number]) or _is_whole(edge, text, start, end)):
                found.add(number)
        return {self._writings[number] for number in found}

    def those(self, texts: Set[str]) -> Set[str]:
        """Those of the texts that are writings."""
        return texts & self._texts

    def is_number(self, writing: bytes) -> bool:
        """Whether a writing counts only by itself, and not as a part of a longer one."""
        return bool(_edge_of(writing))

    def in_raw(self, data: bytes) -> set[bytes]:
        """The writings that stand in the bytes of a file as they are."""
        return self.in_text(self._read_of(data))

    def in_file(self, path: str, data: bytes) -> set[bytes]:
        """The writings that stand in a file, raw or decoded, or in its name. Raises :class:`UnreadableError`."""
        parts = parts_of(data)
        if parts is None:
            read = self._read_of(data)
            return self._in(read, texts_of(path, read))
        found = self._in_page(parts.rest, name_of(path))
        for line in new_lines(len(self._in_line)):
            self._in_line.append(self._in_page(line))
        return found.union(*map(self._in_run, parts.runs))

    def _in_lines(self, run: Run) -> frozenset[bytes]:
        return frozenset().union(*(self._in_line[number] for number in run))

    def _in_page(self, text: str, *more: str) -> set[bytes]:
        for passage in self._unread:
            text = text.replace(passage, "")
        return self._in(text.encode(), chain(more, readings(text)))

    def _read_of(self, data: bytes) -> bytes:
        for passage in self._unread:
            data = data.replace(passage.encode(), b"")
        return data

    def _in(self, data: bytes, texts: Iterable[str]) -> set[bytes]:
        """What stands in bytes and in the texts that were read out of them."""
        return self.in_text(_APART.join((data, *(text.encode("utf-8", "replace") for text in texts))))


def _edge_of(writing: bytes) -> bytes:
    """What may not stand beside a number or an address, which it would then be a part of; nothing for words."""
    if writing.isascii():
        if writing[-1:] not in _DIGITS:
            return b""
        return _WORD if b"/" in writing or b"-" in writing else _DIGITS
    if writing.endswith(_TEN_THOUSAND) and _BY_TEN_THOUSANDS.fullmatch(writing):
        return _DIGITS
    return _NUMERALS if writing[:3] in _SIGNS and _FORMAL.fullmatch(writing.decode()) else b""


def _is_whole(edge: bytes, text: bytes, start: int, end: int) -> bool:
    """Whether what was found is no part of something longer."""
    if edge is _NUMERALS:
        return text[max(start - 3, 0) : start] not in _SIGNS and text[end : end + 3] not in _SIGNS
    before, after = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    behind, ahead = before[-1:], after[:1]
    if (behind and behind in edge) or (ahead and ahead in edge):
        return False
    return not ((ahead in _PARTING and _goes_on(text[start:end], after)) or (behind in _PARTING and _goes_before(text[start:end], before)))


def _goes_on(found: bytes, after: bytes) -> bool:
    """Whether a number goes on behind a point or comma; behind a colon it is a time: 2020-06-14 00:00 holds no 1400.

    5000.00 is 5000, and no sum goes on in 81234,567: these are two cells of a table, or two values of a list.
    """
    if len(after) < 2 or after[1] not in _DIGITS:
        return False
    if after[0] in b".":
        return b"." in found or not _NO_CENTS.match(after)
    return after[0] in b":" or bool(_GROUP_AFTER.match(after) and _LAST_GROUP.search(found))


def _goes_before(found: bytes, before: bytes) -> bool:
    """Whether a number began before a point or comma: 12,500 holds no 500, but 2020,81234 an 81234."""
    if len(before) < 2 or before[-1] in b":" or before[-2] not in _DIGITS:
        return False
    return before[-1] in b"." or bool(_GROUP_BEFORE.search(before) and _FIRST_GROUP.match(found))
