"""What a correction changed, as the public may see it: field, 原 and 现.

Values are quoted only where the field itself would be shown: not after a withdrawal, not of internal fields, not of withheld figures.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.declaration import Group, Privacy, Slot, slot_by_key
from generator.model.kinds.corrections import Change, Correction
from generator.model.record import Act, Record
from generator.primitives.contrast import contrast
from generator.render import wording
from generator.render.inline import Marked, Missing, Text, Value
from generator.render.site import Site
from generator.render.values import Desk, typed_text
from generator.render.view_types import Column, Row, Table
from generator.render.views import Showing, Shown, narrower, shown, withheld_fields

_COLUMNS = (Column("更正的内容"), Column("原"), Column("现"))
#: What a field that is not public is called.
INTERNAL = Text("不公开的事项")
_BODY = Text("正文")


class Place(NamedTuple):
    """A field that a path leads to: the declared field, its narrowed class, the group that holds it, words for the public."""

    slot: Slot
    privacy: Privacy
    holder: type[Group]
    label: str


def place_at(kind: type[Group], path: str) -> Place | None:
    """Follow ``调查数据.1.上报数`` (rows from 1) through the declarations; None if it leads nowhere."""
    group: type[Group] | None = kind
    place: Place | None = None
    for part in path.split("."):
        if part.isdecimal() and place is not None and place.slot.many:
            place = place._replace(label=f"{place.label}第{part}行" if place.slot.group else place.label)
            continue
        slot = slot_by_key(group, part) if group is not None else None
        if slot is None or group is None:
            return None
        outer, label = (place.privacy, f"{place.label}{wording.PATH}") if place is not None else (Privacy.IDENTITY, "")
        place = Place(slot, narrower(outer, slot.declaration.privacy), group, label + slot.declaration.label)
        group = slot.group
    return place


def changes_table(correction: Correction, site: Site, root: str) -> Table | None:
    """The table of a correction's changes; None if it lists none, was itself withdrawn, or its object is not to be seen."""
    target = site.target_of(correction)
    own = shown(correction, site.state(correction), Showing.PAGE)
    if target is None or not correction.changes or not own.allows(Privacy.PUBLIC):
        return None
    sight = shown(target, site.state(target), Showing.PAGE)
    desk = Desk(site, root, target.own_day, sight)  # type: ignore[attr-defined]
    rows = tuple(Row(_cells(change, target, desk)) for change in correction.changes)
    return Table("更正前后对照", _COLUMNS, rows)


class Quoted(NamedTuple):
    """One line of a correction: what it is about, and what stands in the place of 原 and 现 where they may not be told."""

    label: Text
    slot: Slot | None
    instead: Missing | None = None


def quoted(change: Change, target: Record, sight: Shown, site: Site) -> Quoted:
    """What of a change may be told where ``sight`` is what is shown of the corrected record."""
    if change.path is None:
        return Quoted(_BODY, None, None if sight.body else wording.GONE)
    place = place_at(type(target), change.path)
    if place is None or place.privacy is Privacy.INTERNAL:
        return Quoted(INTERNAL, None, wording.WITHHELD)
    label = Text(place.label)
    is_lost = isinstance(target, Act) and place.slot.name == "reason" and not site.tells_reason(target)
    if is_lost or not sight.allows(place.privacy):
        return Quoted(label, place.slot, wording.GONE)
    withheld = withheld_fields(place.holder, sight)
    if withheld is None or place.slot.name in withheld:
        return Quoted(label, place.slot, wording.WITHHELD)
    return Quoted(label, place.slot)


def was_now(was: Value, now: Value) -> tuple[Value, Value]:
    """原 and 现 with what differs marked, where both are words that have something in common; else as they are."""
    if type(was) is not Text or type(now) is not Text:
        return was, now
    old, new = contrast(was.text, now.text)
    if all(part.differs for part in (*old, *new)):
        return was, now
    return Marked(tuple(old), "del"), Marked(tuple(new), "ins")


def _cells(change: Change, target: Record, desk: Desk) -> tuple[Value, ...]:
    told = quoted(change, target, desk.sight, desk.site)
    if told.instead is not None:
        return (told.label, told.instead, told.instead)
    if told.slot is None:
        return (told.label, *was_now(wording.words(change.was), wording.words(change.now)))
    return (told.label, *was_now(typed_text(told.slot, change.was, desk), typed_text(told.slot, change.now, desk)))
