"""Looks up what a rule applies to on a day in ``reference/scopes.yaml``. What a scope means is for the rule that asks."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from generator.model.kinds.scopes import Scope, ScopeTable
from generator.model.policy import PolicyData
from generator.model.register import Register
from generator.rules.once import once_per_register


@once_per_register
def _rows(register: Register) -> dict[str, list[Scope]]:
    found: dict[str, list[Scope]] = defaultdict(list)
    for table in register.of_kind(ScopeTable):
        for row in table.rows:  # type: ignore[attr-defined]
            found[row.matter].append(row)
    return found


def scope_on(register: Register, matter: str, day: date) -> Scope | None:
    """The row for a matter in force on ``day``, or None: then nothing is checked."""
    for row in _rows(register).get(matter, ()):
        if PolicyData.is_in_force(row, day):
            return row
    return None
