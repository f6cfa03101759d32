"""What the public sees of a document on a day, folded from record, acts and that day. Nobody types a status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.record import Act, Document, Effect, Record


class Standing(StrEnum):
    """The standings of DESIGN §2.1 that the fold can reach."""

    PENDING = "pending"
    CURRENT = "current"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The public's word."""
        return {"pending": "待公开", "current": "有效", "corrected": "已更正", "withdrawn": "已撤下"}[self.value]


@dataclass(frozen=True, slots=True)
class State:
    """A standing with what brought it about."""

    standing: Standing
    since: date | None = None
    """The day of the act that decided the standing; None while none did."""
    acts: tuple[Act, ...] = ()
    """All acts in effect on the record, oldest first."""
    decisive: Act | None = None
    """The act that decided the standing."""


def counts(act: Act, as_of: date) -> bool:
    """Whether an act is in effect: what hides counts by being in the tree, other acts from their own day (DESIGN §2.1)."""
    return act.EFFECT in (Effect.WITHDRAW, Effect.REDACT) or act.day <= as_of


def fold(record: Record, acts: Iterable[Act], as_of: date) -> State:
    """The state of ``record`` on ``as_of``.

    A record whose 公开日期 lies ahead is pending, whatever was done to it. A withdrawal or redaction counts by being in the
    tree; a correction or reinstatement counts from its own day (DESIGN §2.1). On one day what hides wins (DESIGN §3).
    """
    in_effect = tuple(sorted((act for act in acts if counts(act, as_of)), key=lambda act: act.order))
    if isinstance(record, Document) and record.published_on > as_of:
        return State(Standing.PENDING)
    state = State(Standing.CURRENT, acts=in_effect)
    for act in in_effect:
        state = _apply(state, act)
    return state


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
