"""Every earlier wording of a record, told by undoing its corrections; what a redaction took away stays away.

Pure functions over a record and the acts on it. Who may see an earlier wording is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.kinds.corrections import Change, Correction
from generator.model.paths import ABSENT, Texts, parse_path, place_at, texts
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.scalars import MARKER


@dataclass(frozen=True, slots=True)
class Wording:
    """What a record says: the text of every leaf, and the Markdown."""

    said: Texts
    body: str


class Flaw(StrEnum):
    """Why one change of a correction cannot be undone."""

    PATH = "path"
    """The path leads to no single value, or the kind has no text."""
    VALUE = "value"
    """The field does not hold 现."""
    NO_PASSAGE = "no-passage"
    """现 does not stand in the text."""
    PASSAGES = "passages"
    """现 stands in the text more than once."""
    NO_ANCHOR = "no-anchor"
    """现 is （空）: nothing tells where the passage stood."""
    HIDDEN = "hidden"
    """A redaction took the passage away; no slip of anybody's."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One change that cannot be undone: its index in 更正事项, and why."""

    index: int
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Step:
    """One correction or redaction, with what the record said before it and after it."""

    act: Act
    before: Wording
    after: Wording
    misfits: tuple[Misfit, ...] = ()


def wording_of(record: Record) -> Wording:
    """What the record says now."""
    return Wording(texts(record), record.body)


def rewind(record: Record, acts: Iterable[Act]) -> tuple[Step, ...]:
    """The corrections and redactions among ``acts``, the newest first, each undone on top of the ones after it.

    A field that does not hold 现 is set to 原 all the same, so that one slip does not hide what lies before it.
    """
    steps: list[Step] = []
    now = wording_of(record)
    for act in sorted(acts, key=lambda act: act.order, reverse=True):
        if isinstance(act, Correction):
            before, misfits = _undo(type(record), now, act)
            steps.append(Step(act, before, now, misfits))
            now = before
        elif act.EFFECT is Effect.REDACT:
            steps.append(Step(act, now, now))
    return tuple(steps)


def _undo(kind: type[Record], now: Wording, correction: Correction) -> tuple[Wording, tuple[Misfit, ...]]:
    said, body = dict(now.said), now.body
    misfits: list[Misfit] = []
    for index in range(len(correction.changes) - 1, -1, -1):
        change = correction.changes[index]
        if change.path is None:
            body, flaw = _undo_passage(body, change) if kind.KIND.prose else (body, Flaw.PATH)
        else:
            flaw = _undo_field(kind, said, change)
        if flaw is not None:
            misfits.append(Misfit(index, flaw))
    return Wording(said, body), tuple(reversed(misfits))


def _undo_field(kind: type[Record], said: dict, change: Change) -> Flaw | None:
    path = parse_path(change.path or "")
    place = place_at(kind, path)
    if place is None or not place.is_leaf:
        return Flaw.PATH
    held = said.get(path, ABSENT)
    if is_scrubbed(change):
        return None if MARKER in held else Flaw.VALUE
    if change.was == ABSENT:
        said.pop(path, None)
    else:
        said[path] = change.was
    return None if held == change.now else Flaw.VALUE


def _undo_passage(body: str, change: Change) -> tuple[str, Flaw | None]:
    if is_scrubbed(change):
        return body, Flaw.HIDDEN
    if change.now == ABSENT:
        return body, Flaw.NO_ANCHOR
    found = body.count(change.now)
    if found != 1:
        return body, Flaw.PASSAGES if found else Flaw.NO_PASSAGE
    return body.replace(change.now, "" if change.was == ABSENT else change.was), None


def is_scrubbed(change: Change) -> bool:
    """Whether a redaction has left of a change only the marker where it happened (DESIGN §3)."""
    return change.was == change.now and MARKER in change.now


def first_day(record: Record) -> date:
    """The day on which a record came before the public."""
    if isinstance(record, Document):
        return record.published_on
    return record.effective_on if isinstance(record, Edition) else record.own_day  # type: ignore[attr-defined]
