"""Where a text that is to be redacted stands, and what is left when the marker takes its place (DESIGN §3).

Pure functions over records. What may be redacted is judged by the rules, files are written elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.finding import KeyPath
from generator.model.declaration import Privacy
from generator.model.kinds.corrections import Change, Correction
from generator.model.passages import sections
from generator.model.paths import ABSENT, parse_path, place_at, texts
from generator.model.record import Act, Record
from generator.model.scalars import MARKER

#: A shorter text stands everywhere by accident: of acts only the very field that names it is scrubbed.
TELLING = 4


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a redaction takes out of a record: fields, and texts of the body."""

    paths: frozenset[KeyPath]
    parts: tuple[str, ...]
    """The texts that go, wherever they stand."""
    in_body: bool


def hide_under(body: str, heading: str | None, parts: Iterable[str]) -> tuple[str, int]:
    """``body`` with the marker for each of ``parts`` under the headings of this title (None: everywhere), and how often."""
    if heading is None:
        shown = _hide(body, parts)
        return shown, shown.count(MARKER) - body.count(MARKER)
    now = body
    for section in sections(body):
        if section.title == heading:
            now = now.replace(section.text, _hide(section.text, parts), 1)
    return now, now.count(MARKER) - body.count(MARKER)


def headings_with(body: str, parts: Iterable[str]) -> tuple[str, ...]:
    """The titles of the smallest sections that hold one of ``parts``, from top to bottom."""
    listed = tuple(parts)
    found = [section for section in sections(body) if any(holds(section.text, part) for part in listed)]
    inner = {outer.title for outer in found for other in found if other is not outer and other.text in outer.text}
    return tuple(dict.fromkeys(section.title for section in found if section.title not in inner))


def quotes(act: Act, hidden: Hidden) -> Iterator[tuple[KeyPath, str]]:
    """The fields of an act that quote what is hidden, each with what they are to say."""
    scrubbed: set[KeyPath] = set()
    for index, change in enumerate(act.changes if isinstance(act, Correction) else ()):
        if _is_about(change, hidden):
            for key, text in (("原", change.was), ("现", change.now)):
                scrubbed.add(("更正事项", index, key))
                if text not in (ABSENT, MARKER):
                    yield ("更正事项", index, key), MARKER
    parts = [part for part in hidden.parts if len(part) >= TELLING]
    for path, text in texts(act).items():
        place = place_at(type(act), path)
        if path not in scrubbed and place is not None and place.slot.may_hide and place.privacy is not Privacy.INTERNAL:
            now = _hide(text, parts)
            if now != text:
                yield path, now


def told_before(acts: Iterable[Act], paths: frozenset[KeyPath]) -> Iterator[str]:
    """What corrections say that these fields held before or hold now."""
    for act in acts:
        for change in act.changes if isinstance(act, Correction) else ():
            if change.path is not None and parse_path(change.path) in paths:
                yield from (text for text in (change.was, change.now) if text != ABSENT and MARKER not in text)


def holders(records: Iterable[Record], parts: Iterable[str]) -> tuple[str, ...]:
    """The references of the records in which one of ``parts`` is to be read."""
    telling = [part for part in parts if len(part) >= TELLING]
    return tuple(
        record.ref
        for record in records
        if telling and any(holds(text, part) for part in telling for text in (record.body, *texts(record).values()))
    )


def _is_about(change: Change, hidden: Hidden) -> bool:
    if change.path is not None:
        return parse_path(change.path) in hidden.paths
    return hidden.in_body and any(holds(text, part) for part in hidden.parts for text in (change.was, change.now))


def holds(text: str, part: str) -> bool:
    """Whether ``part`` stands in ``text``; a number does not stand in a longer number."""
    return _pattern(part).search(text) is not None


def _hide(text: str, parts: Iterable[str]) -> str:
    """The longest first: one part may lie within another."""
    for part in sorted(parts, key=len, reverse=True):
        text = _pattern(part).sub(MARKER, text)
    return text


@cache
def _pattern(part: str) -> re.Pattern[str]:
    before, behind = (r"(?<![\d.])" if part[0].isdecimal() else ""), (r"(?!\.?\d)" if part[-1].isdecimal() else "")
    return re.compile(before + re.escape(part) + behind)
