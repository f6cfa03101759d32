"""The page that servers answer with where nothing is. It may appear at any depth, so it links by the full address if there is one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.site import Artefact
from generator.render.frames import frame
from generator.render.press import Press
from generator.render.site import Site
from generator.render.tool_pages import PlainPage

_PATH = "404.html"


def plan(_site: Site) -> Iterator[Artefact]:
    """One file at the root."""
    yield Artefact(_PATH, "not_found")


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    outer = frame(site, "", "没有找到这个页面", indexed=False)
    outer = outer._replace(path=_PATH, root=site.settings.site_address)
    return press.page(PlainPage(outer, "没有找到这个页面"), "not_found.html")


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Nobody searches for it."""
    return False
