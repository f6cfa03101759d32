"""Lists whose rows have too much to tell for a table: a card for each row, and before many cards a table that leads to them.

What may be shown comes in with the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.model.declaration import Group, slots
from generator.model.parts import Citation
from generator.model.record import Row as ListRow
from generator.render import wording
from generator.render.addresses import row_anchor
from generator.render.inline import Grid, Link, Pair, Text, Value
from generator.render.related import related_to_row
from generator.render.tables import group_table, told_columns
from generator.render.values import Desk, Field, cell, fields, group_value, is_numeric, is_told
from generator.render.view_types import Card, Column, Row, Section, Table

#: Rows with more fields than that are cards.
_NARROW = 7
#: So many cards can be looked over without a table before them.
_FEW = 5
#: Before more than so many stand their numbers alone: a page stays below 150 KB.
_MANY = 100


@cache
def is_deep(group: type[Group]) -> bool:
    """Whether the rows of a list have groups inside, or many fields."""
    if not issubclass(group, ListRow):
        return False
    own = slots(group)
    return len(own) > _NARROW or any(slot.group is not None and slot.group is not Citation for slot in own)


def card_section(field: Field, rows: Sequence[ListRow], title: str, desk: Desk) -> Section:
    """The rows as cards."""
    shown = fields(type(rows[0]), field.privacy, desk.sight.classes)
    number, named, *_ = [each for each in shown if each.declaration.column]
    cards = tuple(_card(row, number, named, shown, desk) for row in rows)
    if len(rows) > _MANY:
        return Section(field.name, title, value=Grid(tuple(_to_card(row) for row in rows)), cards=cards)
    return Section(field.name, title, table=_overview(title, rows, shown, desk) if len(rows) > _FEW else None, cards=cards)


def _card(row: ListRow, number: Field, named: Field, shown: Sequence[Field], desk: Desk) -> Card:
    pairs: list[Pair] = []
    tables: list[Table] = []
    for each in shown:
        raw = getattr(row, each.name)
        if each in (number, named):
            continue
        if not is_told(row, each, raw):
            pairs += [Pair(each.declaration.label, wording.UNMARKED)] if each.declaration.column else []
        elif each.show is None and len(raw) == 1:
            pairs.append(Pair(each.declaration.label, group_value(each.privacy, raw[0], desk)))
        elif each.show is None:
            tables.append(group_table(each.declaration.label, raw, told_columns(raw, each.privacy, desk), desk))
        else:
            pairs.append(Pair(each.declaration.label, each.show(raw, desk)))
    pairs += related_to_row(row, desk)
    return Card(row_anchor(row.number), wording.code(row.number), cell(row, named, desk), tuple(pairs), tuple(tables))


def _overview(title: str, rows: Sequence[ListRow], shown: Sequence[Field], desk: Desk) -> Table:
    columns = [each for each in shown if each.declaration.column]
    heads = tuple(Column(each.declaration.label, is_numeric(each.slot)) for each in columns)
    lines = tuple(Row(_leading([cell(row, each, desk) for each in columns[1:]], row)) for row in rows)
    return Table(f"{title}一览", heads, lines, is_overview=True)


def _leading(cells: list[Value], row: ListRow) -> tuple[Value, ...]:
    """The number and the other cells of a row; the name leads to the card, or the number where the name leads elsewhere."""
    anchor, name = row_anchor(row.number), cells[0]
    if not anchor or type(name) is not Text:
        return (_to_card(row), *cells)
    return (wording.code(row.number), Link(name.text, f"#{anchor}", nowrap=name.nowrap), *cells[1:])


def _to_card(row: ListRow) -> Value:
    anchor = row_anchor(row.number)
    return Link(row.number, f"#{anchor}", nowrap=True) if anchor else Text(row.number, nowrap=True)
