"""Finds withdrawn and expired records in places that may not name them at all: sitemap, robots.txt, pages that sort records by content.

Nor may a public decision lead to the withdrawn inspection of its party: it would tell whose that was. Their own pages must ask search
engines to forget them. What a page may not say of them is for the proof (proof.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import BytesAhoCorasick

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy, walk_slots
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Document, Record
from generator.model.references import Target
from generator.model.site import INDEXED, SORTED, SitePlan, Trace
from generator.model.standing import Standing
from generator.model.suppression import numbers_of
from generator.primitives.folding import fold
from generator.render.addresses import INDEX
from generator.render.neighbours import names_in
from generator.render.surfaces import all_surfaces

_NOINDEX = re.compile(rb'<meta name="robots" content="[^"]*noindex')
_ADDRESS = re.compile(r"[^\s<>\"]+")
#: The address of a record in a link of a page.
_LINK = re.compile(rb'href="(?:\.\./)+([a-z-]+/[a-z0-9-]+)/index\.html')
_ID = re.compile(r"[a-z-]+/[a-z0-9-]+")
#: 示统罚决字〔2020〕1号, folded; the names of plans and policies may stand in other names.
_NUMBER = re.compile(r"\d{4}.?\d+号$")
_ENDED = frozenset({Standing.WITHDRAWN, Standing.EXPIRED})
_LONGER = frozenset(bytes([code]) for code in b"abcdefghijklmnopqrstuvwxyz0123456789-")
_GUIDES = ("sitemap", "robots")


class TombstonePlaces:
    """The records of one register whose content is gone, and the places where they may not stand."""

    def __init__(self, checked: CheckedRegister, plan: SitePlan) -> None:
        self._base = checked.register.settings.site_address
        gone = {record.ref: record for record in checked.register.records if checked.state(record).standing in _ENDED}
        self._pages = {
            artefact.path: artefact.subject[0] for artefact in plan.artefacts
            if artefact.subject and artefact.subject[0] in gone and artefact.path.endswith(INDEX)
        }
        self._gone = {record.id: ref for ref, record in gone.items() if isinstance(record, Document) and _tells_of_persons(type(record))}
        self._register = checked.register
        self._public = {
            artefact.path: artefact.subject[0] for artefact in plan.artefacts
            if artefact.subject and artefact.subject[0] not in gone and artefact.path.endswith(INDEX)
        }
        # A decision that was made again may bear the number of the old one.
        taken = {number for record in checked.register.records if record.ref not in gone for number in numbers_of(record)}
        self._numbers = {
            number.encode(): ref for ref, record in gone.items() if isinstance(record, Document)
            for number in numbers_of(record) if number not in taken and (number == record.id or _NUMBER.search(number))
        }
        self._automaton = BytesAhoCorasick(tuple(self._numbers))
        self._refs = tuple(self._numbers.values())
        sorting = {surface.name for surface in all_surfaces() if surface.sorts}
        self._sorting = frozenset(artefact.path for artefact in plan.artefacts if artefact.surface in sorting)

    def _may_lead_to(self, record: Document) -> set[str]:
        """The ids of gone records that the page of a public document may lead to: by its identity, and what it replaces."""
        replaced = {
            act.target.id for act in self._register.of_kind(Withdrawal)
            if isinstance(act, Withdrawal) and act.successor is not None and act.successor.id == record.id
        }
        named = {named.id for named in names_in(record, frozenset({Privacy.IDENTITY})) if isinstance(named, Target)}
        # What its own text says of another record was never a secret.
        return replaced | named | set(_ID.findall(record.body))

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
        record = self._register.get(self._public.get(path, "")) if self._gone else None
        if isinstance(record, Document):
            told = self._gone.keys() & {link.decode("utf-8", "replace") for link in _LINK.findall(data)}
            yield from (Trace(path, self._gone[ref], SORTED) for ref in sorted(told - self._may_lead_to(record) if told else ()))
        if path in self._sorting:
            text = fold(data.decode("utf-8", "replace")).encode()
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
            # 2020-001 stands in 2020-001-r2, too.
            whole = {number for number, _start, end in found if text[end : end + 1] not in _LONGER}
            yield from (Trace(path, ref, SORTED) for ref in sorted({self._refs[number] for number in whole}))


@cache
def _tells_of_persons(kind: type[Record]) -> bool:
    return any(slot.declaration.privacy is Privacy.PERSONAL for _path, slot in walk_slots(kind))
