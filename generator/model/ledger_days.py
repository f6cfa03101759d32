"""The day on which each record first came before the public, as the release ledger proves it; nobody types it.

Read from the ledger elsewhere (history/ledger.py) and handed in: without a ledger there is none of this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class LedgerDays:
    """First days by reference, as of a release on ``as_of``; a record that the ledger does not know appears with that release."""

    began: date
    """The day of the first release that the ledger tells of."""
    as_of: date
    first: Mapping[str, date] = field(default_factory=dict)
    backfilled: frozenset[str] = frozenset()
    """Records of which it knows no first day: public before the ledger began, or samples that are left out."""
    is_beginning: bool = False
    """The ledger has no line yet, and begins with this release."""

    def first_day(self, ref: str, typed: date) -> date | None:
        """When the record first appeared; None if that was before the ledger began. ``typed`` is the day that the record names."""
        if ref in self.backfilled or (self.is_beginning and typed < self.as_of):
            return None
        return self.first.get(ref, self.as_of)

    def later(self, ref: str, typed: date) -> date:
        """The day that counts for deadlines: the later of the typed one and the first appearance (DESIGN §10)."""
        first = self.first_day(ref, typed)
        return typed if first is None else max(typed, first)
