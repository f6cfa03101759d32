"""The ways to records that go by what they speak of: provision, conduct, party. Their names and addresses; the pages are surfaces."""

from __future__ import annotations

from generator.model.record import Stage
from generator.render.addresses import to_page
from generator.render.frames import frame
from generator.render.inline import Link
from generator.render.site import Site
from generator.render.view_types import Frame, KindEntry, ListPage, Table

ARTICLES = "topics/articles/"
CONDUCT = "topics/conduct/"
PARTIES = "topics/parties/"

#: Address → title and summary.
TOPICS = {
    CONDUCT: ("按违法行为查找", "每种统计违法行为查处了多少件，依据哪些条款，适用哪些裁量基准。"),
    ARTICLES: ("按法律条款查找", "每一条法律规定被哪些决定和清单引用，分年度列出件数。"),
    PARTIES: ("按当事人查找", "有两件以上公开记录的法人、其他组织和个体工商户。"),
}
_SECTION = f"{Stage.AFTER.value}/"
_WAY = (Stage.AFTER.label, _SECTION)


def topic_entries(root: str) -> tuple[KindEntry, ...]:
    """The topics as a section lists them."""
    return tuple(
        KindEntry(Link(title, to_page(root, address)), summary) for address, (title, summary) in TOPICS.items()
    )


def topic_frame(site: Site, address: str, title: str, topic: str = "", *, indexed: bool = True, sample: bool = False) -> Frame:
    """The frame of a topic's own page, or of a page below it."""
    way = (_WAY, (TOPICS[topic][0], topic)) if topic else (_WAY,)
    return frame(site, address, title, _SECTION, way, indexed=indexed, sample=sample)


def topic_page(site: Site, topic: str, table: Table | None, empty: str, *, indexed: bool = True) -> ListPage:
    """The page that lists what a topic distinguishes."""
    title, summary = TOPICS[topic]
    return ListPage(topic_frame(site, topic, title, indexed=indexed), title, summary, table, empty)
