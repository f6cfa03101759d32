"""The certificates on the rosters in force on a day, with the places where their last days stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.finding import KeyPath
from generator.model.kinds.rosters import HeldCertificate, Officer, Roster
from generator.model.register import Register
from generator.rules.unbound import unbound_refs


@dataclass(frozen=True, slots=True)
class Listed:
    """One certificate of one person of a roster."""

    roster: Roster
    officer: Officer
    held: HeldCertificate
    where: KeyPath
    """Where the last day of its validity stands."""


def listed_on(register: Register, day: date) -> Iterator[Listed]:
    """Every certificate of every roster in force on ``day``; of a roster with an unread edition none, it may be the newer one."""
    unread = unbound_refs(register)
    for list_id in register.list_ids(Roster):
        roster = register.edition_on(list_id, day) if list_id not in unread else None
        if isinstance(roster, Roster):
            for row, officer in enumerate(roster.rows):
                for index, held in enumerate(officer.certificates):
                    yield Listed(roster, officer, held, ("条目", row, "证件", index, "有效期", "止"))
