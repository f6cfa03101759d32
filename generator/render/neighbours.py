"""Who names whom: for every record, row, provision, officer and party the public records that speak of it. Made once for a whole run.

A record counts as naming another only where its own page says so; of withdrawn and expired documents there is nothing but a number by
year (DESIGN §6). What is said of neighbours is for the pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import groupby
from typing import Any, NamedTuple

from generator.model.declaration import Group, Privacy, Slot, slots
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.parts import Citation, Party
from generator.model.record import Document, Lifecycle, Record, Stage
from generator.model.references import Certificate, Target
from generator.model.scalars import MARKER
from generator.render.counts import NONE, count_of, sum_of
from generator.render.inline import Count
from generator.render.names import naming_body
from generator.render.site import Site
from generator.render.views import COUNTED, Showing, narrower, shown, slot_named

#: A row of a list or code list: the list's id and 编号. A provision: a law's version and its article.
Place = tuple[str, str]
#: What a record may name.
Named = Target | Certificate | Citation | Party

_NATURAL = "自然人"
#: So many records of one kind are named one by one where a page names its neighbours.
_NAMED = 5


class Tally:
    """The public records and editions in force that speak of something, and how many decisions did that are public no longer.

    ``records`` are in the order of the sections, of one kind the newest first; ``gone`` counts by year. Both are filled before
    anything is asked.
    """

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.gone: dict[int, Count] = {}

    @cached_property
    def decisions(self) -> list[Document]:
        """The decisions and results among the records."""
        return [record for record in self.records if isinstance(record, Document) and is_decision(record)]

    @cached_property
    def others(self) -> list[Record]:
        """Everything else: lists, policies, complaints."""
        return [record for record in self.records if not is_decision(record)]

    @cached_property
    def by_year(self) -> dict[int, Count]:
        """How many decisions there are of each year, the newest year first; those that are gone are counted (DESIGN §6)."""
        found: dict[int, list[Document]] = defaultdict(list)
        for decision in self.decisions:
            found[decision.own_day.year].append(decision)
        years = sorted({*found, *self.gone}, reverse=True)
        return {year: sum_of((count_of(found[year]), self.gone.get(year, NONE))) for year in years}

    def lose(self, record: Document) -> None:
        """Count a decision that is public no longer."""
        year = record.own_day.year
        self.gone[year] = sum_of((self.gone.get(year, NONE), count_of((record,))))


class PartyFile(NamedTuple):
    """One party and its public records, as the newest one names it."""

    key: str
    name: str
    sort: str
    records: list[Record]


class Neighbours:
    """The look-ups. Nothing in it changes after it was built."""

    def __init__(self, site: Site) -> None:
        self.naming: dict[str, list[Record]] = defaultdict(list)
        self.rows: dict[Place, Tally] = defaultdict(Tally)
        self.provisions: dict[Place, Tally] = defaultdict(Tally)
        self.officers: dict[str, list[Record]] = defaultdict(list)
        self.replaced: dict[str, list[Record]] = defaultdict(list)
        self.reports: dict[tuple[str, int], Record] = {}
        self._met: list[tuple[Record, Party]] = []
        for record in _records(site):
            sight = shown(record, site.state(record), Showing.PAGE)
            for named in named_by(record, sight.classes, site):
                self._note(record, named)
            if isinstance(record, Document) and is_decision(record) and site.is_tombstone(record):
                self._count(record)
            elif isinstance(record, AnnualReport):
                self.reports[record.agency.id, record.year] = record
        self._note_successors(site)
        for lookup in (self.naming, self.rows, self.provisions, self.officers, self.replaced):
            lookup.default_factory = None

    def _note(self, record: Record, named: Named) -> None:
        match named:
            case Target(row=None):
                self.naming[named.id].append(record)
            case Target():
                self.rows[named.id, named.row or ""].records.append(record)
            case Certificate():
                self.officers[named.number].append(record)
            case Citation():
                self.provisions[edition_of(named), named.article].records.append(record)
            case Party():
                if party_is_listed(named):
                    self._met.append((record, named))

    def _count(self, record: Document) -> None:
        """Of what is withdrawn or expired the number alone is told, and only by what it was about, not by whom."""
        for named in names_in(record, COUNTED):
            if isinstance(named, Citation):
                self.provisions[edition_of(named), named.article].lose(record)
            elif isinstance(named, Target) and named.row is not None:
                self.rows[named.id, named.row].lose(record)

    def _note_successors(self, site: Site) -> None:
        for records in site.years.get(Withdrawal, {}).values():
            for act in records:
                target = site.target_of(act) if isinstance(act, Withdrawal) else None
                if target is not None and act.successor is not None and site.state(target).decisive is act:
                    self.replaced[act.successor.id].append(target)

    def around(self, record: Record) -> Iterator[Record]:
        """The records that the page of ``record`` names because they name it, or a row of it, or are of its year."""
        for records, _ in newest_of_each(self.naming.get(record.id, ())):
            yield from records
        yield from self.replaced.get(record.id, ())
        for row in record.rows if slot_named(type(record), "rows") is not None else ():  # type: ignore[attr-defined]
            tally = self.rows.get((record.id, getattr(row, "number", "")))
            for records, _ in newest_of_each(tally.records if tally is not None else ()):
                yield from records
        if isinstance(record, Document) and (report := self.report_of(record)) is not None:
            yield report

    def report_of(self, document: Document) -> Record | None:
        """The annual report on the year of a document, of the same body."""
        body = naming_body(document)
        return self.reports.get((body, document.own_day.year)) if body is not None else None

    @cached_property
    def parties(self) -> dict[str, PartyFile]:
        """The parties with more than one public record, by key, those with most records first.

        A party is known by its credit code; a record without one is of the party of that name, if there is only one.
        """
        codes: dict[str, set[str]] = defaultdict(set)
        for _record, party in self._met:
            if party.credit_code is not None:
                codes[party.name].add(party.credit_code)
        files: dict[str, PartyFile] = {}
        for record, party in self._met:
            known = codes.get(party.name, ())
            key = party.credit_code or (min(known) if len(known) == 1 else party.name)
            files.setdefault(key, PartyFile(key, party.name, party.sort, [])).records.append(record)
        repeated = [file for file in files.values() if len(file.records) > 1]
        return {file.key: file for file in sorted(repeated, key=lambda file: (-len(file.records), file.name))}

    @cached_property
    def party_of(self) -> dict[str, PartyFile]:
        """The file of the party of a record, by the record's reference."""
        return {record.ref: file for file in self.parties.values() for record in file.records}


