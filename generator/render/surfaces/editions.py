"""The pages of lists: the edition in force at the list's address, and every edition at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Edition
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import address_of, file_of, to_page
from generator.render.inline import Link, Text
from generator.render.leaves import leaf_address, spans
from generator.render.names import edition_name, name_of
from generator.render.notices import marks_of
from generator.render.press import Press
from generator.render.record_page import record_page
from generator.render.site import Site
from generator.render.sources import refs, sources_of
from generator.render.surfaces.history import has_history, history_address
from generator.render.surfaces.records import templates_for
from generator.render.view_types import Column, Row, Table
from generator.render.views import slot_named

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（2）": "清单的现行版本和历次调整",
    "二（一）1（1）": "每种清单一页",
}
#: What the table of editions says of each, by attribute; a law calls them by names of its own.
_TOLD = ("number", "effective_on", "reason")


def plan(site: Site) -> Iterator[Artefact]:
    """For every list with an edition in force: the list's page and a page for each edition up to now."""
    for editions in site.lists.values():
        for current in editions:
            shown = site.shown_editions(current.id)
            yield from _leaves(current, f"{current.id}/", shown, site, "list")
            for edition in shown:
                yield from _leaves(edition, address_of(edition), shown, site, "edition")


def _leaves(edition: Edition, address: str, shown: tuple[Edition, ...], site: Site, place: str) -> Iterator[Artefact]:
    """The pages of an edition at one of its addresses; most have one."""
    for leaf in range(1, len(spans(edition, site)) + 1):
        path = file_of(leaf_address(address, leaf))
        yield Artefact(path, "editions", (edition.ref, place, str(leaf)), _sources(edition, shown, site))


def _sources(edition: Edition, shown: tuple[Edition, ...], site: Site) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*sources_of(edition, site), *refs(shown))))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page of a list or of one edition."""
    edition = _edition(artefact, site)
    _ref, place, leaf = artefact.subject
    as_list = place == "list"
    in_force = edition is site.edition_in_force(edition.id)
    way = () if as_list else ((name_of(edition, site), f"{edition.id}/"),)
    address = f"{edition.id}/" if as_list else address_of(edition)
    view = record_page(edition, site, address=address, in_force=in_force, way=way, leaf=int(leaf))
    if int(leaf) > 1:
        return press.page(view, "record.html")
    changes = Link("每一版改了什么", to_page(view.frame.root, history_address(edition.id))) if has_history(edition.id, site) else None
    view = view._replace(editions=_editions(edition, site, view.frame.root), changes=changes)
    return press.page(view, *templates_for(edition, site))


def is_indexed(artefact: Artefact, site: Site) -> bool:
    """Search engines are led to the list's own page, and to past editions; never to tombstones."""
    return site.is_indexed(_edition(artefact, site))


def _editions(edition: Edition, site: Site, root: str) -> Table:
    in_force = site.edition_in_force(edition.id)
    rows = tuple(
        Row(
            (
                Link(edition_name(each), to_page(root, address_of(each)), nowrap=True),
                wording.day(each.effective_on),
                wording.BLANK if site.is_withdrawn(each) else Text(each.reason),
            ),
            marks=marks_of(each, site, in_force=each is in_force),
            struck=site.is_withdrawn(each),
        )
        for each in site.shown_editions(edition.id)
    )
    labels = (slot_named(type(edition), name) for name in _TOLD)
    heads = tuple(Column(slot.declaration.label) for slot in labels if slot is not None)
    return Table(f"各{heads[0].label}和{heads[-1].label}", heads, rows, with_marks=True)


def _edition(artefact: Artefact, site: Site) -> Edition:
    edition = site.register.get(artefact.subject[0])
    if not isinstance(edition, Edition):
        raise KeyError(artefact.subject[0])
    return edition
