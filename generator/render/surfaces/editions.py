"""The pages of lists: the edition in force at the list's address, and every edition at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Edition
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import address_of, file_of, to_page
from generator.render.inline import Link, Text
from generator.render.names import name_of
from generator.render.notices import marks_of
from generator.render.press import Press
from generator.render.record_page import record_page
from generator.render.site import Site
from generator.render.sources import refs, sources_of
from generator.render.surfaces.records import templates_for
from generator.render.view_types import Column, Row, Table

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（2）": "清单的现行版本和历次调整",
    "二（一）1（1）": "每种清单一页",
}
_COLUMNS = (Column("版次"), Column("生效日期"), Column("调整原因"))


def plan(site: Site) -> Iterator[Artefact]:
    """For every list with an edition in force: the list's page and a page for each edition up to now."""
    for editions in site.lists.values():
        for current in editions:
            shown = site.shown_editions(current.id)
            yield Artefact(file_of(f"{current.id}/"), "editions", (current.ref, "list"), _sources(current, shown, site))
            for edition in shown:
                yield Artefact(file_of(address_of(edition)), "editions", (edition.ref,), _sources(edition, shown, site))


def _sources(edition: Edition, shown: tuple[Edition, ...], site: Site) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*sources_of(edition, site), *refs(shown))))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page of a list or of one edition."""
    edition = _edition(artefact, site)
    as_list = "list" in artefact.subject
    in_force = edition is site.edition_in_force(edition.id)
    way = () if as_list else ((name_of(edition, site), f"{edition.id}/"),)
    address = f"{edition.id}/" if as_list else address_of(edition)
    view = record_page(edition, site, address=address, in_force=in_force, way=way)
    view = view._replace(editions=_editions(edition, site, view.frame.root))
    return press.page(view, *templates_for(edition, site))


def is_indexed(artefact: Artefact, site: Site) -> bool:
    """Search engines are led to the list's own page, and to past editions; never to tombstones."""
    return site.is_indexed(_edition(artefact, site))


def _editions(edition: Edition, site: Site, root: str) -> Table:
    in_force = site.edition_in_force(edition.id)
    rows = tuple(
        Row(
            (
                Link(f"第 {each.number} 版", to_page(root, address_of(each)), nowrap=True),
                wording.day(each.effective_on),
                wording.BLANK if site.is_withdrawn(each) else Text(each.reason),
            ),
            marks=marks_of(each, site, in_force=each is in_force),
            struck=site.is_withdrawn(each),
        )
        for each in site.shown_editions(edition.id)
    )
    return Table("各版次", _COLUMNS, rows, with_marks=True)


def _edition(artefact: Artefact, site: Site) -> Edition:
    edition = site.register.get(artefact.subject[0])
    if not isinstance(edition, Edition):
        raise KeyError(artefact.subject[0])
    return edition
