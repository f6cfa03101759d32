"""Prepares a Jinja environment for the theme. The environment itself is made by Pelican, or by a test with the same options.

Expected options: ``autoescape=True``, ``undefined=StrictUndefined``, a loader for ``theme/templates``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.model.checked import CheckedRegister
from generator.model.site import SitePlan
from generator.render.addresses import INDEX, root_of, to_page
from generator.render.blocks import marks_html, pairs_html, table_html
from generator.render.frames import HOME, site_frame
from generator.render.page_tags import column_tags
from generator.render.sections import (
    editions_html,
    history_html,
    news_html,
    notice_html,
    pages_html,
    section_html,
    sections_html,
)
from generator.render.site import site_of
from generator.render.view_types import Crumb, Frame, SiteFrame

#: What prints a part of a page, by the name that templates call it.
_PARTS = {
    "pairs": pairs_html, "marks": marks_html, "table": table_html, "section": section_html, "sections": sections_html,
    "pages": pages_html,
    "notice": notice_html, "history": history_html, "editions": editions_html, "news": news_html,
}  # fmt: skip


def configure(env: Environment) -> None:
    """Add what the templates use: ``page_frame(column, path, title)`` for native pages, and the name of the file in a folder."""
    env.trim_blocks = True
    env.lstrip_blocks = True
    # A run has one theme; asking the disk for changes three times a page costs more than printing the page's head.
    env.auto_reload = False
    env.globals["page_frame"] = page_frame
    env.globals["header"] = _once(env, "parts/header.html")
    env.globals["footer"] = _once(env, "parts/footer.html")
    env.globals["page_file"] = INDEX
    env.globals |= _PARTS


def _once(env: Environment, name: str) -> Callable[[SiteFrame, str, str | None], Markup]:
    """A part of a page by site, way to the root and section: the same for thousands of pages, so printed once."""

    @lru_cache(maxsize=256)
    def part(column: SiteFrame, root: str, section: str | None) -> Markup:
        template = env.get_template(name)
        return Markup(template.render(column=column, root=root, section=section))  # noqa: S704 - escaped by the template

    return part


def page_frame(column: SiteFrame, path: str, title: str) -> Frame:
    """The frame of a native Pelican page that is written to ``path``."""
    root = root_of(path)
    address = path.removesuffix(INDEX)
    return Frame(
        path=path,
        root=root,
        title=f"{title} - {column.name}",
        section=None,
        crumbs=(Crumb(HOME, to_page(root, "")),),
        canonical=f"{column.address}{address}" if column.address else "",
        searched=True,
        tags=column_tags(column.name, column.owner, title, "", address.partition("/")[0]),
    )


def site_globals(checked: CheckedRegister, plan: SitePlan) -> dict[str, Any]:
    """What every template is given beside its view, native Pelican pages included: ``column``, the site's frame.

    Every asset that it names must be planned; a theme that lost its style sheet is found here.
    """
    column = site_frame(site_of(checked), plan.paths)
    if column.stylesheet not in plan.paths:
        raise ValueError("the theme has no static/style.css")
    return {"column": column}
