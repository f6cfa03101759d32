"""Lists of groups as parts of a page: steps where each row is a word and its day, counts where rows may not be shown, cards where rows
have much to tell, else a table.

What may be shown comes in with the desk; a row's own fields are printed by values.py.
"""

from __future__ import annotations

from collections import Counter

from generator.model import scalars
from generator.model.declaration import Group, slots
from generator.model.walk import leaves
from generator.render import wording
from generator.render.cards import card_section, is_deep
from generator.render.inline import Items, Link, Missing, Pair, Text
from generator.render.names import certificate
from generator.render.tables import group_table, told_columns
from generator.render.values import Desk, Field
from generator.render.view_types import Section, Step
from generator.render.views import rows_are_listed, withheld_fields


def part(field: Field, rows: tuple[Group, ...], title: str, desk: Desk) -> Section:
    """The section that prints the rows of a field."""
    group = type(rows[0])
    withheld = withheld_fields(group, desk.sight)
    if withheld is None:
        return Section(field.name, title, value=wording.WITHHELD)
    if not rows_are_listed(group, desk.sight):
        return Section(field.name, title, pairs=_counted(rows, desk))
    if is_deep(group):
        return card_section(field, rows, title, desk)  # type: ignore[arg-type]
    columns = told_columns(rows, field.privacy, desk)
    if _are_steps(columns):
        word, day = columns
        steps = [Step(getattr(row, word.name), wording.day(getattr(row, day.name))) for row in rows]
        return Section(field.name, title, steps=tuple(steps))
    return Section(field.name, title, table=group_table(title, rows, columns, desk, withheld))


def _are_steps(columns: list[Field]) -> bool:
    if len(columns) != 2:
        return False
    word, day = (column.slot for column in columns)
    return (
        word.scalar is not None and bool(word.scalar.options) and word.required
        and day.scalar is not None and day.scalar.parse is scalars.parse_day and day.required
    )


def _counted(rows: tuple[Group, ...], desk: Desk) -> tuple[Pair, ...]:
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
        numbers_held = tuple(_number(number, desk) for number in held)
        pairs.append(Pair("证件号码", Items(numbers_held, inline=True)))
    return tuple(pairs)


def _number(number: str, desk: Desk) -> Link | Text | Missing:
    return wording.WITHHELD if number == scalars.MARKER else certificate(number, desk.site, desk.root)
