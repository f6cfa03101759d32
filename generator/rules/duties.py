"""Which enforcement bodies owe lists and reports to the public, and since when. What they owe is for the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.kinds.bodies import EnforcementBody
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Duty:
    """A body in its newest edition, and the day on which this column first showed it."""

    body: EnforcementBody
    since: date


def duties(register: Register) -> Iterator[Duty]:
    """Every body but those that act for another."""
    for list_id in register.list_ids(EnforcementBody):
        editions = [edition for edition in register.editions(list_id) if isinstance(edition, EnforcementBody)]
        if editions[-1].nature != "受委托组织":
            yield Duty(editions[-1], editions[0].effective_on)
