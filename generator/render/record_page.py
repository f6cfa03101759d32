"""The page of one record, whatever its kind and standing: marks, boxes, summary, parts, full text, history.

It arranges what views.py allows; the wording of values is that of values.py.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from typing import Any, NamedTuple

from generator.model.declaration import Group, Privacy
from generator.model.kinds import folders
from generator.model.kinds.corrections import Correction
from generator.model.parts import Citation
from generator.model.record import Act, Document, Edition, Record
from generator.model.references import parse_target
from generator.model.scalars import parse_text
from generator.model.standing import Standing
from generator.render import wording
from generator.render.addresses import DATA, address_of, data_of, to_file, to_page
from generator.render.changes import changes_table
from generator.render.first_day import first_day
from generator.render.frames import Article, column_of, frame, section_of, way_to_kind
from generator.render.identity import identity_section, publisher
from generator.render.inline import Items, Link, Pair, Text, Value
from generator.render.leaves import leaf_address, leaf_links, spans
from generator.render.legal import Cited, legal_section
from generator.render.markup import render_body
from generator.render.names import body_name, heading_of, name_of
from generator.render.notices import history_of, marks_of, notices_of
from generator.render.pace import pace_section
from generator.render.parts import part
from generator.render.qr import qr_svg
from generator.render.related import related_section
from generator.render.remedies import remedies_section
from generator.render.site import Site, public_order
from generator.render.special import is_silent, is_special, special_sections
from generator.render.tables import form_table, is_form
from generator.render.values import Desk, Field, Print, fields, is_told, visible
from generator.render.view_types import Body, Mark, Notice, RecordPage, Section
from generator.render.views import Showing, showing_of, shown, slot_named

#: Fields that are shown as marks, as a table of their own, or by the files themselves.
_APART = frozenset({"sample", "changes", "attachments"})
#: Sections whose rows are parted: of a list, and of a law.
_PARTED = frozenset({"rows", "articles", "renumbered", "ranges"})
_BODY_TITLES = {"全文": "决定书全文", "摘要": "决定书摘要"}


def record_page(
    record: Record, site: Site, *, address: str = "", in_force: bool = True, way: tuple[tuple[str, str], ...] = (), leaf: int = 1
) -> RecordPage:
    """The page of a record at its address, or at another one (a list's page shows the edition in force).

    Of a list in several pages that with the number ``leaf``: the first tells everything, the others nothing but their rows.
    """
    address = address or address_of(record)
    # The edition in force stands on its list's page too, and is found there.
    is_double = isinstance(record, Edition) and in_force and address == address_of(record)
    name = name_of(record, site)
    standing = site.state(record).standing
    told = name if standing in (Standing.CURRENT, Standing.PENDING) else f"〔{standing.label}〕{name}"
    told += f"（第 {leaf} 页）" if leaf > 1 else ""
    way = (*way, (name, address)) if leaf > 1 else way
    outer = frame(
        site, leaf_address(address, leaf), f"{told} - {record.KIND.title}", section_of(type(record)),
        (*way_to_kind(type(record)), *way), indexed=site.is_indexed(record), sample=record.is_sample,
        searched=not site.is_tombstone(record) and not is_double,
        column=column_of(type(record)), article=Article(name, wording.day(public_order(record)[0]), publisher(record, site)),
    )
    showing = showing_of(record, in_force=in_force)
    sight = site.sight(record, showing)
    owner = record if showing is Showing.PAGE else None
    leaves = spans(record, site) if isinstance(record, Edition) else ((0, None),)
    desk = Desk(site, outer.root, record.own_day, sight, owner, leaves[leaf - 1])  # type: ignore[attr-defined]
    summary, facts, parts = _sort(record, desk)
    notices = notices_of(record, site, outer.root, in_force=in_force)
    pages = leaf_links(address, len(leaves), leaf, outer.root)
    if leaf > 1:
        marks = marks_of(record, site, in_force=in_force)
        rows = tuple(section for section in parts if section.anchor in _PARTED)
        return RecordPage(outer, record.KIND.title, Text(f"{name}（第 {leaf} 页）"), marks, notices, (), rows, pages=pages)
    facts_section = [Section("facts", "基本事项", pairs=tuple(facts))] if facts else []
    # Who has a minute wants to know until when and to whom one can object; the facts can wait.
    own = (pace_section(desk), remedies_section(desk), *facts_section, *parts)
    if isinstance(record, Edition):
        # Who opens a list wants its rows; when it was adjusted, and whether in time, can wait.
        own = (*own[2:], *own[:2])
    return RecordPage(
        frame=outer,
        eyebrow=record.KIND.title,
        title=heading_of(record, site),
        marks=_marks(notices, marks_of(record, site, in_force=in_force)),
        notices=notices,
        summary=tuple(summary),
        sections=tuple([section for section in own if section is not None]),
        body=_body(record, desk),
        related=related_section(desk),
        history=history_of(record, site, outer.root),
        data=Link(DATA, to_file(outer.root, data_of(record))),
        particulars=identity_section(record, site),
        pages=pages,
        # Only what search engines may list has a canonical address: a tombstone has none.
        qr=qr_svg(outer.canonical, "本页网址的二维码") if outer.canonical and isinstance(record, Document) else None,
    )


def _marks(notices: tuple[Notice, ...], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks beside the title: not the one word that the box above it is made of."""
    told = notices[0].title if notices else None
    return tuple(mark for mark in marks if told != Text(mark.word))


def _sort(record: Record, desk: Desk) -> tuple[list[Pair], list[Pair], list[Section]]:
    """Part the visible fields into summary, facts, and parts with a title of their own."""
    summary: list[Pair] = []
    facts: list[Pair] = []
    parts: list[Section] = []
    cited: list[Cited] = []
    for field, place, name, label, show in _layout(type(record), desk.sight.classes):
        raw = getattr(record, name)
        if not raw and not is_told(record, field, raw):
            if place is Place.WANTED or _is_needed(field, record):
                facts.append(Pair(label, wording.UNMARKED))
        elif place is Place.LAW:
            cited.append(Cited(label, raw))
        elif place is Place.SPECIAL:
            parts += special_sections(record, field, raw, desk)
        elif place is Place.PART or show is None:
            parts.append(_part(record, field, raw, desk))
        else:
            is_gone = name == "reason" and isinstance(record, Act) and not desk.site.tells_reason(record)
            told = Pair(label, wording.GONE if is_gone else show(raw, desk))
            if place is Place.SUMMARY:
                summary.append(told)
                if name == "published_on" and isinstance(record, Document):
                    summary.append(first_day(record, desk.site))
                continue
            if place is Place.BOTH:
                summary.append(Pair(label, _named(field, raw, desk) or told.value))
            facts.append(told)
    law = [legal_section(cited, desk)] if cited else []
    return summary, facts, law + parts + _apart(record, desk)


class Place(Enum):
    """Where a plain field stands on its record's page."""

    SUMMARY = 1
    BOTH = 2
    """A group that is told by one field in the summary and in full among the facts: the party."""
    FACTS = 3
    WANTED = 4
    """Among the facts, and if it is missing that is said."""
    PART = 5
    """A part of its own: rows, a form of figures."""
    SPECIAL = 6
    """As the kind's own module prints it."""
    LAW = 7
    """In the table of provisions: what a document cites."""


class Placed(NamedTuple):
    """A visible field of a kind and its place, with what of the field is asked for every record."""

    field: Field
    place: Place
    name: str
    label: str
    show: Print | None


@cache
def _layout(kind: type[Record], classes: frozenset[Privacy]) -> tuple[Placed, ...]:
    """The visible fields of a kind, each with its place."""
    return tuple(
        Placed(field, _place(field, kind), field.name, field.declaration.label, field.show)
        for field in fields(kind, Privacy.IDENTITY, classes) if field.name not in _APART
    )


def _place(field: Field, kind: type[Record]) -> Place:
    if is_special(kind, field.name):
        return Place.SPECIAL
    if field.slot.group is Citation and field.slot.many and issubclass(kind, Document):
        return Place.LAW
    if field.show is None or _is_form(field):
        return Place.PART
    if field.declaration.column or (field.declaration.privacy is Privacy.IDENTITY and not _is_prose(field)):
        return Place.SUMMARY if field.slot.group is None else Place.BOTH
    is_sheet = issubclass(kind, Edition) and "rows" not in kind.__annotations__
    own = is_sheet and field.name in kind.__annotations__ and field.slot.scalar is not None and not field.slot.many
    return Place.WANTED if own and not is_silent(kind, field.name) else Place.FACTS


def _is_form(field: Field) -> bool:
    return field.slot.group is not None and not field.slot.many and is_form(field.slot.group)


def _part(record: Record, field: Field, raw: Any, desk: Desk) -> Section:
    if _is_form(field):
        title = field.declaration.description
        return Section(field.name, title, table=form_table(title, raw, field.privacy, body_name(record, desk.site), desk))
    if field.name != "rows":
        return part(field, raw, field.declaration.label, desk)
    start, end = desk.span
    return part(field, raw[start:end] if end else raw, record.KIND.title, desk)


def _is_prose(field: Field) -> bool:
    return field.slot.scalar is not None and field.slot.scalar.parse is parse_text


def _is_needed(field: Field, record: Record) -> bool:
    """Whether the public may expect a value here: its absence is then said, not passed over."""
    needed = field.declaration.needed_when
    return needed is not None and getattr(record, needed[0]) in needed[1]


def _named(field: Field, raw: Group, desk: Desk) -> Value | None:
    """A group in the summary is told by its column field: the party by its name."""
    for inner, value in visible(raw, desk.sight, field.privacy):
        if inner.declaration.column and inner.show is not None:
            return inner.show(value, desk)
    return None


def _apart(record: Record, desk: Desk) -> list[Section]:
    parts: list[Section] = []
    if isinstance(record, Correction):
        table = changes_table(record, desk.site, desk.root)
        if table is not None:
            parts.append(Section("changes", table.caption, table=table))
    files = record.attachments if slot_named(type(record), "attachments") else ()  # type: ignore[attr-defined]
    if files and not shown(record, desk.site.state(record), Showing.FILES).is_nothing:
        links = tuple(Link(file.title, to_file(desk.root, f"attachments/{record.id}/{file.file}")) for file in files)
        parts.append(Section("attachments", "附件", value=Items(links, inline=False)))
    return parts


def _body(record: Record, desk: Desk) -> Body | None:
    if not record.body.strip() or not desk.sight.body:
        return None
    openness = record.openness if slot_named(type(record), "openness") else ""  # type: ignore[attr-defined]
    return Body(_BODY_TITLES.get(openness, "说明"), render_body(record.body, body_links(desk.site, desk.root)))


def body_links(site: Site, root: str) -> Callable[[str], str | None]:
    """Turns the id of a shown record into a link from a page; everything else stays unlinked."""
    return partial(_body_link, site, root)


def page_links(site: Site, root: str) -> Callable[[str], str | None]:
    """The same for native pages, whose other relative links are Pelican's affair and stay as they are."""
    return partial(_page_link, site, root)


def _page_link(site: Site, root: str, href: str) -> str | None:
    target = parse_target(href)
    return _body_link(site, root, href) if target is not None and target.id.split("/")[0] in folders() else href


def _body_link(site: Site, root: str, href: str) -> str | None:
    target = parse_target(href)
    found = site.find(target) if target is not None else None
    if found is None or target is None:
        return None
    return to_page(root, address_of(found) if target.edition or found.ref == found.id else f"{found.id}/")

