"""The checked register as the pages see it: who is shown, where it stands, what it is listed under. Built once for a whole run.

It looks things up and decides nothing about standing or privacy: that is views.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy
from generator.model.kinds import all_kinds
from generator.model.kinds.code_lists import Code, CodeList
from generator.model.kinds.laws import Law
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Roster
from generator.model.record import Act, Document, Edition, Lifecycle, Record, Row, Stage
from generator.model.references import Target
from generator.model.scalars import MARKER
from generator.model.standing import Standing, State
from generator.render.theme import THEME, Asset, assets_of
from generator.render.views import Showing, Shown, shown, slot_named

if TYPE_CHECKING:
    from generator.render.neighbours import Neighbours


class Holder(NamedTuple):
    """A roster edition, and the row of it that holds a certificate."""

    roster: Edition
    row: Row


#: Articles of a law that one of its pages tells.
ARTICLES_ON_A_PAGE = 120


class ShownLaw(NamedTuple):
    """A version of a law that has a page: which of its pages tells each article, and whether other versions have pages too."""

    version: Law
    articles: dict[str, int]
    is_one_of_several: bool


class Site:
    """Look-ups over one checked register. Nothing in it changes after it was built."""

    def __init__(self, checked: CheckedRegister, theme: Path = THEME) -> None:
        self.checked = checked
        self.register = checked.register
        self.settings = checked.register.settings
        self.as_of = checked.as_of
        self.assets: tuple[Asset, ...] = assets_of(theme)
        self._held: dict[str, dict[str, Row]] = {}
        self.leaves: dict[str, tuple[tuple[int, int], ...]] = {}
        """Which rows of an edition stand on which of its pages, by its reference (leaves.py)."""
        self.sources: dict[str, tuple[str, ...]] = {}
        """What each record's page and data are made from, by its reference (sources.py)."""
        self.named: dict[tuple[str, frozenset[Privacy]], tuple[Any, ...]] = {}
        """What each record names in fields of these classes, by its reference (neighbours.py)."""
        self.provision_rows: dict[tuple[object, ...], Any] = {}
        """Rows of cited provisions that were worded once (legal.py)."""
        self.references: dict[tuple[object, ...], Any] = {}
        """References to lists, rows and officers that were worded once, by all that their words depend on (names.py)."""

    # -- single records ------------------------------------------------------------------------------------------

    def state(self, record: Record) -> State:
        """The record's state on ``as_of``."""
        return self.checked.state(record)

    def is_shown(self, record: Record) -> bool:
        """Whether the record has a page. An act has one only if what it is about has one: its title names that."""
        if not self.checked.is_shown(record):
            return False
        return not isinstance(record, Act) or self.target_of(record) is not None

    def is_indexed(self, record: Record) -> bool:
        """Whether search engines may list the record's page."""
        return not shown(record, self.state(record), Showing.INDEX).is_nothing

    def is_withdrawn(self, record: Record) -> bool:
        """Whether the record was withdrawn: its rows are struck."""
        return self.state(record).standing is Standing.WITHDRAWN

    def is_tombstone(self, record: Record) -> bool:
        """Whether the record's page says only what it was and what became of it: withdrawn or expired."""
        return self.state(record).standing in (Standing.WITHDRAWN, Standing.EXPIRED)

    def target_of(self, act: Act) -> Record | None:
        """The record that an act is about, if it is shown; for a whole list the edition in force."""
        target = self.register.get(str(act.target)) or self.edition_in_force(act.target.id)
        return target if target is not None and self.checked.is_shown(target) else None

    def tells_reason(self, act: Act) -> bool:
        """Whether an act's reason may still be read. Why a text was corrected says something of the text, which may be gone."""
        target = self.target_of(act)
        return target is not None and (act is self.state(target).decisive or not self.is_tombstone(target))

    def sight(self, record: Record, showing: Showing) -> Shown:
        """What of a record is shown in a place; of an act on what is withdrawn or has expired no more than what identifies it.

        What was done to a text says something of the text.
        """
        seen = shown(record, self.state(record), showing)
        if not isinstance(record, Act) or self.tells_reason(record):
            return seen
        return replace(seen, classes=seen.classes & {Privacy.IDENTITY})

    def find(self, target: Target) -> Record | None:
        """The shown record that a reference leads to; for a list the edition in force now, whose page is the list's."""
        found = self.register.get(str(target) if target.edition else target.id)
        found = found or self.edition_in_force(target.id)
        return found if found is not None and self.is_shown(found) else None

    def is_policy(self, record_id: str) -> bool:
        """Whether the id is one of policy data, which is printed in words and has no page."""
        record = self.register.get(record_id)
        return record is not None and record.KIND.lifecycle is Lifecycle.POLICY

    # -- lists ---------------------------------------------------------------------------------------------------

    def edition_in_force(self, list_id: str) -> Edition | None:
        """The edition in force on ``as_of``."""
        return self.register.edition_on(list_id, self.as_of)

    def is_in_force(self, edition: Edition) -> bool:
        """Whether this edition is the one in force on ``as_of``."""
        return edition is self.edition_in_force(edition.id)

    def shown_editions(self, list_id: str) -> tuple[Edition, ...]:
        """The editions of a list that have pages, newest first."""
        return tuple(edition for edition in reversed(self.register.editions(list_id)) if self.is_shown(edition))

    @cached_property
    def lists(self) -> dict[type[Record], tuple[Edition, ...]]:
        """For each kind of list the editions in force, by list id."""
        found: dict[type[Record], list[Edition]] = defaultdict(list)
        for kind in self.kinds:
            if kind.KIND.lifecycle is Lifecycle.LIST:
                for list_id in sorted(self.register.list_ids(kind)):
                    edition = self.edition_in_force(list_id)
                    if edition is not None and self.is_shown(edition):
                        found[kind].append(edition)
        return {kind: tuple(editions) for kind, editions in found.items()}

    # -- documents and acts --------------------------------------------------------------------------------------

    @cached_property
    def years(self) -> dict[type[Record], dict[int, tuple[Record, ...]]]:
        """For each kind of document or act its shown records by year, newest year first; within a year from the oldest.

        The order is that in which records became public, so that a new one always comes last.
        """
        grouped: dict[type[Record], dict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for kind in self.kinds:
            for record in self.register.of_kind(kind):
                if isinstance(record, Document | Act) and self.is_shown(record):
                    grouped[kind][record.own_day.year].append(record)
        return {
            kind: {year: tuple(sorted(years[year], key=public_order)) for year in sorted(years, reverse=True)}
            for kind, years in grouped.items()
        }

    def newest(self, kinds: Iterable[type[Record]], count: int) -> tuple[Record, ...]:
        """The records of these kinds that became public last, newest first."""
        found = [record for kind in kinds for records in self.years.get(kind, {}).values() for record in records]
        return tuple(sorted(found, key=public_order, reverse=True)[:count])

    @cached_property
    def paged(self) -> tuple[Record, ...]:
        """Every record with a page of its own: documents and acts, and each edition of the lists that are in force."""
        found: list[Record] = [record for years in self.years.values() for records in years.values() for record in records]
        for editions in self.lists.values():
            for current in editions:
                found.extend(self.shown_editions(current.id))
        return tuple(found)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which records speak of which."""
        # Imported late: it is made from this site.
        from generator.render.neighbours import Neighbours

        return Neighbours(self)

    # -- officers ------------------------------------------------------------------------------------------------

    def officer(self, number: str, day: date) -> Holder | None:
        """Who held the certificate with this number on ``day``, and the roster edition that says so."""
        for list_id in self._rosters:
            edition = self.register.edition_on(list_id, day)
            if edition is not None and number in self._holders(edition):
                return Holder(edition, self._holders(edition)[number])
        return None

    @cached_property
    def _rosters(self) -> tuple[str, ...]:
        return self.register.list_ids(Roster)

    @cached_property
    def certificates(self) -> dict[str, Holder]:
        """Who holds, or last held, each certificate on a roster whose rows may be shown; whoever is on a roster in force comes first."""
        found: dict[str, Holder] = {}
        for edition in (edition for list_id in self._rosters for edition in reversed(self.shown_editions(list_id))):
            if not shown(edition, self.state(edition), Showing.PAST).allows(Privacy.PUBLIC):
                continue
            for number, row in self._holders(edition).items():
                known = found.get(number)
                if known is None or self.is_in_force(edition) or not self.is_in_force(known.roster):
                    found[number] = Holder(edition, row)
        found.pop(MARKER, None)
        return found

    def _holders(self, edition: Edition) -> dict[str, Row]:
        known = self._held.get(edition.ref)
        if known is None:
            rows: tuple[Row, ...] = edition.rows  # type: ignore[attr-defined]
            known = {held.number: row for row in rows for held in row.certificates}  # type: ignore[attr-defined]
            self._held[edition.ref] = known
        return known

    # -- laws ----------------------------------------------------------------------------------------------------

    @cached_property
    def laws(self) -> dict[str, ShownLaw]:
        """The versions of laws that have pages, by reference; of one whose text may not be shown no article."""
        found = {}
        for law_id in self.register.list_ids(Law):
            versions = self.shown_editions(law_id)
            for version in versions:
                assert isinstance(version, Law)
                opened = shown(version, self.state(version), Showing.PAST).allows(Privacy.PUBLIC)
                articles = {fact.article: 1 + at // ARTICLES_ON_A_PAGE for at, fact in enumerate(version.articles)} if opened else {}
                found[version.ref] = ShownLaw(version, articles, len(versions) > 1)
        return found

    @cached_property
    def conduct_list(self) -> str:
        """The id of the code list from which penalty decisions name the conduct."""
        slot = slot_named(PenaltyDecision, "conduct")
        assert slot is not None
        assert slot.scalar is not None
        return slot.scalar.targets[0]

    @cached_property
    def conduct(self) -> dict[str, Code]:
        """The kinds of unlawful conduct, by code."""
        codes = self.register.get(self.conduct_list)
        return {code.number: code for code in codes.rows} if isinstance(codes, CodeList) else {}

    # -- kinds ---------------------------------------------------------------------------------------------------

    @cached_property
    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds that have pages, in the order of the sections."""
        return tuple(kind for kind in all_kinds() if kind.KIND.stage is not None)

    def kinds_of(self, stage: Stage) -> tuple[type[Record], ...]:
        """The kinds of one section."""
        return tuple(kind for kind in self.kinds if kind.KIND.stage is stage)


@lru_cache(maxsize=1)
def site_of(checked: CheckedRegister) -> Site:
    """The look-ups of a checked register: planning and writing share them."""
    return Site(checked)


def public_order(record: Record) -> tuple[date, date, str]:
    """Sort key: the day on which a document or act became public, then its own day, then its id."""
    own = record.own_day  # type: ignore[attr-defined]
    return (getattr(record, "published_on", own), own, record.id)
