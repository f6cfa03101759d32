"""From declared fields to view values: the generic printing of every kind, field by field, as far as it may be shown.

What may be shown comes in as a :class:`~generator.render.views.Shown`; nothing here knows a standing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from generator.model import scalars
from generator.model.declaration import Declaration, Group, Privacy, Slot, slots
from generator.model.references import Certificate, Target
from generator.render import wording
from generator.render.inline import Items, Line, Link, Pair, Pairs, Span, Text, Value
from generator.render.names import officer, reference
from generator.render.site import Site
from generator.render.views import Shown, narrower

_ONE_LINE = frozenset({scalars.parse_decision_number, scalars.parse_credit_code, scalars.parse_certificate})
_DECIMALS = {
    scalars.parse_money: wording.money,
    scalars.parse_decimal: wording.number,
    scalars.parse_percentage: wording.percentage,
}
#: Words up to this length are not broken in a table.
_SHORT = 7


class Desk(NamedTuple):
    """What printing a value needs beside it: the site, the page's way to the root, the record's own day, what is shown."""

    site: Site
    root: str
    day: date
    sight: Shown


Print = Callable[[Any, Desk], Value]


class Field(NamedTuple):
    """A visible field of a group: its declaration, its class after its groups' classes have narrowed it, how it is printed.

    ``show`` prints a filled value; it is None for lists of groups, which are parts of a page (parts.py).
    """

    name: str
    slot: Slot
    declaration: Declaration
    privacy: Privacy
    show: Print | None


@cache
def fields(group: type[Group], outer: Privacy, classes: frozenset[Privacy]) -> tuple[Field, ...]:
    """The fields of a group that may be shown where ``classes`` are visible and the group's own class is ``outer``."""
    narrowed = ((slot, narrower(outer, slot.declaration.privacy)) for slot in slots(group))
    return tuple(
        Field(slot.name, slot, slot.declaration, privacy, _printer(slot, privacy))
        for slot, privacy in narrowed if privacy in classes
    )


def visible(group: Group, sight: Shown, outer: Privacy = Privacy.IDENTITY) -> Iterator[tuple[Field, Any]]:
    """The filled fields of a group that may be shown, in canonical order."""
    for field in fields(type(group), outer, sight.classes):
        raw = field.slot.told_by(group)
        if is_filled(raw):
            yield field, raw


def is_filled(raw: object) -> bool:
    """Whether anything was recorded."""
    return raw is not None and raw != ()


def is_numeric(slot: Slot) -> bool:
    """Whether a field's values are figures, set flush right in tables."""
    return slot.scalar is not None and slot.scalar.parse in _DECIMALS


def _printer(slot: Slot, privacy: Privacy) -> Print | None:
    if slot.scalar is None:
        return None if slot.many else partial(group_value, privacy)
    single = _scalar_printer(slot.scalar)
    return partial(_list_value, single, slot.scalar.parse is scalars.parse_text) if slot.many else single


def _scalar_printer(scalar: scalars.Scalar) -> Print:
    """How values of a scalar type are printed, or that a redaction took them away."""
    plain, hidden = _plain_printer(scalar), scalar.hidden
    return lambda raw, desk: wording.WITHHELD if raw == scalars.MARKER or raw == hidden else plain(raw, desk)


def _plain_printer(scalar: scalars.Scalar) -> Print:
    if scalar.parse in _ONE_LINE:
        return lambda raw, _desk: Text(raw, nowrap=True)
    if scalar.parse in _DECIMALS:
        write = _DECIMALS[scalar.parse]
        return lambda raw, _desk: write(raw)
    if scalar.parse is scalars.parse_web_address:
        return lambda raw, _desk: Link(raw, raw)
    return _by_type


def _by_type(raw: Any, desk: Desk) -> Value:
    match raw:
        case str():
            return wording.words(raw)
        case date():
            return wording.day(raw)
        case bool():
            return wording.yes_no(raw)
        case Target():
            return reference(raw, desk.site, desk.root, desk.day)
        case Certificate():
            return officer(raw, desk.site, desk.root, desk.day)
        case Decimal():
            return wording.number(raw)
    return wording.code(raw)


def _list_value(single: Print, stacked: bool, raw: tuple[Any, ...], desk: Desk) -> Value:
    values = tuple([single(item, desk) for item in raw])
    # Values that hold the separator themselves would run together in one line.
    return Items(values, not stacked and not any("、" in getattr(value, "text", "") for value in values))


def group_value(outer: Privacy, group: Group, desk: Desk) -> Value:
    """A group as labelled values; a day alone is just that, two different days alone are a period."""
    filled = list(visible(group, desk.sight, outer))
    if all(type(raw) is date for _, raw in filled):
        days = [wording.day(raw) for _, raw in filled]
        if len(days) in (1, 2):
            return days[0] if days[0] == days[-1] else Span(days[0], days[1])
    return Pairs(tuple([Pair(field.declaration.label, _inside(field, raw, desk)) for field, raw in filled]))


def _inside(field: Field, raw: Any, desk: Desk) -> Value:
    """A field's value inside another value: a list of groups, which is a part of its own on a page, is one line for each here."""
    if field.show is not None:
        return field.show(raw, desk)
    return Items(tuple([_line(item, field.privacy, desk) for item in raw]), inline=False)


def cell(field: Field, raw: Any, desk: Desk) -> Value:
    """How a field is printed in a table: short words keep to one line, and a dash stands where nothing was recorded."""
    if not is_filled(raw):
        return wording.BLANK
    if field.slot.group is not None:
        lines = tuple(_line(item, field.privacy, desk) for item in (raw if field.slot.many else (raw,)))
        return Items(lines, inline=False)
    value = field.show(raw, desk) if field.show is not None else wording.BLANK
    return value._replace(nowrap=True) if type(value) is Text and len(value.text) <= _SHORT else value


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

