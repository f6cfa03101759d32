"""The native Pelican pages under ``pages/``: planned here, written by Pelican through the theme's ``page.html``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.addresses import file_of
from generator.render.site import Site


def plan(site: Site) -> Iterator[Artefact]:
    """A page for every file of ``content/pages``."""
    for page in site.register.pages:
        yield Artefact(file_of(f"pages/{page.stem}/"), "native", (page.stem,), native=True)
