"""The theme's own files, put into ``assets/``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.press import Press
from generator.render.site import Site


def plan(site: Site) -> Iterator[Artefact]:
    """Every file of the theme."""
    for asset in site.assets:
        yield Artefact(asset.path, "assets", (asset.name,))


def render(artefact: Artefact, site: Site, _press: Press) -> bytes:
    """The file's bytes."""
    return next(asset.data for asset in site.assets if asset.name == artefact.subject[0])
