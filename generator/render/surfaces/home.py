"""The front page: the sections with what each holds, and what became public last."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Lifecycle, Record, Stage
from generator.model.site import Artefact
from generator.render.addresses import file_of, to_page
from generator.render.frames import frame
from generator.render.inline import Link
from generator.render.press import Press
from generator.render.rows import news_rows
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.surfaces.stages import SUMMARIES, kind_entries
from generator.render.view_types import HomePage, StageEntry

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（3）": "首页和页脚链接到政务服务网",
}
_DOCUMENTS = 8
_ACTS = 5


def plan(site: Site) -> Iterator[Artefact]:
    """The one page at the root."""
    newest = (*_newest(site, Lifecycle.DOCUMENT, _DOCUMENTS), *_newest(site, Lifecycle.ACT, _ACTS))
    yield Artefact(file_of(""), "home", (), refs(newest))


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The front page."""
    outer = frame(site, "", "", "")
    documents = _newest(site, Lifecycle.DOCUMENT, _DOCUMENTS)
    acts = _newest(site, Lifecycle.ACT, _ACTS)
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
        latest=news_rows(documents, site, outer.root),
        acts=news_rows(acts, site, outer.root),
        samples_left_out=site.checked.samples_left_out,
    )
    return press.page(view, "home.html")


def _newest(site: Site, lifecycle: Lifecycle, count: int) -> tuple[Record, ...]:
    return site.newest((kind for kind in site.kinds if kind.KIND.lifecycle is lifecycle), count)
