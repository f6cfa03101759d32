"""The files of records: copied from the plan, only those that a record names, and only while the record shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.press import Press
from generator.render.site import Site
from generator.render.views import Showing, shown


def plan(site: Site) -> Iterator[Artefact]:
    """A copy of every file that a record names and may show. What lies in the folder unnamed stays there."""
    for file in site.register.attachments:
        record = site.register.get(file.record_id)
        if record is None or not site.is_shown(record):
            continue
        named = {attachment.file for attachment in getattr(record, "attachments", ())}
        if file.name in named and not shown(record, site.state(record), Showing.FILES).is_nothing:
            yield Artefact(f"attachments/{file.record_id}/{file.name}", "attachments", (file.path,), (record.ref,))


def render(artefact: Artefact, _site: Site, press: Press) -> bytes:
    """The file's bytes, unchanged."""
    return press.read(artefact.subject[0])


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Attachments are found through the page that names them."""
    return False
