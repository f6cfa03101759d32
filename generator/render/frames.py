"""What stands around every page: title bar, way to the page, canonical address, and what all pages share."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.model.record import Record, Stage
from generator.render.addresses import SEARCH, SITE_MAP, SUPERVISION, file_of, root_of, to_page
from generator.render.events import has_events
from generator.render.inline import Day, Link, Pair, Text
from generator.render.page_tags import article_tags, column_tags, site_tags
from generator.render.site import Site
from generator.render.view_types import Crumb, FeedLink, Frame, NavigationItem, SiteFrame

HOME = "首页"
FEEDS = (
    FeedLink("application/atom+xml", "feed/acts.atom", "Atom"),
    FeedLink("application/feed+json", "feed/acts.json", "JSON Feed"),
)
#: The navigation: text and address. What is not planned is left out.
NAVIGATION = (
    NavigationItem(HOME, ""),
    *(NavigationItem(stage.label, f"{stage.value}/") for stage in Stage),
    NavigationItem("统计与年报", "statistics/"),
    NavigationItem("完整性", "completeness/"),
    NavigationItem("检索", SEARCH),
    NavigationItem("监督与救济", SUPERVISION),
)
_PAGE_TITLE = re.compile(r"(?:title|标题)\s*[:：]\s*(.+)", re.IGNORECASE)


class Article(NamedTuple):
    """What the page tags tell of a single record: its name, the day on which it became public, whose it is."""

    name: str
    day: Day
    source: str


def site_frame(site: Site, planned: Collection[str]) -> SiteFrame:
    """What every page shares, as far as the ``planned`` files hold it. Addresses in it are relative to the site's root."""
    settings = site.settings
    pages = [NavigationItem(page_title(page.body, page.stem), f"pages/{page.stem}/") for page in site.register.pages]
    if file_of(SITE_MAP) in planned:
        pages.append(NavigationItem("站点地图", SITE_MAP))
    external = [Link(link.text, link.address) if link else None for link in (settings.service_site, settings.portal)]
    return SiteFrame(
        name=settings.site_name,
        owner=settings.owner,
        address=settings.site_address,
        navigation=tuple(item for item in NAVIGATION if file_of(item.address) in planned),
        pages=tuple(pages),
        footer=tuple(_imprint(label, text) for label, text in settings.footer),
        service_site=external[0],
        portal=external[1],
        stylesheet=asset_path(site, "style.css"),
        script=asset_path(site, "site.js"),
        feeds=FEEDS if settings.site_address and has_events(site) else (),
        tags=site_tags(settings),
        search=SEARCH if file_of(SEARCH) in planned else "",
    )


def asset_path(site: Site, name: str) -> str:
    """Where a file of the theme lies on the site; empty if the theme has none of that name."""
    return next((asset.path for asset in site.assets if asset.name == name), "")


def _imprint(label: str, text: str) -> Pair:
    if text.startswith(("https://", "http://")):
        return Pair("", Link(label, text))
    return Pair(label, Text(text))


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
    column: tuple[str, str] = ("", ""),
    article: Article | None = None,
) -> Frame:
    """The frame of the page at ``address``; ``way`` are (text, address) of the pages between home and this one.

    For the page tags: ``column`` is (name, description) of the list that the page is, or that its ``article`` belongs to.
    """
    path = file_of(address)
    root = root_of(path)
    own = site.settings
    base = own.site_address
    name, description = column
    tags = column_tags(own.site_name, own.owner, name or title or own.site_name, description, address.partition("/")[0])
    return Frame(
        path=path,
        root=root,
        title=f"{title} - {own.site_name}" if title else own.site_name,
        section=section,
        crumbs=tuple(Crumb(text, to_page(root, to)) for text, to in ((HOME, ""), *way)) if address else (),
        canonical=f"{base}{address}" if base and indexed else "",
        indexed=indexed,
        sample=sample,
        searched=searched,
        tags=tags + article_tags(*article) if article is not None else tags,
    )


def column_of(kind: type[Record]) -> tuple[str, str]:
    """Name and description of a kind's list, for the page tags."""
    return kind.KIND.title, kind.KIND.summary


def way_to_kind(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """The way to a kind's list: its section, then the list."""
    stage = kind.KIND.stage
    above = ((stage.label, f"{stage.value}/"),) if stage is not None else ()
    return (*above, (kind.KIND.title, f"{kind.KIND.folder}/"))


def section_of(kind: type[Record]) -> str:
    """The address of the main section that a kind belongs to."""
    return f"{kind.KIND.stage.value}/" if kind.KIND.stage is not None else ""
