"""The policy data of one register, ready to be asked: the calendar, deadlines, publication terms and thresholds of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Protocol

from generator.model.kinds.calendars import CalendarYear
from generator.model.kinds.deadlines import (
    Deadline,
    DeadlineTable,
    WithdrawalDeadline,
    WithdrawalDeadlineTable,
)
from generator.model.kinds.terms import PublicationTerm, TermTable
from generator.model.kinds.thresholds import Threshold, ThresholdTable
from generator.model.record import Record
from generator.primitives.calendar import Calendar, Overlay

#: No holiday is longer; a slip in a year must not fill the memory.
_LONGEST = 60


class InForce(Protocol):
    """A row with days in force; None leaves that side open."""

    in_force: date | None
    until: date | None


@dataclass(frozen=True)
class PolicyData:
    """All rows of ``reference/`` that rules and pages compute with, in the order of their files."""

    calendar: Calendar
    deadlines: tuple[Deadline, ...] = ()
    withdrawals: tuple[WithdrawalDeadline, ...] = ()
    terms: tuple[tuple[str, PublicationTerm], ...] = ()
    """Each with the id of the body to whose records alone it applies; empty: to all."""
    thresholds: tuple[Threshold, ...] = ()

    @staticmethod
    def is_in_force(row: InForce, day: date) -> bool:
        """Whether a row applies to what happened on ``day``; what happened before is grandfathered."""
        return (row.in_force is None or row.in_force <= day) and (row.until is None or day <= row.until)

    def deadlines_of(self, folder: str, matter: str = "") -> tuple[Deadline, ...]:
        """The deadlines of the records of one folder (for one matter), whenever in force."""
        return self._by_folder.get((folder, matter), ())

    def deadline(self, matter: str, day: date) -> Deadline | None:
        """The deadline for a matter that belongs to no record: 年度报告, 首次公布, 季度报送."""
        return next((row for row in self.deadlines if row.matter == matter and self.is_in_force(row, day)), None)

    def terms_of(self, folder: str, track: str, scheme: str, body: str = "") -> tuple[PublicationTerm, ...]:
        """The terms of one folder's records on a track by a scheme, whenever in force: those of one body alone, or of all."""
        return self._terms.get((body, folder, track, scheme), ())

    def threshold(self, matter: str, day: date) -> Threshold | None:
        """The threshold for a matter on a day."""
        return next((row for row in self._thresholds.get(matter, ()) if self.is_in_force(row, day)), None)

    def amount(self, matter: str, day: date, subject: str) -> Decimal | None:
        """The amount that a matter's threshold names for one kind of party on a day."""
        row = self.threshold(matter, day)
        return amount_for(row, subject) if row is not None else None

    def threshold_row(self, number: str) -> Threshold | None:
        """The threshold with this 编号."""
        return next((row for row in self.thresholds if row.number == number), None)

    @cached_property
    def _by_folder(self) -> dict[tuple[str, str], tuple[Deadline, ...]]:
        found: dict[tuple[str, str], list[Deadline]] = defaultdict(list)
        for row in self.deadlines:
            for folder in row.kinds:
                found[folder, row.matter].append(row)
                found[folder, ""].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def _thresholds(self) -> dict[str, list[Threshold]]:
        found: dict[str, list[Threshold]] = defaultdict(list)
        for row in self.thresholds:
            found[row.matter].append(row)
        return dict(found)

    @cached_property
    def _terms(self) -> dict[tuple[str, str, str, str], tuple[PublicationTerm, ...]]:
        found: dict[tuple[str, str, str, str], list[PublicationTerm]] = defaultdict(list)
        for body, row in self.terms:
            for folder in row.kinds:
                found[body, folder, row.track, row.scheme].append(row)
        return {key: tuple(rows) for key, rows in found.items()}


def amount_for(row: Threshold, subject: str) -> Decimal | None:
    """The amount of a threshold for one kind of party."""
    return next((item.amount for item in row.amounts if item.subject == subject), None)


def policy_of(records: Iterable[Record]) -> PolicyData:
    """Gather the policy data among ``records``."""
    overlays: dict[int, Overlay] = {}
    rows: dict[type[Record], list] = defaultdict(list)
    for record in records:
        if isinstance(record, CalendarYear):
            overlay = overlay_of(record)
            if overlay is not None:
                overlays.setdefault(overlay.year, overlay)
        elif isinstance(record, TermTable):
            rows[TermTable].extend((record.agency.id if record.agency is not None else "", row) for row in record.rows)
        elif isinstance(record, DeadlineTable | WithdrawalDeadlineTable | ThresholdTable):
            rows[type(record)].extend(record.rows)
    return PolicyData(
        Calendar(overlays),
        tuple(rows[DeadlineTable]),
        tuple(rows[WithdrawalDeadlineTable]),
        tuple(rows[TermTable]),
        tuple(rows[ThresholdTable]),
    )


def overlay_of(year: CalendarYear) -> Overlay | None:
    """The year as the calendar takes it; None where 通知文号 or 放假 is missing: an empty frame covers nothing."""
    if year.notice is None or not year.days_off or not 1 <= year.year <= date.max.year:
        return None
    off = {
        date.fromordinal(ordinal)
        for item in year.days_off
        for ordinal in range(item.start.toordinal(), min(item.end.toordinal(), item.start.toordinal() + _LONGEST) + 1)
    }
    return Overlay(year.year, frozenset(off), frozenset(year.workdays), year.notice)
