"""The front page: the sections with what each holds, and what became public last."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Lifecycle, Record, Stage
from generator.model.site import Artefact
from generator.render.addresses import file_of, to_page
from generator.render.frames import frame
from generator.render.inline import Link
from generator.render.overview_pages import HomePage, StageEntry
from generator.render.press import Press
from generator.render.rows import news_rows
from generator.render.site import Site, public_order
from generator.render.sources import refs
from generator.render.surfaces.stages import SUMMARIES, kind_entries
from generator.render.year_figures import year_figures

_SUMMARY = "行政执法的主体、人员、依据、程序和决定；更正和撤下的说明。"

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（3）": "首页和页脚链接到政务服务网",
}
#: Decisions and results; acts; lists and documents of other sections.
_LATEST, _ACTS, _LISTS = 6, 4, 4
_STATISTICS = (("统计与年报", "statistics/"), ("完整性", "completeness/"))


def plan(site: Site) -> Iterator[Artefact]:
    """The one page at the root."""
    newest = (*_decisions(site), *_acts(site), *_lists(site))
    yield Artefact(file_of(""), "home", (), refs(newest))


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The front page."""
    outer = frame(site, "", "", "", column=(site.settings.site_name, _SUMMARY))
    planned = {item.address for item in press.column.navigation}
    view = HomePage(
        frame=outer,
        title=site.settings.site_name,
        stages=tuple(
            StageEntry(
                Link(stage.label, to_page(outer.root, f"{stage.value}/")),
                SUMMARIES[stage],
                tuple(entry._replace(news=()) for entry in kind_entries(stage, site, outer.root)),
            )
            for stage in Stage
        ),
        latest=news_rows(_decisions(site), site, outer.root),
        acts=news_rows(_acts(site), site, outer.root),
        lists=news_rows(_lists(site), site, outer.root),
        year=f"{site.as_of.year}年",
        figures=year_figures(site, outer.root),
        more=tuple(Link(text, to_page(outer.root, address)) for text, address in _STATISTICS if address in planned),
        samples_left_out=site.checked.samples_left_out,
    )
    return press.page(view, "home.html")


def _decisions(site: Site) -> tuple[Record, ...]:
    """What was decided or found, and how: the documents of 事中 and 事后."""
    stages = (Stage.DURING, Stage.AFTER)
    return site.newest((kind for kind in site.kinds if kind.KIND.stage in stages), _LATEST)


def _acts(site: Site) -> tuple[Record, ...]:
    return site.newest((kind for kind in site.kinds if kind.KIND.lifecycle is Lifecycle.ACT), _ACTS)


def _lists(site: Site) -> tuple[Record, ...]:
    """The editions in force that are newest, and the policy documents that became public last."""
    kinds = site.kinds_of(Stage.BEFORE)
    editions = [edition for kind in kinds for edition in site.lists.get(kind, ())]
    found = [*editions, *site.newest(kinds, _LISTS)]
    return tuple(sorted(found, key=public_order, reverse=True)[:_LISTS])
