"""The register: all bound records of one tree, with look-ups in every direction. It judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from generator.finding import KeyPath
from generator.model.draft import AttachmentFile, Draft, PageSource, Reading
from generator.model.ledger_days import LedgerDays
from generator.model.policy import PolicyData, policy_of
from generator.model.record import Act, Document, Edition, Record, Row
from generator.model.references import Certificate, Target
from generator.model.settings import Settings
from generator.model.standing import State, fold
from generator.model.terms import PORTAL, Term, term_of
from generator.model.walk import references


@dataclass(frozen=True, slots=True)
class Referrer:
    """A record that names another, and where in it the name stands."""

    record: Record
    where: KeyPath


class Register:
    """All bound records of one tree.

    Of several files that claim one id, the first by path is kept and all are in :attr:`duplicates`. ``ledger`` tells when each record
    first came before the public; None where no ledger is kept or at hand.
    """

    def __init__(self, reading: Reading, settings: Settings, ledger: LedgerDays | None = None) -> None:
        self.settings = settings
        self.ledger = ledger
        self.label = reading.label
        self.pages: tuple[PageSource, ...] = reading.pages
        self.attachments: tuple[AttachmentFile, ...] = reading.attachments
        self.drafts: tuple[Draft, ...] = reading.drafts
        self.records: tuple[Record, ...] = tuple(d.record for d in reading.drafts if d.record is not None)
        self._by_ref: dict[str, Record] = {}
        clashes: dict[str, list[str]] = defaultdict(list)
        for record in self.records:
            first = self._by_ref.setdefault(record.ref, record)
            if first is not record:
                clashes[record.ref] = clashes[record.ref] or [first.origin.path]
                clashes[record.ref].append(record.origin.path)
        self.duplicates = MappingProxyType({ref: tuple(paths) for ref, paths in clashes.items()})
        self._editions = _group_editions(self._by_ref.values())
        self._acts = _group_acts(self._by_ref.values())
        self.tables: dict[object, Any] = {}
        """What others have worked out of the register, by what worked it out (:mod:`generator.rules.once`)."""

    # -- by identity ---------------------------------------------------------------------------------------------

    def get(self, ref: str) -> Record | None:
        """The record with this id, or the edition with this full reference; None if there is none."""
        return self._by_ref.get(ref)

    def of_kind(self, kind: type[Record]) -> tuple[Record, ...]:
        """The records of one kind, ordered by path; of one id only the first."""
        return self._kinds.get(kind, ())

    @cached_property
    def _kinds(self) -> dict[type[Record], tuple[Record, ...]]:
        grouped: dict[type[Record], list[Record]] = defaultdict(list)
        for record in self._by_ref.values():
            grouped[type(record)].append(record)
        return {kind: tuple(records) for kind, records in grouped.items()}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All documents of all kinds, ordered by path."""
        return tuple(record for record in self._by_ref.values() if isinstance(record, Document))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """All acts, oldest first."""
        found = (record for record in self._by_ref.values() if isinstance(record, Act))
        return tuple(sorted(found, key=lambda act: act.order))

    # -- lists ---------------------------------------------------------------------------------------------------

    def list_ids(self, kind: type[Record]) -> tuple[str, ...]:
        """The ids of all lists of a kind."""
        return tuple(dict.fromkeys(record.id for record in self.of_kind(kind)))

    def editions(self, list_id: str) -> tuple[Edition, ...]:
        """All editions of a list, oldest first; empty if there is no such list."""
        return self._editions.get(list_id, ())

    def edition_on(self, list_id: str, day: date) -> Edition | None:
        """The edition in force on ``day``: the highest number with 生效日期 ≤ day (DESIGN §3)."""
        for edition in reversed(self._editions.get(list_id, ())):
            if edition.effective_on <= day:
                return edition
        return None

    # -- references ----------------------------------------------------------------------------------------------

    def resolve(self, target: Target | Certificate, day: date) -> Record | Row | None:
        """What a reference names on the referrer's own day: a record, an edition, or a row of a list."""
        if isinstance(target, Certificate):
            return self.officer(target.number, day)
        if target.edition is not None:
            return self.get(str(target))
        holder = self.get(target.id) or self.edition_on(target.id, day)
        return holder if target.row is None or holder is None else _row(holder, target.row)

    def exists(self, target: Target | Certificate) -> bool:
        """Whether the reference names anything on any day; whether it did on *that* day is for :meth:`resolve`."""
        if isinstance(target, Certificate):
            return target.number in self._certificates
        return bool(self.holders(target))

    def holders(self, target: Target | Certificate) -> tuple[Record, ...]:
        """The record, or all editions of the list, that the reference names or that hold its row, on any day."""
        if isinstance(target, Certificate):
            return tuple(self._certificates.get(target.number, ()))
        single = self._by_ref.get(target.id if target.edition is None else str(target))
        if single is None and target.edition is not None:
            return ()
        named: tuple[Record, ...] = (single,) if single is not None else self.editions(target.id)
        return named if target.row is None else tuple(holder for holder in named if _row(holder, target.row))

    def officer(self, number: str, day: date) -> Row | None:
        """The roster row that holds this certificate number in the edition in force on ``day``."""
        for roster in self._certificates.get(number, ()):
            if roster is self.edition_on(roster.id, day):
                return next(row for row in roster.rows if number in _numbers(row))  # type: ignore[attr-defined]
        return None

    @cached_property
    def _certificates(self) -> dict[str, list[Edition]]:
        found: dict[str, list[Edition]] = defaultdict(list)
        for editions in self._editions.values():
            for edition in editions:
                for row in getattr(edition, "rows", ()):
                    for number in _numbers(row):
                        found[number].append(edition)
        return dict(found)

    @cached_property
    def _referrers(self) -> dict[str, tuple[Referrer, ...]]:
        found: dict[str, list[Referrer]] = defaultdict(list)
        for record in self._by_ref.values():
            for where, _slot, target in references(record):
                name = target.number if isinstance(target, Certificate) else target.id
                found[name].append(Referrer(record, where))
        return {name: tuple(referrers) for name, referrers in found.items()}

    def referrers(self, id_or_number: str) -> tuple[Referrer, ...]:
        """Every record that names this id (or certificate number), with the place where it does."""
        return self._referrers.get(id_or_number, ())

    # -- policy data ---------------------------------------------------------------------------------------------

    @cached_property
    def policy(self) -> PolicyData:
        """The calendar, deadlines, terms and thresholds of this tree."""
        return policy_of(self._by_ref.values())

    def term(self, record: Document, track: str) -> Term | None:
        """How long a document's publication lasts on a track (:mod:`generator.model.terms`)."""
        return term_of(record, track, self.policy, self.settings)

    # -- acts and standing ---------------------------------------------------------------------------------------

    def acts_on(self, ref: str) -> tuple[Act, ...]:
        """The acts whose target is this id or edition, oldest first."""
        return self._acts.get(ref, ())

    def state(self, record: Record, as_of: date) -> State:
        """The record's state on a day."""
        term = self.term(record, PORTAL) if isinstance(record, Document) else None
        return fold(record, self.acts_on(record.ref), as_of, term)

    def attachments_of(self, record_id: str) -> tuple[AttachmentFile, ...]:
        """The files that lie in the record's attachment folder."""
        return tuple(file for file in self.attachments if file.record_id == record_id)


def _group_editions(records: Iterable[Record]) -> dict[str, tuple[Edition, ...]]:
    grouped: dict[str, list[Edition]] = defaultdict(list)
    for record in records:
        if isinstance(record, Edition):
            grouped[record.id].append(record)
    return {
        list_id: tuple(sorted(editions, key=lambda edition: (edition.effective_on, edition.number)))
        for list_id, editions in grouped.items()
    }


def _group_acts(records: Iterable[Record]) -> dict[str, tuple[Act, ...]]:
    grouped: dict[str, list[Act]] = defaultdict(list)
    for record in records:
        if isinstance(record, Act):
            grouped[str(record.target)].append(record)
    return {ref: tuple(sorted(acts, key=lambda act: act.order)) for ref, acts in grouped.items()}


def _row(holder: Record, number: str) -> Row | None:
    return next((row for row in getattr(holder, "rows", ()) if row.number == number), None)


def _numbers(row: object) -> tuple[str, ...]:
    return tuple(certificate.number for certificate in getattr(row, "certificates", ()))
