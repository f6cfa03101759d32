"""Each kind of unlawful conduct: which provisions punish it, which benchmarks weigh it, and the decisions by year."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds.code_lists import Code
from generator.model.kinds.laws import Law
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import conduct_address, file_of, to_page
from generator.render.citations import of_one_law
from generator.render.citing_rows import citing_pairs, speaks_of
from generator.render.inline import Items, Link, Pair, Text, Value
from generator.render.neighbours import Tally
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.topics import CONDUCT, topic_frame, topic_page
from generator.render.view_types import Column, ListPage, RecordPage, Row, Section, Table
from generator.render.year_lines import counted_years, year_cells, year_columns, year_lines

#: To be named here tells what a record says.
SORTS = True


def plan(site: Site) -> Iterator[Artefact]:
    """The table of all, and a page for each code."""
    tallies = {number: _tally(number, site) for number in site.conduct}
    everything = dict.fromkeys(ref for tally in tallies.values() for ref in refs(tally.decisions))
    yield Artefact(file_of(CONDUCT), "conduct", (), tuple(everything))
    for number, tally in tallies.items():
        yield Artefact(file_of(conduct_address(number)), "conduct", (number,), refs(tally.records))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The table, or the page of one conduct."""
    if not artefact.subject:
        return press.page(_index(site), "list.html")
    return press.page(_page(site.conduct[artefact.subject[0]], site), "record.html")


def _tally(number: str, site: Site) -> Tally:
    return site.neighbours.rows.get((site.conduct_list, number), Tally())


def _index(site: Site) -> ListPage:
    view = topic_page(site, CONDUCT, None, "目前没有登记违法行为的代码。")
    root = view.frame.root
    tallies = {number: _tally(number, site) for number in site.conduct}
    years = counted_years(tallies.values())
    rows = tuple(
        Row((
            Link(code.name, to_page(root, conduct_address(number))), wording.code(number), *year_cells(tallies[number], years),
        ))
        for number, code in site.conduct.items()
    )
    heads = (Column("违法行为"), Column("代码"), *year_columns(years))
    return view._replace(table=Table("涉及各种违法行为的决定（件）", heads, rows) if rows else None)


def _page(code: Code, site: Site) -> RecordPage:
    tally = _tally(code.number, site)
    samples = [record.is_sample for record in tally.records]
    outer = topic_frame(site, conduct_address(code.number), code.name, CONDUCT, sample=bool(samples) and all(samples))
    basis = [Pair("代码", wording.code(code.number)), Pair("出处", wording.words(code.basis))]
    laws = tuple(_penal_provisions(code.number, site, outer.root))
    if laws:
        basis.append(Pair("罚则", Items(laws, inline=False)))
    lines = year_lines(tally, site, outer.root)
    empty = None if lines else Text("目前没有公开的决定涉及这种违法行为。")
    sections = [
        Section("basis", "依据", pairs=tuple(basis)),
        Section("decisions", "涉及这种违法行为的决定", value=empty, lines=lines),
    ]
    lists = [record for record in tally.others if not isinstance(record, Law)]
    others = tuple(citing_pairs(lists, speaks_of(site.conduct_list, code.number), site, outer.root))
    if others:
        sections.append(Section("lists", "裁量基准等", pairs=others))
    return RecordPage(outer, "违法行为", Text(code.name), (), (), (), tuple(sections))


def _penal_provisions(number: str, site: Site, root: str) -> Iterator[Value]:
    """The provisions of each version that punish the conduct."""
    for law in site.laws.values():
        found = dict.fromkeys(
            (allowed.article, allowed.paragraph, None)
            for allowed in law.version.ranges if law.articles and any(target.row == number for target in allowed.conduct)
        )
        if found:
            yield of_one_law(law, found, site, root)
