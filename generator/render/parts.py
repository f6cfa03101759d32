"""Lists of groups as parts of a page: steps where each row is a word and its day, counts where rows may not be shown, else a table.

What may be shown comes in with the desk; a row's own fields are printed by values.py.
"""

from __future__ import annotations

from collections import Counter

from generator.model import scalars
from generator.model.declaration import Group, slot_by_key, slots
from generator.model.walk import leaves
from generator.render import wording
from generator.render.addresses import row_anchor
from generator.render.inline import Items, Pair, Text
from generator.render.values import Desk, Field, cell, fields, is_filled, is_numeric
from generator.render.view_types import Column, Row, Section, Step, Table
from generator.render.views import rows_are_listed, withheld_fields


def part(field: Field, rows: tuple[Group, ...], title: str, desk: Desk) -> Section:
    """The section that prints the rows of a field."""
    group = type(rows[0])
    withheld = withheld_fields(group, desk.sight)
    if withheld is None:
        return Section(field.name, title, value=wording.WITHHELD)
    if not rows_are_listed(group, desk.sight):
        return Section(field.name, title, pairs=_counted(rows))
    columns = [
        column for column in fields(group, field.privacy, desk.sight.classes)
        if any(is_filled(getattr(row, column.name)) for row in rows)
    ]
    if _are_steps(columns):
        word, day = columns
        steps = [Step(getattr(row, word.name), wording.day(getattr(row, day.name))) for row in rows]
        return Section(field.name, title, steps=tuple(steps))
    heads = tuple([Column(column.declaration.label, is_numeric(column.slot)) for column in columns])
    is_numbered = slot_by_key(group, "编号") is not None
    return Section(
        field.name, title,
        table=Table(title, heads, tuple([_row(row, columns, withheld, is_numbered, desk) for row in rows])),
    )


def _are_steps(columns: list[Field]) -> bool:
    if len(columns) != 2:
        return False
    word, day = (column.slot for column in columns)
    return (
        word.scalar is not None and bool(word.scalar.options) and word.required
        and day.scalar is not None and day.scalar.parse is scalars.parse_day and day.required
    )


def _row(row: Group, columns: list[Field], withheld: frozenset[str], is_numbered: bool, desk: Desk) -> Row:
    cells = []
    for column in columns:
        raw = getattr(row, column.name)
        hidden = column.name in withheld and is_filled(raw)
        cells.append(wording.WITHHELD if hidden else cell(column, raw, desk))
    return Row(tuple(cells), anchor=row_anchor(row.number) if is_numbered else "")  # type: ignore[attr-defined]


def _counted(rows: tuple[Group, ...]) -> tuple[Pair, ...]:
    """Rows about persons where persons are not shown: how many there are of each choice, and the certificate numbers."""
    pairs = [Pair("人数", Text(f"{len(rows)} 人", nowrap=True))]
    for slot in slots(type(rows[0])):
        if slot.scalar is not None and slot.scalar.options and not slot.many:
            numbers = Counter(getattr(row, slot.name) for row in rows)
            words = tuple(Text(f"{option} {numbers[option]} 人") for option in slot.scalar.options if numbers[option])
            pairs.append(Pair(slot.declaration.label, Items(words, inline=True)))
    held = dict.fromkeys(
        value for row in rows for _path, slot, value in leaves(row)
        if slot.scalar is not None and slot.scalar.parse is scalars.parse_certificate
    )
    if held:
        pairs.append(Pair("证件号码", Items(tuple(wording.code(number) for number in held), inline=True)))
    return tuple(pairs)
