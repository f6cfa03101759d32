"""What a page says of its neighbours: who names the record, whom it replaced, the report of its year, other records of its party.

Which of them may be named is decided where they are looked up (neighbours.py, views.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model.kinds.annual_reports import AnnualReport
from generator.model.record import Document, Edition, Record
from generator.model.record import Row as ListRow
from generator.render.addresses import party_address, to_page
from generator.render.citing_rows import citing_pairs, speaks_of
from generator.render.counts import PIECES, count_of
from generator.render.inline import Items, Link, Pair, Phrase, Text, Value
from generator.render.names import link_to, naming_body
from generator.render.neighbours import newest_of_each
from generator.render.site import Site
from generator.render.values import Desk
from generator.render.view_types import Section


def related_section(desk: Desk) -> Section | None:
    """The neighbours of the page's own record; None if it has none, or its page says only what became of it."""
    if desk.owner is None or desk.site.is_tombstone(desk.owner):
        return None
    pairs = tuple(_pairs(desk.owner, desk))
    return Section("related", "相关记录", pairs=pairs) if pairs else None


def _pairs(record: Record, desk: Desk) -> Iterator[Pair]:
    site, neighbours = desk.site, desk.site.neighbours
    replaced = neighbours.replaced.get(record.id, ())
    if replaced:
        yield Pair("替代的原决定", _links(replaced, desk))
    yield from pairs_by_kind(neighbours.naming.get(record.id, ()), site, desk.root)
    file = neighbours.party_of.get(record.ref)
    if file is not None:
        words = f"同一当事人的公开记录（{count_of(file.records, PIECES).text}）"
        yield Pair("当事人", Link(words, to_page(desk.root, party_address(file.key))))
    if isinstance(record, AnnualReport):
        yield from _of_year(record, desk)
    elif isinstance(record, Document) and (report := neighbours.report_of(record)) is not None:
        yield Pair(report.KIND.title, link_to(report, site, desk.root))


def _of_year(report: AnnualReport, desk: Desk) -> Iterator[Pair]:
    """The records of the year that the report is about, by kind."""
    for kind, years in desk.site.years.items():
        records = [
            record for record in years.get(report.year, ())
            if isinstance(record, Document) and naming_body(record) == report.agency.id and not isinstance(record, AnnualReport)
        ]
        if records:
            words = f"{report.year}年 {count_of(records, PIECES).text}"
            yield Pair(kind.KIND.title, Link(words, to_page(desk.root, f"{kind.KIND.folder}/{report.year}/")))


def related_to_row(row: ListRow, desk: Desk) -> list[Pair]:
    """Who names a row of the page's own list: rows of other lists, documents."""
    tally = desk.site.neighbours.rows.get((desk.owner.id, row.number)) if desk.owner is not None else None
    if tally is None or desk.owner is None:
        return []
    lists = [record for record in tally.records if isinstance(record, Edition)]
    documents = [record for record in tally.records if not isinstance(record, Edition)]
    speaks = speaks_of(desk.owner.id, row.number)
    return [*citing_pairs(lists, speaks, desk.site, desk.root), *pairs_by_kind(documents, desk.site, desk.root)]


def pairs_by_kind(records: Iterable[Record], site: Site, root: str) -> Iterator[Pair]:
    """Records, of one kind the newest first, as labelled links; of many those that became public last, and how many there are."""
    for newest, total in newest_of_each(records):
        links: list[Value] = [link_to(record, site, root) for record in newest]
        kind = newest[0].KIND
        if total > len(newest):
            all_of_kind = Link(kind.title, to_page(root, f"{kind.folder}/"))
            links.append(Phrase((Text(f"共 {total} 件，以上是最近公开的；全部见"), all_of_kind)))
        yield Pair(kind.title, Items(tuple(links), inline=False))


def _links(records: Sequence[Record], desk: Desk) -> Value:
    return Items(tuple(link_to(record, desk.site, desk.root) for record in records), inline=False)
