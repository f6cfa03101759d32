"""The main sections: 事前公开, 事中公示, 事后公开. Each names its kinds, says what they hold, and shows what is new.

更正与撤下 is told by another surface (acts.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Lifecycle, Record, Stage
from generator.model.site import Artefact
from generator.render.addresses import file_of, to_page
from generator.render.counts import LISTS, PIECES, count_of, is_any, sum_of
from generator.render.frames import frame
from generator.render.inline import Link, Text, Value
from generator.render.press import Press
from generator.render.rows import news_rows
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.surfaces.officer_lookup import lookup_entry
from generator.render.topics import topic_entries
from generator.render.view_types import KindEntry, StagePage

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "一": "事前、事中、事后分栏公开",
    "二（一）": "事前、事中、事后分栏公开",
}
#: How many records of a kind a section shows.
_ITEMS = 5

SUMMARIES = {
    Stage.BEFORE: "谁在执法、凭什么执法、依什么程序执法，以及对执法不服怎么办。",
    Stage.DURING: "执法人员开展检查时怎样表明身份、出示文书、告知权利义务。",
    Stage.AFTER: "执法决定作出以后，在规定期限内公开的决定和结果。",
    Stage.ACTS: "已公开的信息更正了什么、撤下了什么，以及为什么。",
}


def plan(site: Site) -> Iterator[Artefact]:
    """One page for each section, also while it lists nothing."""
    for stage in (stage for stage in Stage if stage is not Stage.ACTS):
        newest = [record for kind in site.kinds_of(stage) for record in _newest(kind, site)]
        yield Artefact(file_of(f"{stage.value}/"), "stages", (stage.value,), refs(newest))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The section's page."""
    stage = Stage(artefact.subject[0])
    outer = frame(site, f"{stage.value}/", stage.label, f"{stage.value}/", ())
    topics = topic_entries(outer.root) if stage is Stage.AFTER else ()
    view = StagePage(outer, stage.label, SUMMARIES[stage], kind_entries(stage, site, outer.root), topics)
    return press.page(view, "stage.html")


def kind_entries(stage: Stage, site: Site, root: str) -> tuple[KindEntry, ...]:
    """The kinds of a section with their newest records, and before and during an inspection the check of certificates."""
    kinds = tuple(_entry(kind, site, root) for kind in site.kinds_of(stage))
    return (*kinds, lookup_entry(root)) if stage in (Stage.BEFORE, Stage.DURING) else kinds


def _entry(kind: type[Record], site: Site, root: str) -> KindEntry:
    return KindEntry(
        link=Link(kind.KIND.title, to_page(root, f"{kind.KIND.folder}/")),
        summary=kind.KIND.summary,
        state=_state(kind, site),
        news=news_rows(_newest(kind, site), site, root),
    )


def _state(kind: type[Record], site: Site) -> Value:
    if kind.KIND.lifecycle is Lifecycle.LIST:
        count = count_of(site.lists.get(kind, ()), LISTS)
    else:
        count = sum_of((count_of(records) for records in site.years.get(kind, {}).values()), PIECES)
    return count if is_any(count) else Text("暂无内容")


def _newest(kind: type[Record], site: Site) -> tuple[Record, ...]:
    if kind.KIND.lifecycle is Lifecycle.LIST:
        return site.lists.get(kind, ())[:_ITEMS]
    return site.newest((kind,), _ITEMS)

