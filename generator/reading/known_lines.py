"""Takes out of a page the lines that it shares with many others, so that these are looked at once and not with every page.

Whatever stands in the page stands in one of its known lines or in the rest of it, and nothing stands in these that is not in the page
(decision 0047). What stands there is for whoever looks.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from generator.reading.searchable import cut, ends_text

#: The tag that stands in the rest where known lines stood. It has no name: a text ends at it. No page that is taken apart holds NUL.
GAP = "\0"
_GAP = f"<{GAP}>"
#: Known is a line that was met so often; two pages alone share lines that no third one has.
_OFTEN = 8
#: Counting starts anew after so many lines, and no more become known than these: both bound the memory that this takes.
_COUNTED, _MOST = 5000, 20_000

_known: list[str] = []
_numbers: dict[str, int] = {}
_met: Counter[str] = Counter()


#: The numbers of known lines that follow each other.
Run = tuple[int, ...]


class Parts(NamedTuple):
    """A page without its known lines, with :data:`GAP` in the place of each run of them; and their numbers, run by run."""

    rest: str
    runs: tuple[Run, ...]


@lru_cache(maxsize=1)
def parts_of(data: bytes) -> Parts | None:
    """The parts of a page; None if the file is no page in UTF-8. Whoever looks at a file asks this first."""
    if not data.startswith(b"<") or b"\0" in data:
        return None
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    kept: list[str] = []
    new: list[str] = []
    runs: list[list[int]] = []
    run: list[int] | None = None
    for line, number in zip(lines, map(_numbers.get, lines), strict=True):
        if number is None:
            run = None
            kept.append(line)
            new.append(line)
        elif run is None:
            run = [number]
            runs.append(run)
            kept.append(_GAP)
        else:
            run.append(number)
    _meet(new)
    return Parts("\n".join(kept), tuple(map(tuple, runs)))


def new_lines(count: int) -> list[str]:
    """The known lines but for the first ``count``, by their numbers: whoever looks at them keeps what was seen in a list."""
    return _known[count:]


def _meet(lines: list[str]) -> None:
    """Count lines, and know those that have come often enough."""
    if len(_met) > _COUNTED:
        _met.clear()
    _met.update(lines)
    for line in dict.fromkeys(lines):
        if _met[line] >= _OFTEN and len(_known) < _MOST and _may_stand_alone(line.strip()):
            _numbers[line] = len(_known)
            _known.append(line)


@lru_cache(maxsize=1024)
def _may_stand_alone(text: str) -> bool:
    """Whether a line begins and ends with tags at which texts end, and all its signs are plainly those of tags, with whole values.

    Nor may a comment that began before it end in it.
    """
    if not (text.startswith("<") and text.endswith(">")) or "-->" in text:
        return False
    _texts, tags, is_plain = cut(text)
    return is_plain and ends_text(tags[0]) and ends_text(tags[-1]) and not any(tag.count('"') % 2 for tag in tags)
