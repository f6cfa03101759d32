"""The history of each list with several editions: what every edition changed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from generator.model.record import Edition
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import address_of, file_of, to_page
from generator.render.edition_changes import changes_section
from generator.render.frames import frame, section_of, way_to_kind
from generator.render.inline import Link, Pair, Phrase, Span, Text, Value
from generator.render.names import edition_name, heading_of, name_of
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.values import Desk, visible
from generator.render.view_types import RecordPage, Section
from generator.render.views import Showing, shown

#: What every edition says of itself, told beside its changes.
_TOLD = ("changed_on", "change_basis", "reason", "filing")

#: What the changes of all editions may weigh in bytes before they are told without their values: a page stays below 150 KB.
_HEAVY = 90_000

_ON_A_DAY = Section("on-a-day", "查某一天的内容", value=Text("找有效期间包含那一天的一版，打开它的“全文”。"))


def history_address(list_id: str) -> str:
    """The page of a list's history."""
    return f"{list_id}/history/"


def has_history(list_id: str, site: Site) -> bool:
    """Whether there is anything to compare."""
    return len(site.shown_editions(list_id)) > 1


def plan(site: Site) -> Iterator[Artefact]:
    """A page for every list with more than one edition."""
    for editions in site.lists.values():
        for current in editions:
            if has_history(current.id, site):
                shown_editions = site.shown_editions(current.id)
                yield Artefact(file_of(history_address(current.id)), "history", (current.id,), refs(shown_editions))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    list_id = artefact.subject[0]
    editions = site.shown_editions(list_id)
    kind, name = type(editions[0]), name_of(editions[0], site)
    title = f"{name}：各版的变化"
    outer = frame(
        site, history_address(list_id), f"{title} - {kind.KIND.title}", section_of(kind),
        (*way_to_kind(kind), (name, f"{list_id}/")), sample=editions[0].is_sample,
    )
    before = [older for _, older in pairwise(editions)]
    sections = []
    weight = 0
    for newer, edition, older in zip([None, *editions[:-1]], editions, [*before, None], strict=True):
        section = _section(edition, older, newer, site, outer.root)
        own = _weight(section)
        if weight + own > _HEAVY:
            section = _section(edition, older, newer, site, outer.root, brief=True)
            own = _weight(section)
        weight += own
        sections.append(section)
    view = RecordPage(outer, kind.KIND.title, _heading(editions[0], site), (), (), (), (*sections, _ON_A_DAY))
    return press.page(view, "record.html")


def _heading(edition: Edition, site: Site) -> Phrase:
    """示例县统计局 | 执法事项清单： | 各版的变化; it breaks between these parts, and never before the colon."""
    named = heading_of(edition, site)
    *parts, last = named.values if isinstance(named, Phrase) else (named,)
    assert isinstance(last, Text), "a name is words"
    return Phrase((*parts, Text(f"{last.text}：", nowrap=True), Text("各版的变化", nowrap=True)))


def _weight(section: Section) -> int:
    """Bytes of what changed."""
    rows = section.table.rows if section.table is not None else ()
    values = (*(cell for row in rows for cell in row.cells), *(pair.value for pair in section.pairs))
    return sum(len(value.__html__().encode()) for value in values)


def _section(
    edition: Edition, before: Edition | None, after: Edition | None, site: Site, root: str, *, brief: bool = False
) -> Section:
    sight = shown(edition, site.state(edition), Showing.PAST)
    desk = Desk(site, root, edition.own_day, sight)
    told = [
        Pair(field.declaration.label, field.show(raw, desk))
        for field, raw in visible(edition, sight) if field.name in _TOLD and field.show is not None
    ]
    told.insert(0, Pair("有效期间", _period(edition, after)))
    told.append(Pair("全文", Link(edition_name(edition), to_page(root, address_of(edition)))))
    changes = changes_section(before, edition, site, root, brief=brief) if before is not None else Section("", "")
    note = site.state(edition).standing.label if site.is_withdrawn(edition) else ""
    title = f"{edition_name(edition)}（{note}）" if note else edition_name(edition)
    return changes._replace(anchor=f"v{edition.origin.stem}", title=title, pairs=(*told, *changes.pairs))


def _period(edition: Edition, after: Edition | None) -> Value:
    """The days on which an edition was the one in force, both included."""
    last = after.effective_on - timedelta(days=1) if after is not None else getattr(edition, "repealed_on", None)
    start = wording.day(edition.effective_on)
    return Span(start, wording.day(last)) if last is not None else Phrase((start, Text("起")))
