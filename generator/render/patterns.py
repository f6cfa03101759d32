"""Finds which of many writings stand in a text or in a file, however the file is encoded.

What they stand for, and whether they may stand there, is for the proof (proof.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from ahocorasick_rs import BytesAhoCorasick

from generator.reading.known_lines import Run, new_lines, parts_of
from generator.reading.searchable import name_of, readings, texts_of

_DIGITS = b"0123456789"
_WORD = b"abcdefghijklmnopqrstuvwxyz0123456789-"
#: Texts that are searched at once: no writing holds this sign.
_APART = b"\0"


class Patterns:
    """The folded writings that are searched for; ``unread`` are passages that are left out of every file (names of assets)."""

    def __init__(self, writings: Iterable[bytes], unread: Iterable[str] = ()) -> None:
        self._writings = tuple(writings)
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
    if not writing.isascii() or writing[-1:] not in _DIGITS:
        return b""
    return _WORD if b"/" in writing or b"-" in writing else _DIGITS


def _is_whole(edge: bytes, text: bytes, start: int, end: int) -> bool:
    """Whether what was found is no part of something longer."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if (before and before[-1] in edge) or (after and after[0] in edge):
        return False
    return not (_goes_on(after, b".,:") or _goes_on(before[::-1], b".,"))


def _goes_on(after: bytes, signs: bytes) -> bool:
    """Whether a number goes on behind a point or comma; behind a colon it is a time: 2020-06-14 00:00 holds no 1400."""
    return len(after) == 2 and after[0] in signs and after[1] in _DIGITS
