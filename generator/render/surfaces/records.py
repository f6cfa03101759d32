"""The page of each document and each act, at the address of its id; of a withdrawn or expired one the tombstone at the same address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Record
from generator.model.site import Artefact
from generator.render.addresses import address_of, file_of
from generator.render.press import Press
from generator.render.record_page import record_page
from generator.render.site import Site
from generator.render.sources import sources_of

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）3（2）": "每份决定书一页，全文公示",
    "二（一）3（3）": "更正、撤下的说明留在原网址",
}


def plan(site: Site) -> Iterator[Artefact]:
    """A page for every document and act that is shown."""
    for years in site.years.values():
        for records in years.values():
            for record in records:
                yield Artefact(file_of(address_of(record)), "records", (record.ref,), sources_of(record, site))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The record's page."""
    record = _record(artefact, site)
    way = ((f"{record.own_day.year}年", f"{record.KIND.folder}/{record.own_day.year}/"),)  # type: ignore[attr-defined]
    return press.page(record_page(record, site, way=way), *templates_for(record, site))


def templates_for(record: Record, site: Site) -> tuple[str, ...]:
    """The templates that fit a record's page, the most special first."""
    if site.is_tombstone(record):
        return ("tombstone.html",)
    return (f"kinds/{record.KIND.folder}.html", "record.html")


def is_indexed(artefact: Artefact, site: Site) -> bool:
    """Search engines are led to everything but tombstones."""
    return site.is_indexed(_record(artefact, site))


def _record(artefact: Artefact, site: Site) -> Record:
    record = site.register.get(artefact.subject[0])
    if record is None:
        raise KeyError(artefact.subject[0])
    return record
