"""``record.json`` beside the page of each document, act and list edition: what the page says, as data.

A tombstone's says what became of the record and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Record
from generator.model.site import Artefact
from generator.render.addresses import data_of
from generator.render.press import Press
from generator.render.public_form import public_form
from generator.render.site import Site
from generator.render.sources import sources_of

#: What the files do for clauses of the bureau's plan.
CLAUSES = {"二（一）3（3）": "每条记录另有数据文件，可以与公示台账核对"}


def plan(site: Site) -> Iterator[Artefact]:
    """One file for every record that has a page of its own."""
    for record in site.paged:
        yield Artefact(data_of(record), "record_data", (record.ref,), sources_of(record, site))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The record's public form."""
    return public_form(_record(artefact, site), site, press.read)


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Search engines are led to the pages."""
    return False


def _record(artefact: Artefact, site: Site) -> Record:
    record = site.register.get(artefact.subject[0])
    if record is None:
        raise KeyError(artefact.subject[0])
    return record
