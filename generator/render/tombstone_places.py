"""Finds withdrawn and expired records in places that may not name them at all: sitemap, robots.txt, pages that sort records by content.

Nor may a public decision lead to the withdrawn inspection of its party: it would tell whose that was. Their own pages must ask search
engines to forget them. What a page may not say of them is for the proof (proof.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy, walk_slots
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Document, Record
from generator.model.references import Target
from generator.model.site import INDEXED, SORTED, SitePlan, Trace
from generator.model.suppression import HIDES, numbers_of
from generator.primitives.folding import fold
from generator.render.addresses import INDEX
from generator.render.neighbours import names_in
from generator.render.surfaces import all_surfaces

_NOINDEX = re.compile(rb'<meta name="robots" content="[^"]*noindex')
_ADDRESS = re.compile(r"[^\s<>\"]+")
#: The address of a record in a link of a page.
_LINK = re.compile(rb'href="(?:\.\./)+([a-z-]+/[a-z0-9-]+)/index\.html')
_ID = re.compile(r"[a-z-]+/[a-z0-9-]+")
_LONGER = frozenset(bytes([code]) for code in b"abcdefghijklmnopqrstuvwxyz0123456789-")
_GUIDES = ("sitemap", "robots")


class TombstonePlaces:
    """The records of one register whose content is gone, and the places where they may not stand."""

    def __init__(self, checked: CheckedRegister, plan: SitePlan) -> None:
        self._base = checked.register.settings.site_address
        gone = {record.ref: record for record in checked.register.records if HIDES[checked.state(record).standing]}
        self._pages = {
            artefact.path: artefact.subject[0] for artefact in plan.artefacts
            if artefact.subject and artefact.subject[0] in gone and artefact.path.endswith(INDEX)
        }
        self._gone = {record.id: ref for ref, record in gone.items() if isinstance(record, Document) and _tells_of_persons(type(record))}
        self._named = dict(self._namings(checked, plan))
        # A decision that was made again may bear the number of the old one.
        taken = {number for record in checked.register.records if record.ref not in gone for number in numbers_of(record)}
        self._numbers = {
            number.encode(): ref for ref, record in gone.items() if isinstance(record, Document)
            for number in numbers_of(record) if number not in taken
        }
        self._automaton = BytesAhoCorasick(tuple(self._numbers))
        self._refs = tuple(self._numbers.values())
        sorting = {surface.name for surface in all_surfaces() if surface.sorts}
        self._sorting = frozenset(artefact.path for artefact in plan.artefacts if artefact.surface in sorting)

    def _namings(self, checked: CheckedRegister, plan: SitePlan) -> Iterator[tuple[str, frozenset[str]]]:
        """For the page of each public document the ids of records that it may lead to: by its identity, and what it replaces."""
        replaced: dict[str, set[str]] = defaultdict(set)
        for act in checked.register.of_kind(Withdrawal):
            assert isinstance(act, Withdrawal)
            if act.successor is not None:
                replaced[act.successor.id].add(act.target.id)
        for artefact in plan.artefacts:
            record = checked.register.get(artefact.subject[0]) if artefact.subject else None
            if isinstance(record, Document) and record.id not in self._gone and artefact.path.endswith(INDEX):
                told = (named.id for named in names_in(record, frozenset({Privacy.IDENTITY})) if isinstance(named, Target))
                # What its own text says of another record was never a secret.
                yield artefact.path, frozenset((*told, *replaced[record.id], *_ID.findall(record.body)))

    def search(self, path: str, data: bytes) -> Iterator[Trace]:
        """What stands in a file that may not."""
        own = self._pages.get(path)
        if own is not None and not _NOINDEX.search(data):
            yield Trace(path, own, INDEXED)
        if path.startswith(_GUIDES):
            named = {word.removeprefix(self._base) for word in _ADDRESS.findall(data.decode("utf-8", "replace"))}
            for page, ref in self._pages.items():
                if not named.isdisjoint((page, page.removesuffix(INDEX))):
                    yield Trace(path, ref, INDEXED)
        if path in self._named and self._gone:
            ids = {link.decode("utf-8", "replace") for link in _LINK.findall(data)}
            yield from (Trace(path, self._gone[told], SORTED) for told in sorted(self._gone.keys() & ids - self._named[path]))
        if path in self._sorting:
            text = fold(data.decode("utf-8", "replace")).encode()
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
            # 2020-001 stands in 2020-001-r2, too.
            whole = {number for number, _start, end in found if text[end : end + 1] not in _LONGER}
            yield from (Trace(path, ref, SORTED) for ref in sorted({self._refs[number] for number in whole}))


@cache
def _tells_of_persons(kind: type[Record]) -> bool:
    return any(slot.declaration.privacy is Privacy.PERSONAL for _path, slot in walk_slots(kind))
