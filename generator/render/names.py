"""What records are called, and links to them that say so: 示统罚决字〔2020〕1号, 更正：…, 执法人员清单（示例县统计局）.

A name uses only fields of class ``IDENTITY``, so that it holds in every standing.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from generator.model.declaration import Privacy, Slot, slots
from generator.model.record import Act, Edition, Lifecycle, Record
from generator.model.references import Certificate, Target
from generator.model.scalars import parse_day, parse_decision_number
from generator.render import wording
from generator.render.addresses import address_of, conduct_address, officer_address, row_anchor, to_page
from generator.render.inline import Link, Phrase, Text
from generator.render.leaves import row_address
from generator.render.site import Holder, Site
from generator.render.views import (
    Showing,
    may_be_named,
    narrower,
    rows_are_listed,
    showing_of,
    shown,
    slot_named,
)

#: Stands for a reference to something that the public cannot see.
HIDDEN = Text("（未公开的记录）")


@cache
def naming_slot(kind: type[Record]) -> Slot | None:
    """The field that names a record of this kind: the declared caption, else the body that a list belongs to."""
    own = slots(kind)
    if kind.KIND.caption:
        return next(slot for slot in own if slot.name == kind.KIND.caption)
    if kind.KIND.lifecycle is Lifecycle.ACT:
        return next(slot for slot in own if slot.name == "target")
    return _body_slot(kind)


def _names_body(slot: Slot) -> bool:
    return (
        slot.declaration.privacy is Privacy.IDENTITY
        and slot.scalar is not None
        and slot.scalar.targets == ("bodies",)
    )


def edition_name(edition: Edition) -> str:
    """第 2 版; of a law, whose versions are called by their year, 2024年版."""
    return f"第 {edition.number} 版" if isinstance(edition.number, int) else f"{edition.number}年版"


def naming_body(record: Record) -> str | None:
    """The id of the body whose record it is."""
    slot = _body_slot(type(record))
    return getattr(record, slot.name).id if slot is not None else None


def body_name(record: Record, site: Site) -> Text:
    """The name of the body whose record it is, as it was called on the record's own day."""
    body = naming_body(record)
    found = site.register.resolve(Target(body), record.own_day) if body is not None else None  # type: ignore[attr-defined]
    return Text(name_of(found, site) if isinstance(found, Record) and site.is_shown(found) else "")


@cache
def _body_slot(kind: type[Record]) -> Slot | None:
    return next((slot for slot in slots(kind) if _names_body(slot)), None)


@cache
def _day_slot(kind: type[Record]) -> Slot | None:
    """The day that tells documents apart which have no name of their own: of the draw, of the decision, of the registration."""
    if kind.KIND.lifecycle is not Lifecycle.DOCUMENT or kind.KIND.caption:
        return None
    days = (slot for slot in slots(kind) if slot.scalar is not None and slot.scalar.parse is parse_day)
    return next(slot for slot in days if slot.declaration.privacy is Privacy.IDENTITY)


def is_number(kind: type[Record]) -> bool:
    """Whether records of this kind are named by a document number, which stays on one line."""
    slot = naming_slot(kind)
    return slot is not None and slot.scalar is not None and slot.scalar.parse is parse_decision_number


def name_of(record: Record, site: Site) -> str:
    """The record's name in the public's words."""
    slot = naming_slot(type(record))
    if isinstance(record, Act):
        return _name_of_act(record, site)
    if slot is None:
        return f"{record.KIND.title} {record.id.rpartition('/')[2]}"
    value = getattr(record, slot.name)
    if not isinstance(value, Target):
        return str(value)
    return "".join(_name_with_body(record, value, site))


def _name_with_body(record: Record, value: Target, site: Site) -> tuple[str, ...]:
    """Whose, what, and of which day: 示例县统计局, 双随机抽取, （2026年5月27日）."""
    body = site.find(value) or site.register.resolve(value, record.own_day)  # type: ignore[attr-defined]
    holder = name_of(body, site) if isinstance(body, Record) else str(value)
    day = _day_slot(type(record))
    told = (f"（{wording.day(getattr(record, day.name)).text}）",) if day is not None else ()
    return (holder, record.KIND.title, *told)


def _told_target(act: Act, site: Site) -> Record | None:
    """What an act's name says it is about. Acts may name each other, and a name must come to an end: at the third act."""
    target = site.target_of(act)
    return None if isinstance(target, Act) and isinstance(site.target_of(target), Act) else target


def _name_of_act(act: Act, site: Site) -> str:
    """What it did, and to what."""
    target = _told_target(act, site)
    return f"{act.KIND.title} {act.id.rpartition('/')[2]}" if target is None else f"{act.KIND.title}：{name_of(target, site)}"


