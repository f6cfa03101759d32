"""How long a publication stays: the term of a record on each track, computed from the table of terms. Nothing expires here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.bodies import agency_of
from generator.model.day_paths import day_at
from generator.model.kinds.terms import PublicationTerm
from generator.model.policy import PolicyData, amount_for
from generator.model.record import Document
from generator.model.settings import Settings
from generator.primitives.calendar import same_day_after

PORTAL = "门户公示"
CREDIT = "信用公示"
#: What pages say where the table has a row and the row no maximum.
UNLIMITED = "未规定期限"
_GRAVITY = (None, "轻微", "一般", "严重")


@dataclass(frozen=True, slots=True)
class Term:
    """A record's publication term on one track. ``end`` is the last day (公示截止期), None where none is laid down."""

    number: str
    """The row of ``reference/terms.yaml``."""
    track: str
    rating: str | None
    basis: str
    start: date
    minimum: int | None
    """Months."""
    maximum: int | None
    """Months."""
    not_published: bool
    """In principle not published on this track at all."""

    @property
    def earliest(self) -> date | None:
        """The day before which the publication may not be ended early."""
        return same_day_after(self.start, self.minimum) if self.minimum is not None else None

    @property
    def end(self) -> date | None:
        """The last day of the term; the publication has expired from the day after."""
        return same_day_after(self.start, self.maximum) if self.maximum is not None else None


def scheme_of(track: str, settings: Settings) -> str:
    """The scheme that the settings choose for a track."""
    return settings.portal_terms if track == PORTAL else settings.credit_terms


def term_of(record: Document, track: str, policy: PolicyData, settings: Settings) -> Term | None:
    """The term of a record on a track by the scheme in the settings; None where no row of it applies (期限未标注).

    A row applies by the record's kind and party, the conditions it names and the day that it counts from; of several the gravest
    is taken, then the one for fewer parties. Where its body has rows of its own, the others stand back.
    """
    terms = (_among(rows, record, policy) for rows in _rows(record, track, policy, settings))
    return next((term for term in terms if term is not None), None)


def may_end(record: Document, track: str, policy: PolicyData, settings: Settings) -> bool:
    """Whether any row for the record's kind and body has an end; most have none, and their terms need not be computed."""
    return any(row.maximum is not None for rows in _rows(record, track, policy, settings) for row in rows)


def _rows(record: Document, track: str, policy: PolicyData, settings: Settings) -> Iterator[tuple[PublicationTerm, ...]]:
    """The rows that may apply: those of the record's body, then those of all."""
    agency, scheme = agency_of(record), scheme_of(track, settings)
    for body in (agency.id, "") if agency is not None else ("",):
        rows = policy.terms_of(record.origin.folder, track, scheme, body)
        if rows:
            yield rows


def _among(rows: Iterable[PublicationTerm], record: Document, policy: PolicyData) -> Term | None:
    found: list[tuple[int, bool, PublicationTerm, date]] = []
    for row in rows:
        start = day_at(record, row.start)
        if start is not None and policy.is_in_force(row, start) and _meets(record, row, policy):
            found.append((_GRAVITY.index(row.rating), bool(row.parties), row, start))
    if not found:
        return None
    _, _, row, start = max(found, key=lambda item: item[:2])
    return Term(row.number, row.track, row.rating, row.basis, start, row.minimum, row.maximum, row.not_published)


def _meets(record: Document, row: PublicationTerm, policy: PolicyData) -> bool:
    party = getattr(record, "party", None)
    if row.parties and (party is None or party.sort not in row.parties):
        return False
    if not (row.procedures or row.penalties or row.fines):
        return True
    if getattr(record, "procedure", None) in row.procedures or set(getattr(record, "penalties", ())) & set(row.penalties):
        return True
    fine = getattr(record, "fine", None)
    if fine is None or party is None:
        return False
    rows = (policy.threshold_row(number.row) for number in row.fines)
    floors = (amount_for(threshold, party.sort) for threshold in rows if threshold is not None)
    return any(floor is not None and fine >= floor for floor in floors)
