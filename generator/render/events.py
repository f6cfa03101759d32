"""What happened in public, in order: published, corrected, redacted, withdrawn, reinstated, expired, lists adjusted.

It knows what becomes of entries whose record is gone; how a feed writes that is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.model.kinds.laws import Law
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.standing import Standing
from generator.render.addresses import address_of
from generator.render.names import edition_name, name_of
from generator.render.site import Site

PUBLISHED, EXPIRED, ADJUSTED = "公开", "期满", "名单调整"
#: The words of the acts, in the order in which they are told.
_OF_EFFECT = {Effect.CORRECT: "更正", Effect.REDACT: "隐私处理", Effect.REINSTATE: "恢复", Effect.WITHDRAW: "撤下"}
WORDS = tuple(_OF_EFFECT.values())
#: On one day a record is published before anything is done to it, and expires after everything.
_FIRST, _LAST = -1, len(Effect)


class Event(NamedTuple):
    """One thing that happened to a record. ``key`` names it for ever; ``reason`` is empty where none may be told."""

    day: date
    rank: int
    key: str
    word: str
    record: Record
    address: str
    title: str
    reason: str = ""
    act: Act | None = None
    ends: bool = False
    """With it the record's text went: what was told of it before is to be forgotten."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The records that tell of it."""
        return (self.record.ref,) if self.act is None else (self.record.ref, self.act.ref)


@lru_cache(maxsize=2)
def events_of(site: Site) -> tuple[Event, ...]:
    """All events, newest first."""
    found = [event for record in site.register.records if site.is_shown(record) for event in _events(record, site)]
    return tuple(sorted(found, key=lambda event: (event.day, event.rank, event.key), reverse=True))


def has_events(site: Site) -> bool:
    """Whether anything has happened."""
    return any(True for record in site.register.records if site.is_shown(record) for _ in _events(record, site))


def forgotten(events: tuple[Event, ...]) -> dict[str, Event]:
    """For the key of each event that is to be forgotten the event that took its record away."""
    ends = {event.record.ref: event for event in events if event.ends}
    return {
        event.key: end
        for event in events
        if (end := ends.get(event.record.ref)) is not None and event[:3] < end[:3]
    }


def _events(record: Record, site: Site) -> Iterator[Event]:
    if isinstance(record, Act):
        yield from _of_act(record, site)
    elif isinstance(record, Document):
        yield _event(PUBLISHED, record.published_on, _FIRST, "published", record, site)
        state = site.state(record)
        if state.standing is Standing.EXPIRED and state.since is not None:
            yield _event(EXPIRED, state.since, _LAST, "expired", record, site)._replace(ends=True)
    elif isinstance(record, Edition) and not isinstance(record, Law):  # a law's versions are the legislator's doing
        is_first = record is site.register.editions(record.id)[0]
        event = _event(PUBLISHED if is_first else ADJUSTED, record.effective_on, _FIRST, "in-force", record, site)
        reason = "" if is_first or site.is_tombstone(record) else record.reason
        yield event._replace(title=f"{event.title}（{edition_name(record)}）", reason=reason)


def _of_act(act: Act, site: Site) -> Iterator[Event]:
    target = site.target_of(act)
    if target is None:
        return
    state = site.state(target)
    decides = act is state.decisive and state.standing is Standing.WITHDRAWN
    reason = act.reason if site.tells_reason(act) else ""
    word = _OF_EFFECT[act.EFFECT]
    title = f"{word}：{name_of(target, site)}"
    yield Event(act.day, act.EFFECT, act.ref, word, target, address_of(act), title, reason, act, decides)


def _event(word: str, day: date, rank: int, what: str, record: Record, site: Site) -> Event:
    return Event(day, rank, f"{record.ref}/{what}", word, record, address_of(record), f"{word}：{name_of(record, site)}")
