"""What a body owes the public year by year: decisions or a statement that there were none, and the annual report. It words nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.model.deadlines import Due, Timeliness
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.nil_statements import NilStatement
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.model.statistics import decisions_of
from generator.model.timeliness import annual_due, timeliness

_PENALTY = "行政处罚"


@dataclass(frozen=True, slots=True)
class YearOfDuties:
    """One year of a body. ``report`` is the report *on* the year; ``due`` the day by which it has to be public."""

    year: int
    penalties: int
    statements: tuple[NilStatement, ...]
    is_over: bool
    report: AnnualReport | None
    kept: Timeliness | None
    due: Due | None
    is_due: bool
    """Whether the day of the report has passed."""

    @property
    def is_silent(self) -> bool:
        """A year that is over, without a penalty and without a statement."""
        return self.is_over and not self.penalties and not self.statements


def years_of(register: Register, body: str, since: date, as_of: date) -> tuple[YearOfDuties, ...]:
    """The years of a body that the column shows since ``since``, newest first, the running year included."""
    decided = [record for record in decisions_of(register, body, as_of) if isinstance(record, PenaltyDecision)]
    statements = [
        record for record in register.of_kind(NilStatement)
        if isinstance(record, NilStatement) and record.agency.id == body and record.published_on <= as_of and _PENALTY in record.sorts
    ]
    reports = {
        record.year: record for record in register.of_kind(AnnualReport)
        if isinstance(record, AnnualReport) and record.agency.id == body and record.published_on <= as_of
    }
    counted = Counter(record.decided_on.year for record in decided)
    found = []
    for year in range(as_of.year, since.year - 1, -1):
        due, report = annual_due(register.policy, year), reports.get(year)
        found.append(YearOfDuties(
            year, counted[year],
            tuple(record for record in statements if record.period.start.year <= year <= record.period.end.year),
            year < as_of.year, report, timeliness(report, register) if report is not None else None, due,
            due is not None and due.day is not None and due.day < as_of,
        ))  # fmt: skip
    return tuple(found)
