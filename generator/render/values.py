"""From declared fields to view values: the generic printing of every kind, field by field, as far as it may be shown.

What may be shown comes in as a :class:`~generator.render.views.Shown`; nothing here knows a standing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from generator.model import scalars
from generator.model.declaration import Declaration, Group, Privacy, Slot, slots
from generator.model.parts import Citation
from generator.model.record import Record
from generator.model.references import Certificate, Target
from generator.render import wording
from generator.render.citations import citations
from generator.render.inline import Items, Line, Link, Pair, Pairs, Span, Text, Value, is_code
from generator.render.names import certificate, officer, reference
from generator.render.site import Site
from generator.render.views import Shown, narrower

_DECIMALS = {
    scalars.parse_money: wording.money,
    scalars.parse_decimal: wording.number,
    scalars.parse_percentage: wording.percentage,
}
#: Scalar types whose values are words of their own.
_WRITE: dict[scalars.Parse, Callable[[Any], Value]] = {
    **_DECIMALS,
    scalars.parse_text: wording.words,
    scalars.parse_day: wording.day,
    scalars.parse_yes_no: wording.yes_no,
    scalars.parse_whole: wording.code,
    scalars.parse_decision_number: wording.code,
    scalars.parse_credit_code: wording.code,
    scalars.parse_web_address: lambda raw: Link(raw, raw),
}
#: The keys of a group that is a period.
_PERIOD = ("起", "止")
#: Words up to this length are not broken in a table.
_SHORT = 7


class Desk(NamedTuple):
    """What printing a value needs beside it: the site, the page's way to the root, the record's own day, what is shown.

    ``owner`` is the record whose page it is printed on; None in lists, and on pages of editions that are no longer in force.
    """

    site: Site
    root: str
    day: date
    sight: Shown
    owner: Record | None = None
    span: tuple[int, int | None] = (0, None)
    """Which rows of the page's own list are printed (leaves.py)."""


Print = Callable[[Any, Desk], Value]


class Field(NamedTuple):
    """A visible field of a group: its declaration, its class after its groups' classes have narrowed it, how it is printed.

    ``show`` prints a value that :func:`is_told`; it is None for lists of groups, which are parts of a page (parts.py), but not for
    citations.
    """

    name: str
    slot: Slot
    declaration: Declaration
    privacy: Privacy
    show: Print | None


#: Scalar types whose values are looked up.
_LOOK_UP: dict[scalars.Parse, Print] = {
    scalars.parse_certificate: lambda raw, desk: certificate(raw, desk.site, desk.root),
}


@cache
def fields(group: type[Group], outer: Privacy, classes: frozenset[Privacy]) -> tuple[Field, ...]:
    """The fields of a group that may be shown where ``classes`` are visible and the group's own class is ``outer``."""
    narrowed = ((slot, narrower(outer, slot.declaration.privacy)) for slot in slots(group))
    return tuple(
        Field(slot.name, slot, slot.declaration, privacy, _printer(slot, privacy))
        for slot, privacy in narrowed if privacy in classes
    )


def visible(group: Group, sight: Shown, outer: Privacy = Privacy.IDENTITY) -> Iterator[tuple[Field, Any]]:
    """The fields of a group that may be shown and tell something, in canonical order."""
    for field in fields(type(group), outer, sight.classes):
        raw = getattr(group, field.name)
        # Most fields are filled: only of an empty one it has to be asked.
        if raw or is_told(group, field, raw):
            yield field, raw


def is_told(holder: Group, field: Field, raw: object) -> bool:
    """Whether anything was recorded, or a redaction says that something was: then ``raw`` may be None."""
    if raw is None:
        return field.slot.is_hidden(holder, raw)
    return type(raw) is not tuple or bool(raw)


def is_numeric(slot: Slot) -> bool:
    """Whether a field's values are figures, set flush right in tables."""
    return slot.scalar is not None and slot.scalar.parse in _DECIMALS


def _printer(slot: Slot, privacy: Privacy) -> Print | None:
    if slot.group is Citation:
        return _citations if slot.many else lambda raw, desk: _citations((raw,), desk)
    if slot.scalar is None:
        return None if slot.many else partial(group_value, privacy)
    single = _scalar_printer(slot.scalar, privacy)
    return partial(_list_value, single, slot.scalar.parse is scalars.parse_text) if slot.many else single


