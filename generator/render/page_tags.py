"""The tags that a government site puts into the head of each page: SiteName, ColumnName, ArticleTitle and the others.

Names and groups are those of the 政府网站 conventions (DOMAIN §4.1), case-sensitive. What is unknown has no tag; nothing is guessed.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.model.settings import Settings
from generator.render.inline import Day

_DEFAULT = "信息公开目录"
#: The top folder of an address → ColumnType, a word of the official list.
_TYPES = {
    "": "首页",
    "bodies": "机构职能", "rosters": "机构职能", "officers": "机构职能",
    "policies": "政策文件", "laws": "政策文件", "discretion": "政策文件",
    "guides": "办事服务", "flowcharts": "办事服务",
    "annual-reports": "信息公开年报", "pages": "信息公开指南", "data": "数据开放", "statistics": "数据发布",
    "complaints": "咨询投诉", "supervision": "咨询投诉",
}  # fmt: skip


def site_tags(settings: Settings) -> Markup:
    """网站标签: the same on every page."""
    return _tags(
        SiteName=settings.website_name or settings.site_name,
        SiteDomain=settings.website_domain,
        SiteIDCode=settings.website_code,
    )


@lru_cache(maxsize=512)
def column_tags(site_name: str, owner: str, name: str, description: str, folder: str) -> Markup:
    """栏目标签 of the section, list or page whose address begins with ``folder``."""
    keywords = ",".join(dict.fromkeys(word for word in (name, site_name, owner) if word))
    return _tags(
        ColumnName=name, ColumnDescription=description or name, ColumnKeywords=keywords, ColumnType=_TYPES.get(folder, _DEFAULT)
    )


def article_tags(title: str, day: Day, source: str) -> Markup:
    """内容页标签. The hour of publication is recorded nowhere: PubDate tells the day, and midnight as its format wants an hour."""
    return _tags(ArticleTitle=title, PubDate=f"{day.iso} 00:00", ContentSource=source)


def _tags(**told: str) -> Markup:
    lines = [f'<meta name="{name}" content="{escape(content)}">\n' for name, content in told.items() if content]
    return Markup("".join(lines))  # noqa: S704 - escaped above