def is_decision(record: Record) -> bool:
    """Whether a record tells what an act of enforcement came to: what is counted by year."""
    return isinstance(record, Document) and record.KIND.stage is Stage.AFTER


def party_is_listed(party: Party) -> bool:
    """Whether a party's records may be brought together: never a natural person's, nor one whose name was taken away."""
    return party.sort != _NATURAL and party.name != MARKER


def newest_of_each(records: Iterable[Record]) -> Iterator[tuple[list[Record], int]]:
    """Of records that are sorted by kind, for each kind those that pages name one by one, and how many there are in all."""
    for _kind, group in groupby(records, key=type):
        found = list(group)
        yield found[:_NAMED], len(found)


def _records(site: Site) -> Iterator[Record]:
    """Documents and editions in force, in the order of the sections, the newest documents first."""
    for kind in site.kinds:
        if kind.KIND.lifecycle is Lifecycle.LIST:
            yield from site.lists.get(kind, ())
        elif kind.KIND.lifecycle is Lifecycle.DOCUMENT:
            for records in site.years.get(kind, {}).values():
                yield from reversed(records)


def named_by(record: Record, classes: frozenset[Privacy], site: Site) -> tuple[Named, ...]:
    """The same as :func:`names_in`, looked for once: the neighbours, the plan and the search data ask of every record."""
    known = site.named.get((record.ref, classes))
    if known is None:
        known = site.named[record.ref, classes] = tuple(names_in(record, classes))
    return known


def names_in(record: Record, classes: frozenset[Privacy]) -> Iterator[Named]:
    """What a record names in fields of these classes, everything once; of one article every provision is the same."""
    seen: set[Any] = set()
    parties: list[Party] = []
    for named in _names(record, Privacy.IDENTITY, classes):
        if isinstance(named, Party):
            # There is one, as a rule; to make a key of all that it holds would take longer than to look.
            if named not in parties:
                parties.append(named)
                yield named
            continue
        key = (named.law.id, named.version, named.article) if isinstance(named, Citation) else named
        if key not in seen:
            seen.add(key)
            yield named


@cache
def _edition(law: str, version: str) -> str:
    return str(Target(law, edition=version))


def edition_of(citation: Citation) -> str:
    """The reference of the version of a law that is cited; a few for all records."""
    return _edition(citation.law.id, citation.version)


def _names(group: Group, outer: Privacy, classes: frozenset[Privacy]) -> Iterator[Named]:
    for slot, privacy, is_leaf in _naming_slots(type(group), outer, classes):
        raw = getattr(group, slot.name)
        if raw is None:
            continue
        for item in raw if slot.many else (raw,):
            if not is_leaf:
                yield from _names(item, privacy, classes)
            elif slot.scalar is None or item != slot.scalar.hidden:
                yield item


@cache
def _naming_slots(
    group: type[Group], outer: Privacy, classes: frozenset[Privacy]
) -> tuple[tuple[Slot, Privacy, bool], ...]:
    """The visible fields that name something, or hold what does: each with its narrowed class, and whether it does itself."""
    found = []
    for slot in slots(group):
        privacy = narrower(outer, slot.declaration.privacy)
        if privacy not in classes or (slot.group is Party and Privacy.PERSONAL not in classes):
            continue
        is_leaf = slot.group in (Citation, Party) or (slot.scalar is not None and bool(slot.scalar.targets))
        if is_leaf or (slot.group is not None and _naming_slots(slot.group, privacy, classes)):
            found.append((slot, privacy, is_leaf))
    return tuple(found)