def _citations(raw: tuple[Citation, ...], desk: Desk) -> Value:
    return citations(raw, desk.site, desk.root)


def _scalar_printer(scalar: scalars.Scalar, privacy: Privacy = Privacy.PUBLIC) -> Print:
    """How values of a scalar type are printed in a field of this class, those included that a redaction has taken away."""
    write = wording.words if scalar.options and scalar.parse is not scalars.parse_yes_no else _WRITE.get(scalar.parse)
    if write is not None:
        return lambda raw, _desk: wording.WITHHELD if raw is None else write(raw)
    seen, hidden = _LOOK_UP.get(scalar.parse, partial(_by_type, privacy)), scalar.hidden
    return lambda raw, desk: wording.WITHHELD if raw is None or raw == hidden else seen(raw, desk)


def _by_type(privacy: Privacy, raw: Any, desk: Desk) -> Value:
    match raw:
        case Target():
            return reference(raw, desk.site, desk.root, desk.day, privacy)
        case Certificate():
            return officer(raw, desk.site, desk.root, desk.day)
        case str():
            return wording.words(raw)
    return wording.code(raw)


def _list_value(single: Print, stacked: bool, raw: tuple[Any, ...], desk: Desk) -> Value:
    values = tuple([single(item, desk) for item in raw])
    # Values that hold the separator themselves would run together in one line.
    return Items(values, not stacked and not any("、" in getattr(value, "text", "") for value in values))


def group_value(outer: Privacy, group: Group, desk: Desk) -> Value:
    """A group as labelled values; a day alone is just that, a first and a last day are a period."""
    filled = list(visible(group, desk.sight, outer))
    if len(filled) == 1 and type(filled[0][1]) is date:
        return wording.day(filled[0][1])
    if len(filled) == len(_PERIOD) and tuple([field.slot.key for field, _ in filled]) == _PERIOD:
        start, end = (wording.day(raw) for _, raw in filled)
        return start if start == end else Span(start, end)
    return Pairs(tuple([Pair(field.declaration.label, _inside(field, raw, desk)) for field, raw in filled]))


def _inside(field: Field, raw: Any, desk: Desk) -> Value:
    """A field's value inside another value: a list of groups, which is a part of its own on a page, is one line for each here."""
    if field.show is not None:
        return field.show(raw, desk)
    return Items(tuple([_line(item, field.privacy, desk) for item in raw]), inline=False)


def cell(holder: Group, field: Field, desk: Desk) -> Value:
    """How a field is printed in a table: short words keep to one line, and a dash stands where nothing was recorded."""
    raw = getattr(holder, field.name)
    if not raw and not is_told(holder, field, raw):
        return wording.BLANK
    if field.slot.group is not None and field.slot.group is not Citation:
        lines = tuple(_line(item, field.privacy, desk) for item in (raw if field.slot.many else (raw,)))
        return Items(lines, inline=False)
    return _kept_whole(field.show(raw, desk)) if field.show is not None else wording.BLANK


def _kept_whole(value: Value) -> Value:
    """A value of a table's cell in which short words, links and codes keep to one line."""
    if type(value) is Text or type(value) is Link:
        return value._replace(nowrap=True) if len(value.text) <= _SHORT or is_code(value.text) else value
    if type(value) is Items and value.inline:
        return value._replace(values=tuple([_kept_whole(item) for item in value.values]))
    return value


def _line(group: Group, outer: Privacy, desk: Desk) -> Value:
    whole = group_value(outer, group, desk)
    if not isinstance(whole, Pairs) or any(field.show is None for field, _ in visible(group, desk.sight, outer)):
        return whole
    return Line(tuple(pair.value for pair in whole.pairs))


def typed_text(slot: Slot, raw: str, desk: Desk) -> Value:
    """How a value that an act quotes as typed is printed: like the field's own value where it can be read as one."""
    if slot.scalar is None:
        return wording.words(raw)
    try:
        return _scalar_printer(slot.scalar)(slot.scalar.read(raw), desk)
    except PydanticCustomError:
        return wording.words(raw)

