"""What the column's owner sets once: names, address, main body. Read from the Pelican settings file, handed to every layer."""

from __future__ import annotations

from dataclasses import dataclass, field

#: What an 索引号 may be made of. Without the last two it could be given twice.
INDEX_PARTS = ("信用代码", "年份", "类别", "编号")


@dataclass(frozen=True, slots=True)
class Link:
    """A link outside the column: its text and its absolute address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The ``DISCLOSURE_*`` settings. Empty text means unknown; pages then print 未标注 or leave the item out."""

    site_name: str = "行政执法公示专栏"
    owner: str = ""
    """The bureau's full name."""
    main_body: str = ""
    """Id of the body whose records carry no prefix in their file names, ``bodies/hejin-tjj``."""
    site_address: str = ""
    """Absolute address with sub-path and closing slash, or empty for a preview."""
    feed_authority: str = ""
    """Owner and day of the names in feeds (RFC 4151), ``tjj.example.gov.cn,2020``; empty: the host of the address."""
    include_samples: bool = True
    """False in ``publishconf.py``: samples are left out and counted."""
    service_site: Link | None = None
    """The 政务服务网 that the plan demands a link to."""
    portal: Link | None = None
    footer: tuple[tuple[str, str], ...] = field(default=())
    """Label and text of the footer's items (主办单位, 网站标识码 …); a text that is an address becomes a link."""
    website_name: str = ""
    """Official name of the government site that the column is part of, for the page tags; empty: the column's own name."""
    website_domain: str = ""
    """That site's domain, ``www.hejin.gov.cn``."""
    website_code: str = ""
    """That site's 网站标识码: ten digits, or ``bm`` and eight."""
    index_number: str = "{信用代码}/{类别}/{编号}"
    """How a document's 索引号 is made; the words in braces are those of :data:`INDEX_PARTS`."""
    portal_terms: str = "plan"
    """Which 方案 of ``reference/terms.yaml`` decides how long the column itself shows a record."""
    credit_terms: str = "cr36"
    """Which 方案 decides the term of credit disclosure: ``cr36`` or ``nbs49``."""
    page_size: int = 50
    """Rows of a list page."""
