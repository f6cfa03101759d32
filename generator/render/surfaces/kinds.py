"""The page of each kind of list: every list of the kind with the edition in force."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds import kind_for
from generator.model.record import Lifecycle, Record
from generator.model.site import Artefact
from generator.render.addresses import file_of
from generator.render.frames import frame, section_of, way_to_kind
from generator.render.press import Press
from generator.render.rows import records_table
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.view_types import ListPage

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（1）": "执法主体、人员、事项、依据、程序和各类清单的列表页",
}


def plan(site: Site) -> Iterator[Artefact]:
    """One page for each kind of list, also while there is none."""
    for kind in site.kinds:
        if kind.KIND.lifecycle is Lifecycle.LIST:
            folder = kind.KIND.folder
            yield Artefact(file_of(f"{folder}/"), "kinds", (folder,), refs(site.lists.get(kind, ())))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The kind's page."""
    kind = kind_for(artefact.subject[0])
    if kind is None:
        raise KeyError(artefact.subject[0])
    return press.page(_view(kind, site), "list.html")


def _view(kind: type[Record], site: Site) -> ListPage:
    info = kind.KIND
    editions = site.lists.get(kind, ())
    outer = frame(
        site, f"{info.folder}/", info.title, section_of(kind), way_to_kind(kind)[:-1],
        sample=bool(editions) and all(edition.is_sample for edition in editions),
    )
    return ListPage(
        frame=outer,
        title=info.title,
        summary=info.summary,
        table=records_table(kind, editions, site, outer.root, f"{info.title}一览") if editions else None,
        empty=empty_words(kind),
    )


def empty_words(kind: type[Record]) -> str:
    """What a kind's page says while it lists nothing."""
    return f"目前没有已公开的{kind.KIND.title}。有内容后列在本页，地址不变。"
