"""The ways to records that go by what they have in common: provision, conduct, party, penalty, standing, body.

Their names and addresses; the pages are surfaces.
"""

from __future__ import annotations

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.record import Lifecycle, Record, Stage
from generator.render.addresses import to_page
from generator.render.frames import frame
from generator.render.inline import Link
from generator.render.leaves import leaf_address
from generator.render.site import Site
from generator.render.view_types import Frame, KindEntry, ListPage, Table

ARTICLES = "topics/articles/"
CONDUCT = "topics/conduct/"
PARTIES = "topics/parties/"
SANCTIONS = "topics/sanctions/"
STANDINGS = "topics/standings/"
AGENCIES = "topics/agencies/"

#: Address → title and summary.
TOPICS = {
    CONDUCT: ("按违法行为查找", "每种统计违法行为查处了多少件，依据哪些条款，适用哪些裁量基准。"),
    ARTICLES: ("按法律条款查找", "每一条法律规定被哪些决定和清单引用，分年度列出件数。"),
    PARTIES: ("按当事人查找", "有两件以上公开记录的法人、其他组织和个体工商户。"),
    SANCTIONS: ("按处罚种类查找", "警告、罚款等各种处罚的决定，分年度列出。"),
    STANDINGS: ("按状态查找", "已经更正、撤下和公示期满的决定和结果。"),
    AGENCIES: ("按机关查找", "每个机关作出的决定和结果，分年度列出。"),
}
_SECTION = f"{Stage.AFTER.value}/"
_WAY = (Stage.AFTER.label, _SECTION)


def topic_entries(root: str) -> tuple[KindEntry, ...]:
    """The topics as a section lists them."""
    return tuple(
        KindEntry(Link(title, to_page(root, address)), summary) for address, (title, summary) in TOPICS.items()
    )


def topics_of(kind: type[Record], root: str) -> tuple[Link, ...]:
    """The topics that sort the records of a kind: all of them penalties, the general ones every decision and result."""
    if kind.KIND.stage is not Stage.AFTER or kind.KIND.lifecycle is not Lifecycle.DOCUMENT:
        return ()
    names = TOPICS if issubclass(kind, PenaltyDecision) else (STANDINGS, AGENCIES)
    return tuple(Link(TOPICS[address][0], to_page(root, address)) for address in names)


def topic_frame(site: Site, address: str, title: str, topic: str = "", *, indexed: bool = True, sample: bool = False) -> Frame:
    """The frame of a topic's own page, or of a page below it."""
    way = (_WAY, (TOPICS[topic][0], topic)) if topic else (_WAY,)
    return frame(site, address, title, _SECTION, way, indexed=indexed, sample=sample)


def topic_page(site: Site, topic: str, table: Table | None, empty: str, *, indexed: bool = True, leaf: int = 1) -> ListPage:
    """The page that lists what a topic distinguishes, or a further page of it."""
    title, summary = TOPICS[topic]
    title += f"（第 {leaf} 页）" if leaf > 1 else ""
    return ListPage(topic_frame(site, leaf_address(topic, leaf), title, indexed=indexed), title, summary, table, empty)
