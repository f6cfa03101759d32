"""Which body speaks in a record: the one that decided, inspected or published. It judges nothing."""

from __future__ import annotations

from generator.model.record import Record
from generator.model.references import Target


def agency_of(record: Record) -> Target | None:
    """The body under 机关 or 处罚机关; None where a record names none, as a body itself does."""
    return getattr(record, "agency", None) or getattr(record, "authority", None)
