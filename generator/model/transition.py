"""A proposed change: the register that is public now beside the one that is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.record import Document, Record
from generator.model.register import Register


@dataclass(frozen=True, slots=True)
class Baseline:
    """The register of the base, and the day on which it stood in public."""

    register: Register
    day: date
    """Commit day of a git base; the build's ``as_of`` for a folder."""
    label: str
    """How messages call the base."""


@dataclass(frozen=True, slots=True)
class Transition:
    """Base and head, compared as of a day."""

    base: Baseline
    head: Register
    as_of: date

    def was_public(self, record: Record) -> bool:
        """In the base, not 不予公开, and published by the earlier of the base's day and ``as_of`` (DESIGN §3)."""
        day = min(self.base.day, self.as_of)
        if isinstance(record, Document):
            return not record.is_secret and record.published_on <= day
        return record.KIND.stage is not None
