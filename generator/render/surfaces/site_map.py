"""The site map for people: every section with its lists, the topics, and the pages that explain."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.record import Stage
from generator.model.site import Artefact
from generator.render.addresses import SITE_MAP, file_of, to_page
from generator.render.frames import NAVIGATION, frame, page_title
from generator.render.inline import Items, Link, Value
from generator.render.press import Press
from generator.render.site import Site
from generator.render.surfaces.officer_lookup import lookup_entry
from generator.render.topics import topic_entries
from generator.render.view_types import ListPage, Section

_TITLE = "站点地图"
_SUMMARY = "本专栏全部栏目。"


def plan(_site: Site) -> Iterator[Artefact]:
    """One page."""
    yield Artefact(file_of(SITE_MAP), "site_map")


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    outer = frame(site, SITE_MAP, _TITLE, column=(_TITLE, _SUMMARY))
    sections = tuple(_stage(stage, site, outer.root) for stage in Stage)
    others = [Link(item.text, to_page(outer.root, item.address)) for item in NAVIGATION if _is_apart(item.address, press)]
    pages = [Link(page_title(page.body, page.stem), to_page(outer.root, f"pages/{page.stem}/")) for page in site.register.pages]
    sections += (Section("others", "其他", value=Items((*others, *pages), inline=False)),)
    return press.page(ListPage(outer, _TITLE, _SUMMARY, None, "", sections=sections), "list.html")


def _stage(stage: Stage, site: Site, root: str) -> Section:
    links: list[Value] = [Link(stage.label, to_page(root, f"{stage.value}/"))]
    links += [Link(kind.KIND.title, to_page(root, f"{kind.KIND.folder}/")) for kind in site.kinds_of(stage)]
    links += [entry.link for entry in topic_entries(root)] if stage is Stage.AFTER else []
    links += [lookup_entry(root).link] if stage is Stage.BEFORE else []
    return Section(stage.value, stage.label, value=Items(tuple(links), inline=False))


def _is_apart(address: str, press: Press) -> bool:
    """Whether the navigation leads to it and no section above does."""
    stages = {f"{stage.value}/" for stage in Stage}
    return address not in stages and any(item.address == address for item in press.column.navigation)
