"""``robots.txt``: everything may be read. It never names a page: a list of what is withdrawn would point to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.press import Press
from generator.render.site import Site
from generator.render.surfaces.sitemap import PATH as SITEMAP


def plan(_site: Site) -> Iterator[Artefact]:
    """One file at the root."""
    yield Artefact("robots.txt", "robots")


def render(_artefact: Artefact, site: Site, _press: Press) -> bytes:
    """Open to all, and where the sitemap is."""
    address = site.settings.site_address
    lines = ["User-agent: *", "Disallow:"]
    if address:
        lines += ["", f"Sitemap: {address}{SITEMAP}"]
    return ("\n".join(lines) + "\n").encode()
