"""What the public sees of a document on a day, folded from record, acts and that day. Nobody types a status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.terms import Term


class Standing(StrEnum):
    """The standings of DESIGN §2.1 that the fold can reach."""

    PENDING = "pending"
    CURRENT = "current"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def label(self) -> str:
        """The public's word."""
        return {
            "pending": "待公开", "current": "有效", "corrected": "已更正", "withdrawn": "已撤下", "expired": "公示期满",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A standing with what brought it about."""

    standing: Standing
    since: date | None = None
    """The day of the act that decided the standing, or the day after the term's end; None while nothing did."""
    acts: tuple[Act, ...] = ()
    """All acts in effect on the record, oldest first."""
    decisive: Act | None = None
    """The act that decided the standing; an expiry has none."""
    term: Term | None = None
    """The term that has ended, where the standing is expired."""


def counts(act: Act, as_of: date) -> bool:
    """Whether an act is in effect: what hides counts by being in the tree, other acts from their own day (DESIGN §2.1)."""
    return act.EFFECT in (Effect.WITHDRAW, Effect.REDACT) or act.day <= as_of


def is_public(record: Record, day: date) -> bool:
    """Whether a record has come before the public by ``day``, whatever became of it since; 不予公开 never does."""
    if isinstance(record, Document):
        return not record.is_secret and record.published_on <= day
    if isinstance(record, Edition):
        return record.effective_on <= day
    return isinstance(record, Act) and counts(record, day)


def fold(record: Record, acts: Iterable[Act], as_of: date, term: Term | None = None) -> State:
    """The state of ``record`` on ``as_of``.

    A record whose 公开日期 lies ahead is pending, whatever was done to it. A withdrawal or redaction counts by being in the
    tree; a correction or reinstatement counts from its own day (DESIGN §2.1). On one day what hides wins (DESIGN §3).
    ``term`` is the publication term on the portal: from the day after its end the record has expired, unless it is withdrawn.
    """
    in_effect = tuple(sorted((act for act in acts if counts(act, as_of)), key=lambda act: act.order))
    if isinstance(record, Document) and record.published_on > as_of:
        return State(Standing.PENDING)
    state = State(Standing.CURRENT, acts=in_effect)
    for act in in_effect:
        state = _apply(state, act)
    return _expire(state, term, as_of)


def _expire(state: State, term: Term | None, as_of: date) -> State:
    if term is None or term.end is None or as_of <= term.end or state.standing is Standing.WITHDRAWN:
        return state
    return replace(state, standing=Standing.EXPIRED, since=term.end + timedelta(days=1), decisive=None, term=term)


def _apply(state: State, act: Act) -> State:
    if act.EFFECT is Effect.WITHDRAW:
        return State(Standing.WITHDRAWN, act.day, state.acts, act)
    if act.EFFECT is Effect.REINSTATE and state.standing is Standing.WITHDRAWN:
        mended = [known for known in state.acts if known.EFFECT is Effect.CORRECT and known.order < act.order]
        standing = Standing.CORRECTED if mended else Standing.CURRENT
        return State(standing, act.day, state.acts, act)
    if act.EFFECT is Effect.CORRECT and state.standing is not Standing.WITHDRAWN:
        return State(Standing.CORRECTED, act.day, state.acts, act)
    return state
