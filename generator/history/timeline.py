"""What happened to each record in public, and on which day: published, corrected, withdrawn, adjusted, filled in later.

Days and references only. What of an event may be told, and in which words, is decided where pages and feeds are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

from generator.model.declaration import Slot, slots
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.register import Register
from generator.model.standing import Standing, State, counts, is_public


class Happening(IntEnum):
    """What an event is; those of one day stand in this order."""

    PUBLISHED = 0
    ADJUSTED = 1
    SUPPLEMENTED = 2
    CORRECTED = 3
    REDACTED = 4
    REINSTATED = 5
    WITHDRAWN = 6
    EXPIRED = 7

    @property
    def label(self) -> str:
        """The public's word."""
        return ("公开", "名单调整", "补充", "更正", "隐私处理", "恢复公示", "撤下", "公示期满")[self.value]


_OF_EFFECT = {
    Effect.CORRECT: Happening.CORRECTED,
    Effect.REDACT: Happening.REDACTED,
    Effect.REINSTATE: Happening.REINSTATED,
    Effect.WITHDRAW: Happening.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a record's public life. ``act`` brought it about; ``fields`` are the late fields that were filled."""

    day: date
    happening: Happening
    record: Record
    act: Act | None = None
    fields: tuple[Slot, ...] = ()

    @property
    def order(self) -> tuple[date, Happening, str, str]:
        """Events in the order in which they happened."""
        return (self.day, self.happening, self.record.ref, self.act.ref if self.act is not None else "")


def events_of(record: Record, register: Register, as_of: date, state: State | None = None) -> tuple[Event, ...]:
    """The events of one record up to ``as_of``, the first one first; none of what was never public.

    ``state`` is the record's on that day, where it is known.
    """
    return tuple(sorted(_events(record, register, as_of, state), key=lambda event: event.order))


def timeline(register: Register, as_of: date) -> tuple[Event, ...]:
    """The events of all records up to ``as_of``, the first one first."""
    found = (event for record in register.records for event in _events(record, register, as_of))
    return tuple(sorted(found, key=lambda event: event.order))


def _events(record: Record, register: Register, as_of: date, state: State | None = None) -> Iterator[Event]:
    if register.get(record.ref) is not record or not is_public(record, as_of):
        return
    if isinstance(record, Document):
        yield Event(record.published_on, Happening.PUBLISHED, record)
        for day, fields in _supplements(record, as_of).items():
            yield Event(day, Happening.SUPPLEMENTED, record, None, fields)
        state = state or register.state(record, as_of)
        if state.standing is Standing.EXPIRED and state.since is not None:
            yield Event(state.since, Happening.EXPIRED, record)
    elif isinstance(record, Edition):
        is_first = register.editions(record.id)[0] is record
        yield Event(record.effective_on, Happening.PUBLISHED if is_first else Happening.ADJUSTED, record)
    for act in register.acts_on(record.ref):
        if counts(act, as_of):
            yield Event(act.day, _OF_EFFECT[act.EFFECT], record, act)


def _supplements(record: Document, as_of: date) -> dict[date, tuple[Slot, ...]]:
    """The late fields by the day after publication that they tell of: when they were filled nobody wrote down."""
    found: dict[date, dict[str, Slot]] = {}
    for slot in _late_slots(type(record)):
        for day in _days(slot, getattr(record, slot.name)):
            if record.published_on < day <= as_of:
                found.setdefault(day, {})[slot.name] = slot
    return {day: tuple(by_name.values()) for day, by_name in found.items()}


@cache
def _late_slots(kind: type[Record]) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots(kind) if slot.declaration.late)


def _days(slot: Slot, value: object) -> Iterator[date]:
    for item in value if slot.many else (value,):  # type: ignore[union-attr]
        day = getattr(item, "day", None) if slot.group is not None else item
        if isinstance(day, date):
            yield day