def heading_of(record: Record, site: Site) -> Text | Phrase:
    """The record's name as a title, whose parts keep together: a document number; whose list it is, and which."""
    if isinstance(record, Act):
        target = _told_target(record, site)
        if target is None:
            return Text(name_of(record, site))
        inner = heading_of(target, site)
        return Phrase((Text(f"{record.KIND.title}："), *(inner.values if isinstance(inner, Phrase) else (inner,))))
    slot = naming_slot(type(record))
    value = getattr(record, slot.name) if slot is not None else None
    if isinstance(value, Target):
        return Phrase(tuple(Text(part, nowrap=True) for part in _name_with_body(record, value, site)))
    return Text(name_of(record, site), nowrap=is_number(type(record)))


def link_to(record: Record, site: Site, root: str, *, own_page: bool = False) -> Link:
    """A link to a record that is shown. An edition is linked as its list, unless ``own_page`` is asked for."""
    as_list = isinstance(record, Edition) and not own_page
    address = f"{record.id}/" if as_list else address_of(record)
    note = site.state(record).standing.label if site.is_tombstone(record) else ""
    return Link(name_of(record, site), to_page(root, address), note, nowrap=is_number(type(record)))


def reference(target: Target, site: Site, root: str, day: date, by: Privacy = Privacy.PUBLIC) -> Link | Text:
    """What a reference in a field of class ``by`` is printed as, read on the referrer's own day.

    A link, a code's words, or that the public cannot see it. Of a list the day chooses the edition and nothing else: thousands of
    records name the same few.
    """
    edition = site.register.edition_on(target.id, day)
    if edition is None and target.row is None:
        return _reference(target, site, root, day, by)
    key = (target.id, target.edition, target.row, edition.ref if edition is not None else "", root, by)
    known = site.references.get(key)
    if known is None:
        known = site.references[key] = _reference(target, site, root, day, by)
    return known  # type: ignore[no-any-return]


def _reference(target: Target, site: Site, root: str, day: date, by: Privacy) -> Link | Text:
    if target.row is not None:
        return _row_reference(target, site, root, day)
    holder = site.find(target)
    if holder is None:
        return HIDDEN
    state = site.state(holder)
    if not may_be_named(holder, state, by):
        return Text(f"（{state.standing.label}的记录）")
    link = link_to(holder, site, root, own_page=target.edition is not None)
    then = site.register.resolve(target, day)
    return link._replace(text=name_of(then, site)) if isinstance(then, Edition) else link


def _row_reference(target: Target, site: Site, root: str, day: date) -> Link | Text:
    row = site.register.resolve(target, day)
    if site.is_policy(target.id):
        return _code(target, row, site, root)
    edition = site.register.edition_on(target.id, day)
    if edition is None or row is None or not site.is_shown(edition):
        return HIDDEN
    in_force = edition is site.edition_in_force(edition.id)
    sight = shown(edition, site.state(edition), showing_of(edition, in_force=in_force))
    slot = slot_named(type(row), "name")
    named = slot is not None and sight.allows(narrower(Privacy.PUBLIC, slot.declaration.privacy))
    address = row_address(edition, f"{edition.id}/" if in_force else address_of(edition), target.row or "", site)
    anchor = row_anchor(target.row or "") if rows_are_listed(type(row), sight) else ""
    text = row.name if named else f"{edition.KIND.title} {target.row}"  # type: ignore[union-attr]
    return Link(str(text), to_page(root, address, anchor))


def _code(target: Target, row: object, site: Site, root: str) -> Link | Text:
    """A code in words, linked if a page tells more of it."""
    words = str(getattr(row, "name", target.row))
    if row is None or site.conduct.get(target.row or "") is not row:
        return Text(words)
    return Link(words, to_page(root, conduct_address(target.row or "")))


def officer(number: Certificate, site: Site, root: str, day: date) -> Link | Text:
    """An officer by name and certificate number, as the roster of that day has them.

    Where the roster may not be shown, and where the number is on none, the number alone.
    """
    held = site.officer(number.number, day)
    key = (number.number, held.roster.ref if held is not None else "", root)
    known = site.references.get(key)
    if known is None:
        known = site.references[key] = _officer(number, held, site, root)
    return known  # type: ignore[no-any-return]


def _officer(number: Certificate, held: Holder | None, site: Site, root: str) -> Link | Text:
    if held is None or not site.is_shown(held.roster):
        return certificate(number.number, site, root)
    sight = shown(held.roster, site.state(held.roster), Showing.ROW)
    slot = slot_named(type(held.row), "name")
    named = slot is not None and sight.allows(slot.declaration.privacy)
    text = f"{held.row.name}（{number.number}）" if named else number.number  # type: ignore[attr-defined]
    return _to_officer(number.number, text, site, root)


def certificate(number: str, site: Site, root: str) -> Link | Text:
    """A certificate number, linked to the page that says who holds it."""
    return _to_officer(number, number, site, root)


def _to_officer(number: str, text: str, site: Site, root: str) -> Link | Text:
    if number not in site.certificates:
        return Text(text, nowrap=True)
    return Link(text, to_page(root, officer_address(number)), nowrap=True)
