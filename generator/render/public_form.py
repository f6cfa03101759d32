"""The public form of a record: everything that its page says of it, as data, in bytes that anybody can compare.

The fields are those that views.py shows. What stands around them on the page (neighbours, history, explanations) is not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

from generator.model import scalars
from generator.model.declaration import Group, Privacy
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
from generator.render.values import Desk, Field, fields, is_told
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
    told = _group(record, Privacy.IDENTITY, desk)
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


#: Writes one field of its holder as data; it is asked only for what :func:`~generator.render.values.is_told`.
Write = Callable[[Group, Any, Desk], Json]


class Told(NamedTuple):
    """A visible field of a group, with what of it is asked for every record."""

    field: Field
    name: str
    key: str
    write: Write


@cache
def _told(group: type[Group], outer: Privacy, classes: frozenset[Privacy]) -> tuple[Told, ...]:
    """The visible fields of a group; of a record not those that the envelope tells."""
    apart = _APART if issubclass(group, Record) else frozenset()
    return tuple(
        Told(field, field.name, field.slot.key, _writer(field)) for field in fields(group, outer, classes) if field.name not in apart
    )


def _group(group: Group, outer: Privacy, desk: Desk) -> dict[str, Json]:
    withheld = withheld_fields(type(group), desk.sight) or frozenset()
    data: dict[str, Json] = {}
    for field, name, key, write in _told(type(group), outer, desk.sight.classes):
        raw = getattr(group, name)
        if raw or is_told(group, field, raw):
            data[key] = scalars.MARKER if name in withheld else write(group, raw, desk)
    return data


def _writer(field: Field) -> Write:
    slot = field.slot
    if slot.group is not None:
        return partial(_rows, slot.group, field.privacy) if slot.many else partial(_single, field.privacy)
    assert slot.scalar is not None
    one = partial(_naming, field) if slot.scalar.targets else _plain(slot.scalar)
    return partial(_list, one) if slot.many else one


def _rows(group: type[Group], outer: Privacy, _holder: Group, rows: Any, desk: Desk) -> Json:
    if withheld_fields(group, desk.sight) is None:
        return scalars.MARKER
    if not rows_are_listed(group, desk.sight):
        return {"人数": str(len(rows)), "证件号码": _certificates(rows)}
    return [_group(row, outer, desk) for row in rows]


def _single(outer: Privacy, _holder: Group, group: Any, desk: Desk) -> Json:
    return _group(group, outer, desk)


def _list(one: Write, holder: Group, items: Any, desk: Desk) -> Json:
    return [one(holder, item, desk) for item in items]


def _plain(scalar: scalars.Scalar) -> Write:
    """A value as it is typed."""
    write, hidden = scalar.write, scalar.hidden

    def written(_holder: Group, raw: Any, _desk: Desk) -> Json:
        return scalars.MARKER if raw is None or raw == scalars.MARKER or raw is hidden else write(raw)

    return written


def _naming(field: Field, holder: Group, raw: Any, desk: Desk) -> Json:
    """A reference as it is typed; one to what the public cannot see in the words that the page has for it."""
    slot = field.slot
    assert slot.scalar is not None
    if slot.is_hidden(holder, raw):
        return scalars.MARKER
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
