"""Groups as tables: rows of fields side by side, and forms of nothing but figures.

Which rows are shown at all was decided before; a row's own fields are printed by values.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.model.declaration import Group, Privacy, slots
from generator.model.scalars import parse_decimal, parse_money, parse_percentage, parse_whole
from generator.render import wording
from generator.render.addresses import row_anchor
from generator.render.inline import Value
from generator.render.values import Desk, Field, cell, fields, is_numeric, is_told
from generator.render.view_types import Column, Row, Table
from generator.render.views import slot_named

_FIGURES = frozenset({parse_whole, parse_money, parse_decimal, parse_percentage})
#: A form has at least so many figures.
_FORM = 3
_YUAN = "（元）"


def told_columns(rows: Sequence[Group], outer: Privacy, desk: Desk) -> list[Field]:
    """The visible fields in which at least one of the rows tells something."""
    found = fields(type(rows[0]), outer, desk.sight.classes)
    return [field for field in found if _is_told_of_any(rows, field)]


def _is_told_of_any(rows: Sequence[Group], field: Field) -> bool:
    for row in rows:
        raw = getattr(row, field.name)
        if raw or is_told(row, field, raw):
            return True
    return False


def group_table(
    caption: str, rows: Sequence[Group], columns: Sequence[Field], desk: Desk, withheld: frozenset[str] = frozenset()
) -> Table:
    """The rows of a field; the values of ``withheld`` attributes are not told. Numbered rows have an anchor."""
    numbered = slot_named(type(rows[0]), "number") is not None
    lines = [_row(row, columns, withheld, desk, row.number if numbered else "") for row in rows]  # type: ignore[attr-defined]
    return Table(caption, _heads(type(rows[0]), tuple([column.name for column in columns])), tuple(lines))


@cache
def _heads(group: type[Group], names: tuple[str, ...]) -> tuple[Column, ...]:
    """The heads of the columns that hold these attributes."""
    shown = {slot.name: slot for slot in slots(group)}
    return tuple(Column(shown[name].declaration.label, is_numeric(shown[name])) for name in names)


def _row(row: Group, columns: Sequence[Field], withheld: frozenset[str], desk: Desk, number: str) -> Row:
    cells = []
    for column in columns:
        hidden = column.name in withheld and is_told(row, column, getattr(row, column.name))
        cells.append(wording.WITHHELD if hidden else cell(row, column, desk))
    return Row(tuple(cells), anchor=row_anchor(number))


@cache
def is_form(group: type[Group]) -> bool:
    """Whether a group holds nothing but figures: one line of an official table."""
    found = [slot.scalar for slot in slots(group)]
    return len(found) >= _FORM and all(scalar is not None and scalar.parse in _FIGURES for scalar in found)


def form_table(caption: str, group: Group, outer: Privacy, whose: Value, desk: Desk) -> Table:
    """A form: the heads tell the units that the declarations name, one row holds the figures of the body ``whose`` they are."""
    columns = fields(type(group), outer, desk.sight.classes)
    heads = tuple(Column(column.declaration.description.removesuffix(_YUAN), numeric=True) for column in columns)
    row = Row((whose, *(cell(group, column, desk) for column in columns)))
    return Table(caption, (Column("机关"), *heads), (row,), is_form=True)
