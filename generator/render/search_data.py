"""What the search page knows of the public records: name, days, standing, party, conduct, provisions, in one file a year.

It decides nothing: what a row may hold is what a list's row may show (views.py). How queries are compared is in ``theme/static``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.model.declaration import Privacy
from generator.model.kinds.rosters import Officer
from generator.model.parts import Citation, Party
from generator.model.record import Edition, Lifecycle, Record, Row
from generator.model.references import Target
from generator.model.scalars import MARKER, parse_credit_code, parse_decision_number
from generator.render import wording
from generator.render.addresses import address_of, conduct_address, officer_address, row_anchor
from generator.render.citations import law_title
from generator.render.frames import page_title
from generator.render.leaves import row_address
from generator.render.names import name_of, naming_slot
from generator.render.neighbours import edition_of, named_by, party_is_listed
from generator.render.notices import SAMPLE, marks_of
from generator.render.provisions import article_address
from generator.render.site import ShownLaw, Site, public_order
from generator.render.special import is_special
from generator.render.surfaces.articles import cited_articles
from generator.render.values import fields
from generator.render.view_types import Mark
from generator.render.views import Showing, rows_are_listed, shown, slot_named

_NUMBERS = (parse_decision_number, parse_credit_code)
_OFFICERS, _ARTICLES, _CONDUCT, _PAGES = "执法证件", "法律条款", "违法行为", "专栏说明"


class Entry(NamedTuple):
    """One row: what sort of thing it is, its address (perhaps with an anchor), its name, its days, what else it is found by.

    ``keys`` are its own numbers and names; ``words`` are shared with other rows: each is a text and its other writings.
    """

    sort: str
    address: str
    name: str
    days: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    keys: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


def shard(entries: Iterable[Entry], year: int | None = None) -> bytes:
    """The file of one year, or of what has none: a call of ``disclosureShard`` with all that repeats told once."""
    sorts: dict[str, int] = {}
    marks: dict[tuple[Mark, ...], int] = {}
    words: dict[tuple[str, ...], int] = {}
    rows = [
        [
            sorts.setdefault(entry.sort, len(sorts)), entry.address, entry.name, list(entry.days),
            marks.setdefault(entry.marks, len(marks)), list(entry.keys),
            [words.setdefault(word, len(words)) for word in entry.words],
        ]
        for entry in entries
    ]
    document = {"year": year, "sorts": list(sorts), "marks": list(marks), "words": list(words), "rows": rows}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Both are line ends inside a string to a browser that knows no later script than ES5.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"disclosureShard({text});\n".encode()


def entries_of(records: Iterable[Record], site: Site) -> Iterator[Entry]:
    """A row for each of these documents and acts."""
    return (_record_entry(record, site) for record in records)


def _record_entry(record: Record, site: Site, address: str = "") -> Entry:
    sight = shown(record, site.state(record), Showing.ROW)
    published, own, _id = public_order(record) if not isinstance(record, Edition) else (None, record.effective_on, "")
    days = tuple(day.isoformat() for day in dict.fromkeys((own, published)) if day is not None)
    gone = site.is_tombstone(record)
    named = () if gone else named_by(record, sight.classes, site)
    return Entry(
        record.KIND.title, address or address_of(record), name_of(record, site), days, marks_of(record, site),
        () if gone else tuple(_keys(record, named, site)), tuple(_words(named, site)),
    )


def _keys(record: Record, named: Iterable[object], site: Site) -> Iterator[str]:
    """Who it is about, and the numbers that it bears beside its name. Natural persons' names find nothing."""
    for party in named:
        if isinstance(party, Party) and party_is_listed(party):
            yield party.name
            if party.credit_code is not None:
                yield party.credit_code
    for name in _numbers(type(record), shown(record, site.state(record), Showing.ROW).classes):
        number = getattr(record, name)
        if number is not None:
            yield str(number)


@cache
def _numbers(kind: type[Record], classes: frozenset[Privacy]) -> tuple[str, ...]:
    """The attributes of a kind that hold document numbers and credit codes, but for the one that names it."""
    naming = naming_slot(kind)
    found = (field for field in fields(kind, Privacy.IDENTITY, classes) if field.slot is not naming and field.slot.scalar is not None)
    return tuple(field.name for field in found if field.slot.scalar.parse in _NUMBERS)  # type: ignore[union-attr]


def _words(named: Iterable[object], site: Site) -> Iterator[tuple[str, ...]]:
    for each in named:
        if isinstance(each, Target) and each.id == site.conduct_list and each.row in site.conduct:
            yield (site.conduct[each.row].name,)
        elif isinstance(each, Citation) and (law := site.laws.get(edition_of(each))) is not None:
            yield _provision(law, each.article, site)


def _provision(law: ShownLaw, article: str, site: Site) -> tuple[str, ...]:
    """《统计法》（2009年修订）第四十一条 and what people type for it: by either name of the law, in Chinese numerals or in others."""
    names = dict.fromkeys((law.version.short_name, law.version.name))
    return (
        law_title(law, site) + wording.article(article),
        *(name + told for name in names for told in (wording.article(article), f"第{article}条", f"{article}条")),
    )


def standing_entries(site: Site) -> Iterator[Entry]:
    """What is in force and has no year: lists and their rows, officers, versions of laws, cited articles, conduct, the column's pages."""
    for kind, editions in site.lists.items():
        if kind.KIND.lifecycle is Lifecycle.LIST:
            for edition in editions:
                yield _record_entry(edition, site, f"{edition.id}/")
                yield from _row_entries(edition, site)
    for law, article, _tally in cited_articles(site):
        writings = _provision(law, article, site)
        yield Entry(_ARTICLES, article_address(law.version, article), writings[0], marks=marks_of(law.version, site), words=(writings,))
    for code in site.conduct.values():
        yield Entry(_CONDUCT, conduct_address(code.number), code.name)
    for page in site.register.pages:
        yield Entry(_PAGES, f"pages/{page.stem}/", page_title(page.body, page.stem))


def standing_records(site: Site) -> Iterator[Record]:
    """The records that :func:`standing_entries` tells of."""
    for editions in site.lists.values():
        yield from editions
    yield from (law.version for law in site.laws.values())


def _row_entries(edition: Edition, site: Site) -> Iterator[Entry]:
    """The rows of a list in force, as far as they are shown one by one; an officer is found by name and certificate."""
    sight = shown(edition, site.state(edition), Showing.PAGE)
    rows: tuple[Row, ...] = () if is_special(type(edition), "rows") else getattr(edition, "rows", ())
    marks = (SAMPLE,) if edition.is_sample else ()
    for row in rows:
        if not rows_are_listed(type(row), sight):
            continue
        if isinstance(row, Officer):
            name = row.name if row.name != MARKER else edition.KIND.title
            for held in row.certificates:
                if held.number in site.certificates:
                    yield Entry(_OFFICERS, officer_address(held.number), f"{name}（{held.number}）", (), marks, (held.number,))
            continue
        slot = slot_named(type(row), "name")
        if slot is not None and sight.allows(slot.declaration.privacy) and row.name != MARKER:  # type: ignore[attr-defined]
            anchor = row_anchor(row.number)
            address = row_address(edition, f"{edition.id}/", row.number, site) + (f"#{anchor}" if anchor else "")
            yield Entry(edition.KIND.title, address, row.name, (), marks, (row.number,))  # type: ignore[attr-defined]
