"""Parties with more than one public record: a list of them, and a page for each.

Never of natural persons, never of what is withdrawn or expired, and not offered to search engines, whose copies would outlive the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.model.record import Record
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import file_of, party_address, to_page
from generator.render.counts import PIECES, count_of
from generator.render.inline import Items, Link, Pair, Phrase, Text
from generator.render.leaves import leaf_address, leaf_links, parts
from generator.render.neighbours import PartyFile, Tally
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.topics import PARTIES, topic_frame, topic_page
from generator.render.view_types import Column, ListPage, RecordPage, Row, Section, Table
from generator.render.year_lines import year_lines

#: To be named here tells what a record says.
SORTS = True

_LIST = "list"
_COLUMNS = (Column("当事人"), Column("类别"), Column("公开记录"))
_NOTE = "只列目前公开的记录；已经撤下或者公示期满的不再列入，也不计数。"


def plan(site: Site) -> Iterator[Artefact]:
    """The list of all, and a page for each party."""
    files = tuple(site.neighbours.parties.values())
    for leaf, listed in enumerate(parts(files), 1):
        told = dict.fromkeys(ref for file in listed for ref in refs(file.records))
        yield Artefact(file_of(leaf_address(PARTIES, leaf)), "parties", (_LIST, str(leaf)), tuple(told))
    for file in files:
        yield Artefact(file_of(party_address(file.key)), "parties", (file.key,), refs(file.records))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The list, or the page of one party."""
    if artefact.subject[0] == _LIST:
        return press.page(_index(int(artefact.subject[1]), site), "list.html")
    return press.page(_page(site.neighbours.parties[artefact.subject[0]], site), "record.html")


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Nothing here is for search engines."""
    return False


def _index(leaf: int, site: Site) -> ListPage:
    view = topic_page(site, PARTIES, None, "目前没有两件以上公开记录的当事人。", indexed=False, leaf=leaf)
    leaves = parts(tuple(site.neighbours.parties.values()))
    rows = tuple(
        Row((Link(file.name, to_page(view.frame.root, party_address(file.key))), Text(file.sort), _counted(file)))
        for file in leaves[leaf - 1]
    )
    table = Table("有两件以上公开记录的当事人", _COLUMNS, rows) if rows else None
    return view._replace(table=table, pages=leaf_links(PARTIES, len(leaves), leaf, view.frame.root))


def _page(file: PartyFile, site: Site) -> RecordPage:
    outer = topic_frame(
        site, party_address(file.key), file.name, PARTIES, indexed=False,
        sample=all(record.is_sample for record in file.records),
    )
    tally = Tally()
    tally.records.extend(file.records)
    summary = (Pair("类别", Text(file.sort)), Pair("公开记录", _counted(file)))
    section = Section("records", "公开记录", value=Text(_NOTE), lines=year_lines(tally, site, outer.root))
    return RecordPage(outer, "当事人", wording.words(file.name), (), (), summary, (section,))


def _counted(file: PartyFile) -> Items:
    by_kind: dict[str, list[Record]] = defaultdict(list)
    for record in file.records:
        by_kind[record.KIND.title].append(record)
    told = (Phrase((Text(f"{title} "), count_of(records, PIECES)), nowrap=True) for title, records in by_kind.items())
    return Items(tuple(told), inline=True)
