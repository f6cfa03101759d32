"""Decisions and results by something that they have in common: an index of its values with numbers by year, and a page for each value.

What is told apart, and which records it holds for, is for the surfaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.record import Document
from generator.model.site import Artefact
from generator.render.addresses import file_of, to_page
from generator.render.inline import Link, Text
from generator.render.neighbours import Tally, is_decision
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.topics import topic_frame, topic_page
from generator.render.view_types import Column, ListPage, RecordPage, Row, Section, Table
from generator.render.year_lines import counted_years, year_cells, year_columns, year_lines


class Facet(NamedTuple):
    """One value: its name, the address of its page, the records that have it."""

    name: str
    address: str
    tally: Tally


class Topic(NamedTuple):
    """What is told apart: its address, the surface, what a value is called, the caption of its table, what is said where there is none."""

    address: str
    surface: str
    label: str
    caption: str
    empty: str


def decisions_of(site: Site) -> Iterator[Document]:
    """The decisions and results that have a page, tombstones included, of one kind the newest first."""
    for years in site.years.values():
        for records in years.values():
            yield from (record for record in reversed(records) if isinstance(record, Document) and is_decision(record))


def plan_facets(topic: Topic, facets: Sequence[Facet]) -> Iterator[Artefact]:
    """The index, and a page for each value that any record has or had."""
    everything = dict.fromkeys(ref for facet in facets for ref in refs(facet.tally.records))
    yield Artefact(file_of(topic.address), topic.surface, (), tuple(everything))
    for facet in facets:
        yield Artefact(file_of(facet.address), topic.surface, (facet.name,), refs(facet.tally.records))


def render_facets(artefact: Artefact, topic: Topic, facets: Iterable[Facet], site: Site, press: Press) -> bytes:
    """The index, or the page of one value."""
    if not artefact.subject:
        return press.page(_index(topic, list(facets), site), "list.html")
    facet = next(facet for facet in facets if facet.name == artefact.subject[0])
    return press.page(_page(topic, facet, site), "record.html")


def _index(topic: Topic, facets: list[Facet], site: Site) -> ListPage:
    view = topic_page(site, topic.address, None, topic.empty)
    years = counted_years(facet.tally for facet in facets)
    rows = tuple(
        Row((Link(facet.name, to_page(view.frame.root, facet.address)), *year_cells(facet.tally, years))) for facet in facets
    )
    heads = (Column(topic.label), *year_columns(years))
    return view._replace(table=Table(topic.caption, heads, rows) if rows else None)


def _page(topic: Topic, facet: Facet, site: Site) -> RecordPage:
    samples = [record.is_sample for record in facet.tally.records]
    outer = topic_frame(site, facet.address, facet.name, topic.address, sample=bool(samples) and all(samples))
    section = Section("records", "决定和结果", lines=year_lines(facet.tally, site, outer.root))
    return RecordPage(outer, topic.label, Text(facet.name), (), (), (), (section,))
