"""Who took part in which step of enforcement, and what the roster of that day says of them. What must be so is for the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.finding import KeyPath
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Officer, Roster
from generator.model.references import Certificate
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.once import once_per_register
from generator.rules.scopes import scope_on

Enforced = PenaltyDecision | InspectionResult | OtherDecision
_SERVICE = "送达"
_INSPECTION = "检查"


class Deed(NamedTuple):
    """One step of enforcement: what, when, by whom, and where the officers stand in the record."""

    step: str
    day: date
    officers: tuple[Certificate, ...]
    where: KeyPath


@once_per_register
def enforced(register: Register) -> tuple[tuple[Enforced, tuple[Deed, ...]], ...]:
    """The records whose officers are named and that have not been withdrawn, each with its steps of enforcement."""
    kinds: tuple[type[Enforced], ...] = (PenaltyDecision, InspectionResult, OtherDecision)
    return tuple((record, _deeds(register, record)) for kind in kinds for record in not_withdrawn(register, kind))


def body_of(record: Enforced) -> str:
    """The id of the body that acted."""
    return record.authority.id if isinstance(record, PenaltyDecision) else record.agency.id


def _deeds(register: Register, record: Enforced) -> tuple[Deed, ...]:
    """The steps of a record that two officers must take; the decision itself where it tells of none."""
    scope = scope_on(register, "执法环节", record.decided_on)
    steps = scope.steps if scope is not None else ()
    own: KeyPath = ("执法人员",)
    found = [
        Deed(step.step, step.day, step.officers or record.officers, ("过程", index, "执法人员") if step.officers else own)
        for index, step in enumerate(record.process)
        if step.step in steps
    ]
    told = {(deed.step, deed.day) for deed in found}
    for step, day in ((_INSPECTION, getattr(record, "inspected_on", None)), (_SERVICE, getattr(record, "served_on", None))):
        if day is not None and step in steps and (step, day) not in told:
            found.append(Deed(step, day, record.officers, own))
    return tuple(found) or (Deed("决定", record.decided_on, record.officers, own),)


@dataclass(frozen=True, slots=True)
class _Staff:
    """The people of one edition of a roster, by the numbers of their certificates."""

    since: date
    body: str
    rows: dict[str, Officer]


@once_per_register
def _rosters(register: Register) -> dict[str, list[list[_Staff]]]:
    """By body: its rosters, each with the newest edition first."""
    found: dict[str, list[list[_Staff]]] = {}
    for list_id in register.list_ids(Roster):
        editions: list[Roster] = list(reversed(register.editions(list_id)))  # type: ignore[arg-type]
        staff = [
            _Staff(
                roster.effective_on, roster.agency.id, {held.number: row for row in roster.rows for held in row.certificates}
            )
            for roster in editions
        ]
        for body in dict.fromkeys(one.body for one in staff):
            found.setdefault(body, []).append(staff)
    return found


def _staff_on(register: Register, body: str, day: date) -> list[_Staff]:
    """The body's rosters in force on ``day``."""
    found = []
    for editions in _rosters(register).get(body, ()):
        for staff in editions:
            if staff.since <= day:
                if staff.body == body:
                    found.append(staff)
                break
    return found


def holder(register: Register, body: str, number: str, day: date) -> Officer | None:
    """The row with this certificate number on the body's roster in force on ``day``."""
    for staff in _staff_on(register, body, day):
        row = staff.rows.get(number)
        if row is not None:
            return row
    return None


def has_roster(register: Register, body: str, day: date) -> bool:
    """Whether the body had a roster in force on ``day``."""
    return bool(_staff_on(register, body, day))
