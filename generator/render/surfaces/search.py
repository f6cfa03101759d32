"""The search page, and the files that its script reads: one for each year, one for what has no year.

Without the script the page leads to the lists by year and by kind, and to those by provision, conduct and party. How words are
compared and ranked is the script's affair (``theme/static/search.js``); full text is an index made afterwards (publish/search_index.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.model.record import Lifecycle, Record, Stage
from generator.model.site import FULL_TEXT_STATE, Artefact, full_text_state
from generator.render.addresses import file_of, root_of, to_page
from generator.render.counts import PIECES, count_of
from generator.render.frames import asset_path, frame
from generator.render.inline import Items, Link, Pair
from generator.render.press import Press
from generator.render.search_data import entries_of, shard, standing_entries, standing_records
from generator.render.site import Site, public_order
from generator.render.sources import refs
from generator.render.tool_pages import SearchPage
from generator.render.topics import topic_entries
from generator.render.view_types import Section

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（四）4": "按文号、当事人、信用代码、违法行为、法律条款和日期检索",
}
ADDRESS = "search/"
TITLE = "检索"
_STANDING = "lists"
_FULL_TEXT = "full text"


def plan(site: Site) -> Iterator[Artefact]:
    """The page and its data."""
    yield Artefact(file_of(ADDRESS), "search")
    yield Artefact(FULL_TEXT_STATE, "search", (_FULL_TEXT,))
    yield Artefact(_data_path(_STANDING), "search", (_STANDING,), tuple(dict.fromkeys(refs(standing_records(site)))))
    for year, records in _years(site).items():
        yield Artefact(_data_path(str(year)), "search", (str(year),), refs(records))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page, or one data file."""
    if not artefact.subject:
        return press.page(_page(site), "search.html")
    if artefact.subject[0] == _FULL_TEXT:
        return full_text_state(0)
    if artefact.subject[0] == _STANDING:
        return shard(standing_entries(site))
    year = int(artefact.subject[0])
    return shard(entries_of(_years(site)[year], site), year)


def _data_path(name: str) -> str:
    return f"{ADDRESS}data-{name}.js"


@lru_cache(maxsize=1)
def _years(site: Site) -> dict[int, list[Record]]:
    """Documents and acts by year, the newest year first; within a year in the order in which they became public."""
    found: dict[int, list[Record]] = defaultdict(list)
    for years in site.years.values():
        for year, records in years.items():
            found[year].extend(records)
    return {year: sorted(found[year], key=public_order) for year in sorted(found, reverse=True)}


def _page(site: Site) -> SearchPage:
    outer = frame(site, ADDRESS, TITLE, ADDRESS)
    root = root_of(outer.path)
    data = (_data_path(_STANDING), *(_data_path(str(year)) for year in _years(site)))
    scripts = (asset_path(site, "search.js"), asset_path(site, "modules/fulltext.js"))
    return SearchPage(outer, TITLE, tuple(root + path for path in data), root + scripts[0], root + scripts[1], _ways(site, root))


def _ways(site: Site, root: str) -> tuple[Section, ...]:
    """The ways to every record without a script."""
    years = tuple(
        Pair(kind.KIND.title, Items(tuple(_years_of(kind, site, root)), inline=True))
        for kind in site.kinds
        if kind.KIND.lifecycle in (Lifecycle.DOCUMENT, Lifecycle.ACT) and site.years.get(kind)
    )
    lists = tuple(
        Link(kind.KIND.title, to_page(root, f"{kind.KIND.folder}/"))
        for stage in Stage for kind in site.kinds_of(stage) if kind.KIND.lifecycle is Lifecycle.LIST
    )
    topics = tuple(entry.link for entry in topic_entries(root))
    return (
        *((Section("years", "按种类和年份查找", pairs=years),) if years else ()),
        Section("topics", "按内容查找", value=Items(topics, inline=False)),
        Section("lists", "清单和依据", value=Items(lists, inline=False)),
    )


def _years_of(kind: type[Record], site: Site, root: str) -> Iterator[Link]:
    yield Link("全部", to_page(root, f"{kind.KIND.folder}/"))
    for year, records in site.years[kind].items():
        yield Link(f"{year}年", to_page(root, f"{kind.KIND.folder}/{year}/"), count_of(records, PIECES).text, nowrap=True)
