"""What several rules ask of a decision: who made it, the parts of its number, and places in its text. Nothing is judged here."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple, TypeVar

from generator.finding import Span
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.procedures import ProcedureRow, ProcedureTable
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.policy import PolicyData
from generator.model.record import Document, Effect, Record
from generator.model.references import Target
from generator.model.register import Register
from generator.primitives.chinese_days import day_written_at
from generator.rules.once import once_per_register

R = TypeVar("R", bound=Record)

#: A record with a 文号.
Decision = PenaltyDecision | OtherDecision

#: What stands in a text where something was taken out.
WITHHELD = "【依法隐去】"

#: Steps of 过程 whose day a key of the record says too.
STEP_KEYS = {
    "检查": "检查日期",
    "告知": "听证.告知日期",
    "听证": "听证.举行日期",
    "法制审核": "法制审核.日期",
    "集体讨论": "集体讨论日期",
    "决定": "决定日期",
    "送达": "送达日期",
    "归档": "归档.日期",
}

#: What may stand around a day that has a line of its own.
_AROUND = " \t\u3000*_>"
#: A line without a word of the decision itself.
_FRAME = re.compile(r"(?:#{1,6}(?:\s.*)?|[-*_=\s]*|[^\s〔]*〔\d{4}〕第?\d+号)\Z")
_NUMBER = re.compile(r"(?P<prefix>.+)〔(?P<year>\d{4})〕(?P<ordinal>第?)(?P<digits>\d+)号\Z", re.ASCII)


class NumberParts(NamedTuple):
    """A 文号 taken apart: 示统罚决字〔2020〕1号."""

    prefix: str
    year: int
    ordinal: bool
    """第 stands before the running number."""
    digits: str

    @property
    def number(self) -> int:
        """The running number."""
        return int(self.digits)

    @property
    def plain(self) -> str:
        """The number as it should be written: without 第 and leading zeros."""
        return f"{self.prefix}〔{self.year}〕{self.number}号"


def number_parts(text: str) -> NumberParts:
    """Take a 文号 apart that its field has accepted."""
    match = _NUMBER.match(text)
    assert match is not None, text
    return NumberParts(match["prefix"], int(match["year"]), bool(match["ordinal"]), match["digits"])


@once_per_register
def decisions(register: Register) -> tuple[Decision, ...]:
    """Every record with a 文号, in the order of paths."""
    return tuple(record for record in register.documents if isinstance(record, Decision))


def authority_of(record: Decision) -> Target:
    """The body that made the decision."""
    return record.authority if isinstance(record, PenaltyDecision) else record.agency


def body_of(register: Register, record: Decision) -> EnforcementBody | None:
    """The deciding body as published on the day of the decision; None where no edition was in force."""
    edition = register.edition_on(authority_of(record).id, record.decided_on)
    return edition if isinstance(edition, EnforcementBody) else None


@lru_cache(maxsize=16_384)
def has_text(body: str) -> bool:
    """Whether a decision's Markdown holds more than headings, rules and a 文号: rules about the text leave the others alone."""
    start = 0
    while start < len(body):
        end = body.find("\n", start)
        end = end if end >= 0 else len(body)
        if not _FRAME.match(body[start:end].strip()):
            return True
        start = end + 1
    return False


def closing_day(body: str) -> int | None:
    """Where the last line that is nothing but a day begins to tell it; None if a text has no such line."""
    end = len(body)
    while end > 0:
        start = body.rfind("\n", 0, end) + 1
        line = body[start:end].rstrip(_AROUND)
        bare = line.lstrip(_AROUND)
        written = day_written_at(bare)
        if written is not None and written.end == len(bare):
            return start + len(line) - len(bare)
        end = start - 1
    return None


@once_per_register
def _withdrawn(register: Register) -> dict[str, Withdrawal]:
    last = {str(act.target): act for act in register.acts if act.EFFECT in (Effect.WITHDRAW, Effect.REINSTATE)}
    return {ref: act for ref, act in last.items() if isinstance(act, Withdrawal)}


def withdrawal_of(register: Register, record: Record) -> Withdrawal | None:
    """The withdrawal that has not been undone, whatever its day: a withdrawal counts by being in the tree."""
    return _withdrawn(register).get(record.ref)


@once_per_register
def _standing(_register: Register) -> dict[type[Record], tuple[Record, ...]]:
    return {}


def not_withdrawn(register: Register, kind: type[R]) -> tuple[R, ...]:
    """The documents of a kind whose publication has not been withdrawn.

    A decision that was withdrawn because it broke the law stays in the tree as it was, and must not stop a build.
    """
    known = _standing(register)
    if kind not in known:
        known[kind] = tuple(record for record in register.of_kind(kind) if withdrawal_of(register, record) is None)
    return known[kind]  # type: ignore[return-value]


@once_per_register
def _procedures(register: Register) -> dict[str, list[ProcedureRow]]:
    found: dict[str, list[ProcedureRow]] = defaultdict(list)
    for table in register.of_kind(ProcedureTable):
        for row in table.rows:  # type: ignore[attr-defined]
            found[row.kind].append(row)
    return dict(found)


def procedures_of(register: Register, record: Document) -> list[ProcedureRow]:
    """The rows of ``reference/procedures.yaml`` that apply to a record on the day of its decision."""
    rows = _procedures(register).get(record.origin.folder)
    if rows is None:
        return []
    procedure, day = getattr(record, "procedure", None), record.own_day
    return [row for row in rows if row.procedure in (None, procedure) and PolicyData.is_in_force(row, day)]


def span_in(record: Document, start: int, end: int) -> Span:
    """The place in the file of a part of the record's text, cut at the end of its first line."""
    body = record.body
    row_start = body.rfind("\n", 0, start) + 1
    row_end = body.find("\n", start)
    last = end if row_end < 0 else min(end, row_end)
    return Span(record.origin.body_line + body.count("\n", 0, start), start - row_start + 1, max(1, last - start))
