"""What records are called, and links to them that say so: 示统罚决字〔2020〕1号, 更正：…, 执法人员清单（示例县统计局）.

A name uses only fields of class ``IDENTITY``, so that it holds in every standing.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from generator.model.declaration import Privacy, Slot, slots
from generator.model.record import Act, Edition, Lifecycle, Record
from generator.model.references import Certificate, Target
from generator.model.scalars import parse_decision_number
from generator.render.addresses import address_of, row_anchor, to_page
from generator.render.inline import Link, Phrase, Text
from generator.render.site import Site
from generator.render.views import Showing, narrower, rows_are_listed, showing_of, shown, slot_named

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
    return next((slot for slot in own if _names_body(slot)), None)


def _names_body(slot: Slot) -> bool:
    return (
        slot.declaration.privacy is Privacy.IDENTITY
        and slot.scalar is not None
        and slot.scalar.targets == ("bodies",)
    )


def is_number(kind: type[Record]) -> bool:
    """Whether records of this kind are named by a document number, which stays on one line."""
    slot = naming_slot(kind)
    return slot is not None and slot.scalar is not None and slot.scalar.parse is parse_decision_number


def name_of(record: Record, site: Site) -> str:
    """The record's name in the public's words."""
    slot = naming_slot(type(record))
    if isinstance(record, Act):
        target = site.target_of(record)
        if target is None or isinstance(target, Act):  # acts may name each other; a name must come to an end
            return f"{record.KIND.title} {record.id.rpartition('/')[2]}"
        return f"{record.KIND.title}：{name_of(target, site)}"
    if slot is None:
        return f"{record.KIND.title} {record.id.rpartition('/')[2]}"
    value = getattr(record, slot.name)
    if not isinstance(value, Target):
        return str(value)
    body = site.find(value) or site.register.resolve(value, record.own_day)  # type: ignore[attr-defined]
    holder = name_of(body, site) if isinstance(body, Record) else str(value)
    return f"{holder}{record.KIND.title}"


def heading_of(record: Record, site: Site) -> Text | Phrase:
    """The record's name as a title, in which a document number keeps together."""
    name = name_of(record, site)
    target = site.target_of(record) if isinstance(record, Act) else None
    number = name_of(target, site) if target is not None and is_number(type(target)) else ""
    if number and name.endswith(number):
        return Phrase((Text(name.removesuffix(number)), Text(number, nowrap=True)))
    return Text(name, nowrap=is_number(type(record)))


def link_to(record: Record, site: Site, root: str, *, own_page: bool = False) -> Link:
    """A link to a record that is shown. An edition is linked as its list, unless ``own_page`` is asked for."""
    as_list = isinstance(record, Edition) and not own_page
    address = f"{record.id}/" if as_list else address_of(record)
    note = site.state(record).standing.label if site.is_tombstone(record) else ""
    return Link(name_of(record, site), to_page(root, address), note, nowrap=is_number(type(record)))


def reference(target: Target, site: Site, root: str, day: date) -> Link | Text:
    """What a reference is printed as, read on the referrer's own day: a link, a code's words, or that it is not public."""
    if target.row is not None:
        return _row_reference(target, site, root, day)
    holder = site.find(target)
    if holder is None:
        return HIDDEN
    link = link_to(holder, site, root, own_page=target.edition is not None)
    then = site.register.resolve(target, day)
    return link._replace(text=name_of(then, site)) if isinstance(then, Edition) else link


def _row_reference(target: Target, site: Site, root: str, day: date) -> Link | Text:
    row = site.register.resolve(target, day)
    if site.is_policy(target.id):
        return Text(str(getattr(row, "name", target.row)))
    edition = site.register.edition_on(target.id, day)
    if edition is None or row is None or not site.is_shown(edition):
        return HIDDEN
    in_force = edition is site.edition_in_force(edition.id)
    sight = shown(edition, site.state(edition), showing_of(edition, in_force=in_force))
    slot = slot_named(type(row), "name")
    named = slot is not None and sight.allows(narrower(Privacy.PUBLIC, slot.declaration.privacy))
    address = f"{edition.id}/" if in_force else address_of(edition)
    anchor = row_anchor(target.row or "") if rows_are_listed(type(row), sight) else ""
    text = row.name if named else target.row  # type: ignore[union-attr]
    return Link(str(text), to_page(root, address, anchor))


def officer(certificate: Certificate, site: Site, root: str, day: date) -> Link | Text:
    """An officer by name and certificate number, as the roster of that day has them.

    Where the roster may not be shown, and where the number is on none, the number alone.
    """
    held = site.officer(certificate.number, day)
    if held is None or not site.is_shown(held.roster):
        return Text(certificate.number, nowrap=True)
    sight = shown(held.roster, site.state(held.roster), Showing.ROW)
    slot = slot_named(type(held.row), "name")
    named = slot is not None and sight.allows(slot.declaration.privacy)
    text = f"{held.row.name}（{certificate.number}）" if named else certificate.number  # type: ignore[attr-defined]
    return Link(text, to_page(root, f"{held.roster.id}/"), nowrap=True)
