"""Who cites which provision: a table of all cited articles by year, and for each article the records that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from generator.model.declaration import Group
from generator.model.kinds.laws import Law
from generator.model.law_versions import renumber
from generator.model.parts import Citation
from generator.model.site import Artefact
from generator.model.walk import groups
from generator.render import wording
from generator.render.addresses import address_of, file_of, to_page
from generator.render.citations import law_title, provision_link, version_name
from generator.render.citing_rows import citing_pairs
from generator.render.frames import frame, section_of, way_to_kind
from generator.render.inline import Items, Link, Pair, Phrase, Text, Value
from generator.render.leaves import leaf_address, leaf_links, parts
from generator.render.names import name_of
from generator.render.neighbours import Tally
from generator.render.notices import marks_of
from generator.render.press import Press
from generator.render.provisions import article_address
from generator.render.site import ShownLaw, Site
from generator.render.sources import refs
from generator.render.topics import ARTICLES, topic_page
from generator.render.view_types import Column, ListPage, RecordPage, Row, Section, Table
from generator.render.year_lines import counted_years, year_cells, year_columns, year_lines

#: To be named here tells what a record says.
SORTS = True

_INDEX = "index"
#: A law, one of its articles, who cites it.
Cited = tuple[ShownLaw, str, Tally]


def cited_articles(site: Site) -> Iterator[Cited]:
    """Every article on a law's page that is cited, laws in the order of their ids, versions from the newest."""
    for law in site.laws.values():
        for fact in law.version.articles:
            tally = site.neighbours.provisions.get((law.version.ref, fact.article))
            if fact.article in law.articles and tally is not None:
                yield law, fact.article, tally


def plan(site: Site) -> Iterator[Artefact]:
    """The table of all, and a page for every cited article."""
    found = list(cited_articles(site))
    everything = dict.fromkeys(ref for law, _, tally in found for ref in (law.version.ref, *refs(tally.decisions)))
    for leaf in range(1, len(parts(_in_decisions(site))) + 1):
        yield Artefact(file_of(leaf_address(ARTICLES, leaf)), "articles", (_INDEX, str(leaf)), tuple(everything))
    for law, article, tally in found:
        path = file_of(article_address(law.version, article))
        yield Artefact(path, "articles", (law.version.ref, article), (law.version.ref, *refs(tally.records)))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The table, or the page of one article."""
    ref, article = artefact.subject
    if ref == _INDEX:
        return press.page(_index(int(article), site), "list.html")
    return press.page(_page(site.laws[ref], article, site), "record.html")


def _in_decisions(site: Site) -> list[Cited]:
    """Those of the cited articles that decisions and results cite."""
    return [cited for cited in cited_articles(site) if cited[2].by_year]


def _index(leaf: int, site: Site) -> ListPage:
    found = _in_decisions(site)
    leaves = parts(found)
    view = topic_page(site, ARTICLES, None, "目前没有公开的决定引用已登记的条款。", leaf=leaf)
    years = counted_years(tally for _, _, tally in found)
    sections = []
    for ref, group in groupby(leaves[leaf - 1], key=lambda each: each[0].version.ref):
        title = law_title(site.laws[ref], site)
        rows = tuple(_line(law, article, tally, years, view.frame.root) for law, article, tally in group)
        table = Table(f"引用{title}各条的决定和结果（件）", (Column("条"), Column("主题"), *year_columns(years)), rows)
        sections.append(Section(f"law{len(sections) + 1}", title, table=table))
    return view._replace(sections=tuple(sections), pages=leaf_links(ARTICLES, len(leaves), leaf, view.frame.root))


def _line(law: ShownLaw, article: str, tally: Tally, years: list[int], root: str) -> Row:
    link = Link(wording.article(article), to_page(root, article_address(law.version, article)), nowrap=True)
    return Row((link, wording.words(_topic(law.version, article)), *year_cells(tally, years)))


def _topic(law: Law, article: str) -> str:
    return next(fact.topic for fact in law.articles if fact.article == article)


def _page(law: ShownLaw, article: str, site: Site) -> RecordPage:
    version = law.version
    name = f"{law_title(law, site)}{wording.article(article)}"
    tally = site.neighbours.provisions[version.ref, article]
    outer = frame(
        site, article_address(version, article), f"{name}的引用情况", section_of(Law),
        (*way_to_kind(Law), (name_of(version, site), f"{version.id}/"), (version_name(version, site), address_of(version))),
        sample=version.is_sample,
    )
    summary = [
        Pair("条款", provision_link(law, wording.article(article), article, outer.root)),
        Pair("主题", wording.words(_topic(version, article))),
        Pair("施行日期", wording.day(version.effective_on)),
    ]
    counterparts = list(_counterparts(law, article, site, outer.root))
    if counterparts:
        summary.append(Pair("对应条文", Items(tuple(counterparts), inline=False)))
    sections = [Section("cited", "引用本条的决定和结果", lines=year_lines(tally, site, outer.root))] if tally.by_year else []
    others = tuple(citing_pairs(tally.others, partial(_cites, version.ref, article), site, outer.root))
    if others:
        sections.append(Section("lists", "引用本条的清单和制度", pairs=others))
    return RecordPage(outer, "引用情况", Text(name), marks_of(version, site, in_force=site.is_in_force(version)), (),
                      tuple(summary), tuple(sections))


def _counterparts(law: ShownLaw, article: str, site: Site, root: str) -> Iterator[Value]:
    """Where the same provision stands in the other versions."""
    versions = tuple(edition for edition in site.register.editions(law.version.id) if isinstance(edition, Law))
    for other in versions:
        number = renumber(versions, article, law.version, other)
        known = site.laws.get(other.ref)
        if other is not law.version and known is not None and number is not None:
            link = provision_link(known, wording.article(number), number, root)
            yield Phrase((Text(f"{version_name(other, site)}："), link))


def _cites(ref: str, article: str, row: Group) -> bool:
    return any(str(citation.edition) == ref and citation.article == article for _, citation in groups(row, Citation))
