"""The public form of a record: everything that its page says of it, as data, in bytes that anybody can compare.

The fields are those that views.py shows. What stands around them on the page (neighbours, history, explanations) is not in it.
"""

from __future__ import annotations

import hashlib
from typing import Any

from generator.model import scalars
from generator.model.declaration import Group, Slot
from generator.model.kinds.corrections import Correction
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Act, Document, Edition, Record
from generator.model.references import Certificate, Target
from generator.model.standing import State
from generator.model.walk import leaves
from generator.primitives.canonical_json import Json, canonical
from generator.render import wording
from generator.render.addresses import address_of
from generator.render.changes import quoted
from generator.render.inline import Link
from generator.render.markup import words_of_body
from generator.render.names import reference
from generator.render.press import ReadContent
from generator.render.site import Site
from generator.render.values import Desk, Field, visible
from generator.render.views import Showing, rows_are_listed, showing_of, shown, slot_named, withheld_fields

#: Told by the envelope, or in a form of its own.
_APART = frozenset({"sample", "changes", "attachments"})


def public_form(record: Record, site: Site, read: ReadContent) -> bytes:
    """The record as RFC 8785 JSON, as far as its standing lets it be seen; of a withdrawn or expired one without any field.

    ``read`` gives the bytes of attachments, whose digests are told.
    """
    state = site.state(record)
    form: dict[str, Json] = {
        "format": 1,
        "id": record.ref,
        "kind": record.KIND.title,
        "address": address_of(record),
        "standing": state.standing.value,
        "published": _since(record),
        "acts": [
            {"id": act.ref, "act": act.KIND.title, "day": act.day.isoformat()} for act in state.acts if site.is_shown(act)
        ],
        "sample": record.is_sample,
        "fields": {},
    }
    form |= _end(state)
    if not site.is_tombstone(record):
        form |= _content(record, site, read)
    return canonical(form)


def _since(record: Record) -> str:
    day = record.published_on if isinstance(record, Document) else record.own_day  # type: ignore[attr-defined]
    return str(day.isoformat())


def _end(state: State) -> dict[str, Json]:
    """Since when the record stands so, and on what ground, where an act or the end of a term decided it."""
    told: dict[str, Json] = {"since": state.since.isoformat()} if state.since is not None else {}
    if isinstance(state.decisive, Withdrawal):
        told["ground"] = state.decisive.ground
    elif state.term is not None:
        told["ground"] = state.term.basis
    return told


def _content(record: Record, site: Site, read: ReadContent) -> dict[str, Json]:
    in_force = not isinstance(record, Edition) or site.is_in_force(record)
    sight = site.sight(record, showing_of(record, in_force=in_force))
    desk = Desk(site, "", record.own_day, sight)  # type: ignore[attr-defined]
    told: dict[str, Json] = {
        field.slot.key: _field(record, field, raw, desk) for field, raw in visible(record, sight) if field.name not in _APART
    }
    if isinstance(record, Correction):
        told |= _changes(record, site)
    if isinstance(record, Act) and not site.tells_reason(record):
        # The proof cannot know what of the text a sentence of its own words tells.
        reason = slot_named(type(record), "reason")
        told |= {reason.key: wording.GONE.text} if reason is not None else {}
    content: dict[str, Json] = {"fields": told}
    if record.body.strip() and sight.body:
        content["text"] = words_of_body(record.body)
    if files := _files(record, site, read):
        content["attachments"] = files
    return content


def _field(holder: Group, field: Field, raw: Any, desk: Desk) -> Json:
    if not field.slot.many:
        return _item(holder, field, raw, desk)
    if field.slot.group is None:
        return [_item(holder, field, item, desk) for item in raw]
    if withheld_fields(field.slot.group, desk.sight) is None:
        return scalars.MARKER
    if not rows_are_listed(field.slot.group, desk.sight):
        return {"人数": str(len(raw)), "证件号码": _certificates(raw)}
    return [_group(item, field, desk) for item in raw]


def _item(holder: Group, field: Field, raw: Any, desk: Desk) -> Json:
    if field.slot.group is not None:
        return _group(raw, field, desk)
    if field.slot.is_hidden(holder, raw):
        return scalars.MARKER
    return _scalar(field.slot, field, raw, desk)


def _group(group: Group, field: Field, desk: Desk) -> Json:
    withheld = withheld_fields(type(group), desk.sight) or frozenset()
    return {
        inner.slot.key: scalars.MARKER if inner.name in withheld else _field(group, inner, raw, desk)
        for inner, raw in visible(group, desk.sight, field.privacy)
    }


def _scalar(slot: Slot, field: Field, raw: Any, desk: Desk) -> Json:
    """A value as it is typed; a reference to what the public cannot see in the words that the page has for it."""
    assert slot.scalar is not None
    if isinstance(raw, Target) and not desk.site.is_policy(raw.id):
        told = reference(raw, desk.site, "", desk.day, field.privacy)
        return str(raw) if isinstance(told, Link) else told.text
    return raw.number if isinstance(raw, Certificate) else slot.scalar.write(raw)


def _certificates(rows: tuple[Group, ...]) -> list[Json]:
    """The certificate numbers in rows about persons: all that is told of those who have left."""
    found = dict.fromkeys(
        value for row in rows for _path, slot, value in leaves(row)
        if slot.scalar is not None and slot.scalar.parse is scalars.parse_certificate
    )
    return list(found)


def _changes(correction: Correction, site: Site) -> dict[str, Json]:
    """What the correction's page says of 原 and 现."""
    target = site.target_of(correction)
    if target is None:
        return {}
    sight = shown(target, site.state(target), Showing.PAGE)
    lines: list[Json] = []
    for change in correction.changes:
        told = quoted(change, target, sight, site)
        was, now = (change.was, change.now) if told.instead is None else (told.instead.text, told.instead.text)
        lines.append({"内容": told.label.text, "原": was, "现": now})
    return {"更正事项": lines}


def _files(record: Record, site: Site, read: ReadContent) -> list[Json]:
    """The attachments: what the page calls them, where they lie, and the digest of each."""
    named = record.attachments if slot_named(type(record), "attachments") else ()  # type: ignore[attr-defined]
    if not named or shown(record, site.state(record), Showing.FILES).is_nothing:
        return []
    there = {file.name: file.path for file in site.register.attachments_of(record.id)}
    return [
        {
            "title": file.title,
            "path": f"attachments/{record.id}/{file.file}",
            "sha256": hashlib.sha256(read(there[file.file])).hexdigest(),
        }
        for file in named if file.file in there
    ]
