"""The ledger of releases: what became public, was changed or hidden, line by line, each line sealed by the hash of the one before.

It reads and writes lines and tells what they add up to. Which lines a release adds is for publish/.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from generator.history.timeline import Happening
from generator.model.ledger_days import LedgerDays
from generator.primitives.canonical_json import Json, canonical

#: What precedes the first line.
GENESIS = "0" * 64
#: Beside the happenings of a record's life: its public form differs and no act says why; all went back to an earlier release; a form that
#: was published without the key gets its commitment.
CHANGED, ROLLED_BACK, SEALED_LATER = "变动", "回退", "补记"
#: With these the text went.
HIDING = frozenset({Happening.WITHDRAWN.label, Happening.EXPIRED.label})
_WORDS = frozenset({*(happening.label for happening in Happening), CHANGED, ROLLED_BACK, SEALED_LATER})
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_KEYS = frozenset({"seq", "release", "day", "event", "id", "edition", "previous"})
_MORE = frozenset({"act", "backfill", "commitment", "to"})


class LedgerError(Exception):
    """The ledger is not sound: the line's number (0: the whole), and what is wrong in Chinese."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(line, message)
        self.line = line
        self.message = message

    def __str__(self) -> str:
        return f"第 {self.line} 行：{self.message}" if self.line else self.message


class Line(NamedTuple):
    """One entry. ``edition`` counts the public forms of this id from 1; ``commitment`` is that form's, where it is told."""

    release: int
    day: date
    event: str
    id: str = ""
    edition: int = 0
    commitment: str = ""
    act: str = ""
    backfill: bool = False
    to: int = 0
    """Of a rollback: the release whose content is shown again."""


class Form(NamedTuple):
    """A public form of a record: since which release, and its commitment; none while the text is hidden, or for want of the key."""

    release: int
    edition: int
    commitment: str
    hidden: bool

    @property
    def is_unsealed(self) -> bool:
        """Whether it is seen and has no commitment: relief that was published without the key."""
        return not (self.hidden or self.commitment)


@dataclass(frozen=True, slots=True)
class Held:
    """What the ledger tells of one id. ``forms`` are all its forms, oldest first; the last one holds now."""

    first: date
    backfill: bool
    forms: tuple[Form, ...]
    is_live: bool = True
    """False after a rollback to a release that did not have it yet."""

    @property
    def form(self) -> Form:
        """The form that holds now."""
        return self.forms[-1]

    @property
    def newest_edition(self) -> int:
        """The highest number given: none is given twice, or an old salt would open a new form."""
        return max(form.edition for form in self.forms)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A sound chain of lines, and what they add up to."""

    data: bytes = b""
    lines: tuple[Line, ...] = ()
    held: dict[str, Held] = field(default_factory=dict)

    @property
    def release(self) -> int:
        """The last release that added lines; 0 if there is none."""
        return self.lines[-1].release if self.lines else 0

    @property
    def last(self) -> str:
        """The hash of the last line."""
        rows = self.data.splitlines()
        return _hash(rows[-1]) if rows else GENESIS

    def days(self, as_of: date) -> LedgerDays:
        """First days for a site built on ``as_of``."""
        first = {ref: held.first for ref, held in self.held.items() if not held.backfill}
        before = frozenset(ref for ref, held in self.held.items() if held.backfill)
        return LedgerDays(self.lines[0].day if self.lines else as_of, as_of, first, before, not self.lines)

    def with_lines(self, new: Iterable[Line]) -> Ledger:
        """The ledger with these lines at its end. Raises :class:`LedgerError` if they may not stand there."""
        rows, previous, number = [], self.last, len(self.lines)
        for line in new:
            number += 1
            rows.append(_write(line, number, previous) + b"\n")
            previous = _hash(rows[-1][:-1])
        return _extended(self, b"".join(rows))


def _write(line: Line, number: int, previous: str) -> bytes:
    told: dict[str, Json] = {
        "seq": number, "release": line.release, "day": line.day.isoformat(), "event": line.event, "id": line.id,
        "edition": line.edition, "previous": previous,
    }
    optional: dict[str, Json] = {"commitment": line.commitment, "act": line.act, "backfill": line.backfill, "to": line.to}
    return canonical(told | {key: value for key, value in optional.items() if value})


def _hash(row: bytes) -> str:
    return hashlib.sha256(row).hexdigest()


def read_ledger(data: bytes) -> Ledger:
    """Read a whole ledger and check its chain. Raises :class:`LedgerError`."""
    if data and not data.endswith(b"\n"):
        raise LedgerError(data.count(b"\n") + 1, "最后一行不完整")
    return _extended(Ledger(), data)


def _extended(ledger: Ledger, more: bytes) -> Ledger:
    previous, lines, held = ledger.last, list(ledger.lines), dict(ledger.held)
    for number, row in enumerate(more.split(b"\n")[:-1], start=len(lines) + 1):
        line = _read(row, number, previous)
        if lines and (line.release < lines[-1].release or line.day < lines[-1].day):
            raise LedgerError(number, "发布序号或者日期比上一行早")
        previous = _hash(row)
        lines.append(line)
        _enter(held, line, number)
    return Ledger(ledger.data + more, tuple(lines), held)


def _read(row: bytes, number: int, previous: str) -> Line:
    try:
        told = json.loads(row)
    except ValueError:
        raise LedgerError(number, "不是 JSON") from None
    if not isinstance(told, dict) or not _KEYS <= told.keys() <= _KEYS | _MORE or canonical(told) != row:
        raise LedgerError(number, "写法不对")
    if told["previous"] != previous:
        raise LedgerError(number, "与上一行接不上")
    if told["seq"] != number:
        raise LedgerError(number, f"序号应当是 {number}")
    commitment = told.get("commitment", "")
    if told["event"] not in _WORDS or (commitment and not _DIGEST.match(commitment)):
        raise LedgerError(number, "写法不对")
    try:
        day = date.fromisoformat(told["day"])
    except ValueError:
        raise LedgerError(number, "日期不对") from None
    return Line(
        told["release"], day, told["event"], told["id"], told["edition"], commitment, told.get("act", ""),
        told.get("backfill", False), told.get("to", 0),
    )


def _enter(held: dict[str, Held], line: Line, number: int) -> None:
    if line.event == ROLLED_BACK:
        for ref, known in held.items():
            held[ref] = _rolled_back(known, line)
        return
    form = Form(line.release, line.edition, line.commitment, line.event in HIDING)
    known = held.get(line.id)
    if known is None:
        held[line.id] = Held(line.day, line.backfill, (form,))
    elif line.edition <= known.newest_edition:
        raise LedgerError(number, f"{line.id} 的版本号没有增加")
    else:
        held[line.id] = replace(known, forms=(*known.forms, form), is_live=True)


def _rolled_back(known: Held, line: Line) -> Held:
    """The form of the earlier release again; what was hidden since stays hidden."""
    if known.form.hidden:
        return known
    then = [form for form in known.forms if form.release <= line.to]
    if not then:
        return replace(known, is_live=False)
    return replace(known, forms=(*known.forms, then[-1]._replace(release=line.release)))
