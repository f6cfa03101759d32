"""What the rules over acts share: which acts are on which record, and what stood withdrawn when each of them came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.kinds.corrections import Correction
from generator.model.kinds.laws import Law
from generator.model.record import Act, Document, Effect, Record
from generator.model.register import Register
from generator.rules.fields import key_of

#: What a correction may be about. A law has no further edition of the same year: what was registered wrongly of it is corrected.
CORRECTABLE: tuple[type[Record], ...] = (Document, Act, Law)


def acted_on(register: Register) -> Iterator[tuple[Record, tuple[Act, ...]]]:
    """Every record on which there are acts, with them, oldest first."""
    for ref in dict.fromkeys(str(act.target) for act in register.acts):
        record = register.get(ref)
        if record is not None:
            yield record, register.acts_on(ref)


def with_target(register: Register) -> Iterator[tuple[Act, Record]]:
    """Every act whose record is there, with the record."""
    for act in register.acts:
        record = register.get(str(act.target))
        if record is not None:
            yield act, record


def corrections(register: Register) -> Iterator[tuple[Correction, Record]]:
    """Every correction whose record is there, with the record."""
    for act, record in with_target(register):
        if isinstance(act, Correction):
            yield act, record


def after_withdrawal(acts: Iterable[Act]) -> Iterator[tuple[Act, Act | None]]:
    """Each act with the withdrawal that was in effect when it came; acts oldest first."""
    withdrawal: Act | None = None
    for act in acts:
        yield act, withdrawal
        if act.EFFECT is Effect.WITHDRAW:
            withdrawal = withdrawal or act
        elif act.EFFECT is Effect.REINSTATE:
            withdrawal = None


def day_key(act: Act) -> str:
    """The key under which an act's day stands: 更正日期, 撤下日期 …"""
    return key_of(act, "day")


def target_key(act: Act) -> str:
    """The key under which an act names its record: 更正对象, 撤下对象 …"""
    return key_of(act, "target")


def next_edition(register: Register, list_id: str) -> str:
    """The file that the next edition of a list belongs in; a law's is named by the year of its adoption."""
    editions = register.editions(list_id)
    numbers = [edition.number for edition in editions if isinstance(edition.number, int)]
    return f"{register.label}/{list_id}/{max(numbers) + 1 if numbers else '通过年份'}{editions[-1].KIND.suffix}"
