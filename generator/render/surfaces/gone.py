"""``.gone`` beside the page of a withdrawn record: by it the web server knows that it is to answer 410 with that page.

The marker is empty, and the page beside it does not change. An expired record keeps its ordinary answer: nothing was wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.addresses import address_of
from generator.render.press import Press
from generator.render.site import Site

MARKER = ".gone"


def plan(site: Site) -> Iterator[Artefact]:
    """A marker for every withdrawn record that has a page."""
    for record in site.paged:
        if site.is_withdrawn(record):
            yield Artefact(f"{address_of(record)}{MARKER}", "gone", (record.ref,), (record.ref,))


def render(_artefact: Artefact, _site: Site, _press: Press) -> bytes:
    """Nothing: that it is there says all."""
    return b""


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """No page."""
    return False
