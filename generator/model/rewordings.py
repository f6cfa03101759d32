"""Which passages of a text were changed, cut so that each stands just once in the old and in the new text: what a correction quotes.

Pure functions over two texts. What is worth a correction is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.passages import settled

#: A reader takes in a clause at a time.
_END_OF_CLAUSE = re.compile(r"[。；，、：！？,;\n]")


@dataclass(frozen=True, slots=True)
class Rewording:
    """One passage as it was and as it is now; neither is empty."""

    was: str
    now: str


@dataclass(slots=True)
class _Cut:
    """The same place in both texts: from ``a`` up to ``b`` in the old one, from ``c`` up to ``d`` in the new one."""

    a: int
    b: int
    c: int
    d: int


def rewordings(was: str, now: str) -> tuple[Rewording, ...]:
    """The changed passages from top to bottom; put back one by one from the last to the first, ``now`` becomes ``was`` again.

    Where that needs more than clauses, the passages become longer; in the end the whole text is one. ``()`` if nothing differs.
    """
    if settled(was) == settled(now):
        return ()
    for wide in (False, True):
        found = tuple(_told(was, now, _joined(_grown(was, now, _cuts(was, now, wide)))))
        if all(item.was and item.now for item in found) and _leads_back(was, now, found):
            return found
    return (Rewording(was.strip(), now.strip()),)


def _leads_back(was: str, now: str, found: tuple[Rewording, ...]) -> bool:
    for item in reversed(found):
        if now.count(item.now) != 1 or was.count(item.was) != 1:
            return False
        now = now.replace(item.now, item.was)
    return settled(now) == settled(was)


def _cuts(was: str, now: str, wide: bool) -> Iterator[_Cut]:
    """The changed lines; the changed part of each, unless ``wide``."""
    old, new = was.splitlines(keepends=True), now.splitlines(keepends=True)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if not wide and j - i == m - k:
            for n in range(j - i):
                if old[i + n] != new[k + n]:
                    yield _trimmed(was, now, _cut(old, new, i + n, i + n + 1, k + n, k + n + 1))
        else:
            yield _cut(old, new, i, j, k, m)


def _cut(old: list[str], new: list[str], i: int, j: int, k: int, m: int) -> _Cut:
    a, c = sum(map(len, old[:i])), sum(map(len, new[:k]))
    return _Cut(a, a + sum(map(len, old[i:j])), c, c + sum(map(len, new[k:m])))


def _trimmed(was: str, now: str, cut: _Cut) -> _Cut:
    """Without what both begin and end with, and then to the ends of the clause."""
    while cut.a < cut.b and cut.c < cut.d and was[cut.a] == now[cut.c]:
        cut.a, cut.c = cut.a + 1, cut.c + 1
    while cut.a < cut.b and cut.c < cut.d and was[cut.b - 1] == now[cut.d - 1]:
        cut.b, cut.d = cut.b - 1, cut.d - 1
    return cut


def _grown(was: str, now: str, cuts: Iterator[_Cut]) -> Iterator[_Cut]:
    """Each cut to the ends of its clause, and on by clauses until it stands once in both texts."""
    for cut in cuts:
        _grow(was, now, cut, is_first=True)
        while not _stands_alone(was, now, cut) and _grow(was, now, cut, is_first=False):
            pass
        yield cut


def _stands_alone(was: str, now: str, cut: _Cut) -> bool:
    old, new = was[cut.a : cut.b].strip(), now[cut.c : cut.d].strip()
    return bool(old and new) and was.count(old) == 1 and now.count(new) == 1


def _grow(was: str, now: str, cut: _Cut, *, is_first: bool) -> bool:
    """Up to the clause's ends, or over one more clause on each side; only over what both texts have. Whether it grew."""
    before = (cut.a, cut.b)
    while cut.a > 0 and cut.c > 0 and was[cut.a - 1] == now[cut.c - 1]:
        if _END_OF_CLAUSE.match(was[cut.a - 1]) and is_first:
            break
        cut.a, cut.c = cut.a - 1, cut.c - 1
        if not is_first and cut.a > 0 and _END_OF_CLAUSE.match(was[cut.a - 1]):
            break
    while cut.b < len(was) and cut.d < len(now) and was[cut.b] == now[cut.d]:
        is_end = bool(_END_OF_CLAUSE.match(was[cut.b]))
        if is_end and is_first:
            break
        cut.b, cut.d = cut.b + 1, cut.d + 1
        if is_end:
            break
    return (cut.a, cut.b) != before


def _joined(cuts: Iterator[_Cut]) -> Iterator[_Cut]:
    """Cuts that meet become one."""
    last: _Cut | None = None
    for cut in cuts:
        if last is not None and (cut.a <= last.b or cut.c <= last.d):
            last = _Cut(min(last.a, cut.a), max(last.b, cut.b), min(last.c, cut.c), max(last.d, cut.d))
            continue
        if last is not None:
            yield last
        last = cut
    if last is not None:
        yield last


def _told(was: str, now: str, cuts: Iterator[_Cut]) -> Iterator[Rewording]:
    for cut in cuts:
        yield Rewording(was[cut.a : cut.b].strip(), now[cut.c : cut.d].strip())
