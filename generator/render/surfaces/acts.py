"""更正与撤下: what was done to published records, by year, with counts and how long it took; and a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.record import Stage
from generator.model.site import Artefact
from generator.render import wording
from generator.render.act_effects import effects_section
from generator.render.act_figures import Taken, YearFigures, figures, median_text
from generator.render.addresses import file_of, to_page
from generator.render.counts import PIECES, count_of, is_any
from generator.render.events import ADJUSTED, EXPIRED, PUBLISHED, WORDS, Event, events_of
from generator.render.frames import frame
from generator.render.inline import Count, Link, Text, Value
from generator.render.leaves import leaf_address, leaf_links, parts
from generator.render.names import edition_name, link_to
from generator.render.notices import SAMPLE
from generator.render.overview_pages import ActsPage
from generator.render.press import Press
from generator.render.site import Site
from generator.render.surfaces.stages import SUMMARIES, kind_entries
from generator.render.view_types import Column, ListPage, PageLink, Row, Table

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）3（3）": "每年更正、撤下多少件，用了多少天",
}
_STAGE = Stage.ACTS
_HOME = f"{_STAGE.value}/"
_COUNTED = (*WORDS, ADJUSTED, EXPIRED)
_POLICY = "corrections-policy"
_NOTE = "用时取中位数：更正从发现之日、撤下从事由发生之日起算，期限按工作日计的算工作日。没有记载起算日的不计入。"


def plan(site: Site) -> Iterator[Artefact]:
    """The section's page, also while it lists nothing, and one for each year in which something was done."""
    events = _done(site)
    yield Artefact(file_of(_HOME), "acts", (), _refs(events))
    for year in dict.fromkeys(event.day.year for event in events):
        for leaf, listed in enumerate(parts(_listed(site, year)), 1):
            path = file_of(leaf_address(year_address(year), leaf))
            yield Artefact(path, "acts", (str(year), str(leaf)), _refs(listed))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The section's page, or that of a year."""
    if artefact.subject:
        return press.page(_year_page(*map(int, artefact.subject), site), "documents.html")
    outer = frame(site, _HOME, _STAGE.label, _HOME)
    page = next((page for page in site.register.pages if page.stem == _POLICY), None)
    view = ActsPage(
        frame=outer, title=_STAGE.label, summary=SUMMARIES[_STAGE],
        overview=_overview(_figures(site), outer.root), note=_NOTE,
        kinds=kind_entries(_STAGE, site, outer.root), effects=effects_section(),
        policy=Link("更正与撤下规则", to_page(outer.root, f"pages/{_POLICY}/")) if page is not None else None,
    )
    return press.page(view, "acts.html")


def year_address(year: int) -> str:
    """The page of a year."""
    return f"{_HOME}{year}/"


def _done(site: Site) -> tuple[Event, ...]:
    return tuple(event for event in events_of(site) if event.word != PUBLISHED)


def _listed(site: Site, year: int) -> tuple[Event, ...]:
    """What a year's page tells one by one; terms end by themselves, and often."""
    return tuple(event for event in _done(site) if event.day.year == year and event.word != EXPIRED)


def _refs(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for event in events for ref in event.refs))


class _Year(NamedTuple):
    """What was done in one year to real records, and apart from it what was done to samples."""

    year: int
    real: YearFigures
    samples: YearFigures


def _figures(site: Site) -> tuple[_Year, ...]:
    """The years in which something was done, newest first."""
    split = [
        {year.year: year for year in figures((event for event in _done(site) if event.record.is_sample is is_sample), site.register)}
        for is_sample in (False, True)
    ]
    return tuple(
        _Year(year, *(found.get(year, YearFigures(year, Counter(), (), ())) for found in split))
        for year in sorted({*split[0], *split[1]}, reverse=True)
    )


def _overview(years: tuple[_Year, ...], root: str) -> Table | None:
    if not years:
        return None
    heads = [Column("年度"), *(Column(word, numeric=True) for word in _COUNTED), Column("更正用时"), Column("撤下用时")]
    rows = tuple(Row(_cells(year, root)) for year in years)
    return Table("历年件数和用时", tuple(heads), rows)


def _cells(year: _Year, root: str) -> tuple[Value, ...]:
    link = Link(f"{year.year}年", to_page(root, year_address(year.year)), nowrap=True)
    counts = (Count(year.real.counts[word], year.samples.counts[word]) for word in _COUNTED)
    medians = ((year.real.corrections, year.samples.corrections), (year.real.withdrawals, year.samples.withdrawals))
    return (link, *(count if is_any(count) else wording.BLANK for count in counts), *(_median(*taken) for taken in medians))


def _median(real: tuple[Taken, ...], samples: tuple[Taken, ...]) -> Value:
    """How long it took in the middle of all; of samples with their mark."""
    told = [median_text(real), f"{SAMPLE.word} {median_text(samples)}" if samples else ""]
    return Text("；".join(filter(None, told))) if any(told) else wording.BLANK


def _year_page(year: int, leaf: int, site: Site) -> ListPage:
    title, address = f"{year}年的{_STAGE.label}", year_address(year)
    told = f"{title}（第 {leaf} 页）" if leaf > 1 else title
    outer = frame(site, leaf_address(address, leaf), told, _HOME, ((_STAGE.label, _HOME),))
    years = dict.fromkeys(event.day.year for event in _done(site))
    leaves = parts(_listed(site, year))
    events = leaves[leaf - 1]
    rows = tuple(_row(event, site, outer.root) for event in events)
    ended = count_of((event.record for event in _done(site) if event.word == EXPIRED and event.day.year == year), PIECES)
    heads = (Column("日期"), Column("处理"), Column("对象"), Column("理由"))
    return ListPage(
        frame=outer._replace(sample=bool(events) and all(event.record.is_sample for event in events)), title=told,
        summary=f"另有 {ended.text}公示期满，不逐件列出。" if is_any(ended) else "",
        table=Table(title, heads, rows, with_marks=any(row.marks for row in rows)) if rows else None, empty="这一年没有更正和撤下。",
        pages=leaf_links(address, len(leaves), leaf, outer.root),
        years=tuple(PageLink(f"{each}年", to_page(outer.root, year_address(each)), here=each == year) for each in years),
    )


def _row(event: Event, site: Site, root: str) -> Row:
    about = link_to(event.record, site, root, own_page=event.word == ADJUSTED)
    if event.word == ADJUSTED:
        about = about._replace(text=f"{about.text}（{edition_name(event.record)}）")  # type: ignore[arg-type]
    what = Link(event.word, to_page(root, event.address)) if event.act is not None else Text(event.word)
    reason = Text(event.reason) if event.reason else wording.BLANK
    return Row((wording.day(event.day), what, about, reason), marks=(SAMPLE,) if event.record.is_sample else ())
