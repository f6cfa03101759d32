"""``sitemap.xml``: the absolute address of every page that search engines may list. Without a site address there is none."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from generator.model.site import Artefact
from generator.render.addresses import INDEX
from generator.render.press import Press
from generator.render.site import Site

PATH = "sitemap.xml"


def plan(site: Site) -> Iterator[Artefact]:
    """One file, if the site has an address: a sitemap knows only absolute ones."""
    if site.settings.site_address:
        yield Artefact(PATH, "sitemap")


def render(_artefact: Artefact, site: Site, _press: Press) -> bytes:
    """Every page but tombstones, in the order of their paths."""
    base = site.settings.site_address
    lines = [f"<url><loc>{escape(base + path)}</loc></url>" for path in sorted(_addresses(site))]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return (head + "\n".join(lines) + "\n</urlset>\n").encode()


def _addresses(site: Site) -> Iterator[str]:
    # Imported late: the package that finds the surfaces imports this module.
    from generator.render.surfaces import all_surfaces

    for surface in all_surfaces():
        for artefact in surface.plan(site):
            if artefact.path.endswith(".html") and surface.is_indexed(artefact, site):
                yield artefact.path.removesuffix(INDEX)
