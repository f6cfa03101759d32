"""Lists of documents and of acts: by year, and within a year in pages filled from the oldest record.

A full page never changes its rows again; a new record changes the newest page of its year and the kind's own page (DESIGN §8).
``/<folder>/`` and ``/<folder>/<year>/`` show the newest page, ``/<folder>/<year>/<n>/`` the full ones before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.kinds import kind_for
from generator.model.record import Lifecycle, Record
from generator.model.site import Artefact
from generator.model.standing import Standing
from generator.render.addresses import file_of, to_page
from generator.render.counts import PIECES, count_of
from generator.render.frames import frame, section_of, way_to_kind
from generator.render.inline import Text
from generator.render.notices import SAMPLE
from generator.render.press import Press
from generator.render.rows import records_table
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.surfaces.kinds import empty_words
from generator.render.topics import topics_of
from generator.render.view_types import Column, ListPage, PageLink, Row, Table

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）3（1）": "决定（结果）按年份列出",
    "二（四）4": "决定和结果的信息资源：按类别、年份查阅",
}


class Sheet(NamedTuple):
    """One page of one year: number from 1 (the oldest), how many there are, its records from the oldest."""

    kind: type[Record]
    year: int
    number: int
    last: int
    records: tuple[Record, ...]

    @property
    def is_newest(self) -> bool:
        """Whether it is the page that still fills."""
        return self.number == self.last

    def address(self, number: int) -> str:
        """The address of page ``number`` of the same year."""
        year = f"{self.kind.KIND.folder}/{self.year}/"
        return year if number == self.last else f"{year}{number}/"


def sheets(kind: type[Record], year: int, site: Site) -> list[Sheet]:
    """The pages of one year, the oldest first."""
    records, size = site.years[kind][year], site.settings.page_size
    starts = range(0, len(records), size)
    return [Sheet(kind, year, n, len(starts), records[at : at + size]) for n, at in enumerate(starts, 1)]


def plan(site: Site) -> Iterator[Artefact]:
    """The kind's page, and the pages of every year that has records."""
    for kind in site.kinds:
        if kind.KIND.lifecycle not in (Lifecycle.DOCUMENT, Lifecycle.ACT):
            continue
        folder = kind.KIND.folder
        years = [sheets(kind, year, site) for year in site.years.get(kind, {})]
        newest = refs(years[0][-1].records) if years else ()
        yield Artefact(file_of(f"{folder}/"), "documents", (folder,), (*newest, *refs(_unpublished(kind, site))))
        for year in years:
            for sheet in year:
                subject = (folder, str(sheet.year), str(sheet.number))
                yield Artefact(file_of(sheet.address(sheet.number)), "documents", subject, refs(sheet.records))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page of a kind, or of one page of a year."""
    folder, *place = artefact.subject
    kind = kind_for(folder)
    if kind is None:
        raise KeyError(folder)
    if place:
        year, number = map(int, place)
        return press.page(_year_page(sheets(kind, year, site)[number - 1], site), "documents.html")
    return press.page(_kind_page(kind, site), "documents.html")


def _kind_page(kind: type[Record], site: Site) -> ListPage:
    info = kind.KIND
    years = site.years.get(kind, {})
    newest = sheets(kind, next(iter(years)), site)[-1] if years else None
    outer = frame(
        site, f"{info.folder}/", info.title, section_of(kind), way_to_kind(kind)[:-1],
        sample=newest is not None and all(record.is_sample for record in newest.records),
    )
    links = tuple(PageLink(f"{y}年", to_page(outer.root, f"{info.folder}/{y}/"), total=count_of(years[y], PIECES)) for y in years)
    view = ListPage(
        frame=outer, title=info.title, summary=info.summary,
        table=None, empty=empty_words(kind), years=links, unpublished=_unpublished_table(kind, site),
        topics=topics_of(kind, outer.root),
    )
    return view if newest is None else _with_rows(view, newest, site)


def _year_page(sheet: Sheet, site: Site) -> ListPage:
    info = sheet.kind.KIND
    title = f"{info.title}（{sheet.year}年）"
    told = title if sheet.is_newest else f"{title}第 {sheet.number} 页"
    outer = frame(
        site, sheet.address(sheet.number), told, section_of(sheet.kind), way_to_kind(sheet.kind),
        sample=all(record.is_sample for record in sheet.records),
    )
    links = tuple(
        PageLink(f"{y}年", to_page(outer.root, f"{info.folder}/{y}/"), here=y == sheet.year)
        for y in site.years[sheet.kind]
    )
    view = ListPage(
        frame=outer, title=told, summary="", table=None, empty="", years=links, topics=topics_of(sheet.kind, outer.root),
    )
    return _with_rows(view, sheet, site)


def _with_rows(view: ListPage, sheet: Sheet, site: Site) -> ListPage:
    root = view.frame.root
    caption = f"{sheet.year}年的{sheet.kind.KIND.title}"
    older = PageLink("更早的记录", to_page(root, sheet.address(sheet.number - 1))) if sheet.number > 1 else None
    newer = PageLink("更新的记录", to_page(root, sheet.address(sheet.number + 1))) if not sheet.is_newest else None
    table = records_table(sheet.kind, reversed(sheet.records), site, root, caption)
    return view._replace(table=table, older=older, newer=newer)


def _unpublished(kind: type[Record], site: Site) -> tuple[Record, ...]:
    """The records that are 不予公开 and whose day has come."""
    return tuple(
        record for record in site.register.of_kind(kind)
        if getattr(record, "is_secret", False) and site.state(record).standing is not Standing.PENDING
    )


def _unpublished_table(kind: type[Record], site: Site) -> Table | None:
    """What the public learns of records that are 不予公开: how many, by year and ground."""
    counted = Counter(
        (record.own_day.year, getattr(record, "openness_ground", None) or "未标注", record.is_sample)  # type: ignore[attr-defined]
        for record in _unpublished(kind, site)
    )
    if not counted:
        return None
    rows = tuple(
        Row((Text(f"{year}年", nowrap=True), Text(ground), Text(f"{counted[year, ground, sample]} 件", nowrap=True)),
            marks=(SAMPLE,) if sample else ())
        for year, ground, sample in sorted(counted, key=lambda key: (-key[0], key[1:]))
    )
    has_samples = any(row.marks for row in rows)
    return Table(f"不予公开的{kind.KIND.title}", (Column("年度"), Column("理由"), Column("件数")), rows, with_marks=has_samples)
