"""What stands around every page: title bar, way to the page, canonical address, and what all pages share."""

from __future__ import annotations

import re

from generator.model.record import Record, Stage
from generator.render.addresses import file_of, root_of, to_page
from generator.render.events import has_events
from generator.render.inline import Link
from generator.render.site import Site
from generator.render.view_types import Crumb, FeedLink, Frame, NavigationItem, SiteFrame

HOME = "首页"
FEEDS = (FeedLink("application/atom+xml", "feed/acts.atom"), FeedLink("application/feed+json", "feed/acts.json"))
_PAGE_TITLE = re.compile(r"(?:title|标题)\s*[:：]\s*(.+)", re.IGNORECASE)


def site_frame(site: Site) -> SiteFrame:
    """What every page shares. Addresses in it are relative to the site's root."""
    settings = site.settings
    external = [Link(link.text, link.address) if link else None for link in (settings.service_site, settings.portal)]
    return SiteFrame(
        name=settings.site_name,
        owner=settings.owner,
        address=settings.site_address,
        navigation=(
            NavigationItem(HOME, ""),
            *(NavigationItem(stage.label, f"{stage.value}/") for stage in Stage),
        ),
        pages=tuple(NavigationItem(page_title(page.body, page.stem), f"pages/{page.stem}/") for page in site.register.pages),
        footer=settings.footer,
        service_site=external[0],
        portal=external[1],
        stylesheet=asset_path(site, "style.css"),
        script=asset_path(site, "site.js"),
        feeds=FEEDS if settings.site_address and has_events(site) else (),
    )


def asset_path(site: Site, name: str) -> str:
    """Where a file of the theme lies on the site; empty if the theme has none of that name."""
    return next((asset.path for asset in site.assets if asset.name == name), "")


def page_title(text: str, stem: str) -> str:
    """The title of a native page, from the metadata lines at its top; its file name where there is none."""
    for line in text.lstrip("\ufeff-\n").splitlines():
        match = _PAGE_TITLE.match(line)
        if match:
            return match[1].strip().strip("'\"")
        if not line.strip():
            break
    return stem


def frame(
    site: Site,
    address: str,
    title: str,
    section: str | None = None,
    way: tuple[tuple[str, str], ...] = (),
    *,
    indexed: bool = True,
    sample: bool = False,
    searched: bool = False,
) -> Frame:
    """The frame of the page at ``address``; ``way`` are (text, address) of the pages between home and this one."""
    path = file_of(address)
    root = root_of(path)
    base = site.settings.site_address
    return Frame(
        path=path,
        root=root,
        title=f"{title} - {site.settings.site_name}" if title else site.settings.site_name,
        section=section,
        crumbs=tuple(Crumb(text, to_page(root, to)) for text, to in ((HOME, ""), *way)) if address else (),
        canonical=f"{base}{address}" if base and indexed else "",
        indexed=indexed,
        sample=sample,
        searched=searched,
    )


def way_to_kind(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The way to a kind's list: its section, then the list."""
    stage = kind.KIND.stage
    above = ((stage.label, f"{stage.value}/"),) if stage is not None else ()
    return (*above, (kind.KIND.title, f"{kind.KIND.folder}/"))


def section_of(kind: type[Record]) -> str:
    """The address of the main section that a kind belongs to."""
    return f"{kind.KIND.stage.value}/" if kind.KIND.stage is not None else ""
