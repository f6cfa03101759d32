"""Rows about records, as lists, stages and the home page have them: name, columns, standing.

The columns are the fields that a kind declares as such; what a row may show of a record is views.py's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from generator.model.declaration import Privacy
from generator.model.record import Lifecycle, Record
from generator.model.standing import Standing
from generator.render import wording
from generator.render.inline import Value
from generator.render.names import link_to, naming_slot
from generator.render.notices import marks_of
from generator.render.site import Site, public_order
from generator.render.values import Desk, Field, cell, fields, is_numeric
from generator.render.view_types import Column, Row, Table
from generator.render.views import COLUMNS, Showing, shown


class Cell(NamedTuple):
    """A column beside the name: the record's field, and the column field inside it if it holds a group."""

    outer: Field
    inner: Field | None

    @property
    def privacy(self) -> Privacy:
        """The class of what the column shows."""
        return (self.inner or self.outer).privacy

    @property
    def is_broad(self) -> bool:
        """Whether it names several things in sentences: kinds of conduct, matters that were inspected."""
        scalar = self.outer.slot.scalar
        return self.outer.slot.many and scalar is not None and bool(scalar.targets)


@cache
def _columns(kind: type[Record]) -> tuple[Cell, ...]:
    naming = naming_slot(kind)
    return tuple(
        cell
        for field in fields(kind, Privacy.IDENTITY, COLUMNS)
        if field.declaration.column and field.slot is not naming
        for cell in _cells(field)
    )


def _cells(field: Field) -> list[Cell]:
    if field.slot.group is None:
        return [Cell(field, None)]
    inner = fields(field.slot.group, field.privacy, COLUMNS)
    return [Cell(field, part) for part in inner if part.declaration.column]


def name_column(kind: type[Record]) -> str:
    """What the column of names is headed."""
    slot = naming_slot(kind)
    if slot is None or kind.KIND.lifecycle is Lifecycle.ACT or slot.name != kind.KIND.caption:
        return kind.KIND.title
    return slot.declaration.label


def records_table(kind: type[Record], records: Iterable[Record], site: Site, root: str, caption: str) -> Table:
    """A table of records of one kind, a row each; a column of which no row tells anything is left out."""
    heads = tuple(
        Column(each.outer.declaration.label, is_numeric((each.inner or each.outer).slot), each.is_broad) for each in _columns(kind)
    )
    rows = tuple(_row(record, site, root) for record in records)
    told = [at for at in range(len(heads)) if not rows or any(row.cells[at + 1] != wording.BLANK for row in rows)]
    if len(told) < len(heads):
        rows = tuple(row._replace(cells=(row.cells[0], *(row.cells[at + 1] for at in told))) for row in rows)
    columns = (heads[at] for at in told)
    return Table(caption, (Column(name_column(kind)), *columns), rows, with_marks=any(row.marks for row in rows))


def _row(record: Record, site: Site, root: str) -> Row:
    sight = shown(record, site.state(record), Showing.ROW)
    desk = Desk(site, root, record.own_day, sight)  # type: ignore[attr-defined]
    cells: list[Value] = [link_to(record, site, root)._replace(note="")]
    for column in _columns(type(record)):
        holder = record if column.inner is None else getattr(record, column.outer.name)
        if not sight.allows(column.privacy) or holder is None:
            cells.append(wording.BLANK)
        else:
            cells.append(cell(holder, column.inner or column.outer, desk))
    return Row(tuple(cells), marks=marks_of(record, site), struck=site.is_withdrawn(record))


def news_rows(records: Iterable[Record], site: Site, root: str) -> tuple[Row, ...]:
    """Records, perhaps of several kinds, with the day on which they became public: name, kind, day.

    Only what is not simply in force has a mark.
    """
    return tuple(
        Row(
            (
                link_to(record, site, root)._replace(note=""),
                wording.code(record.KIND.title),
                wording.day(public_order(record)[0]),
            ),
            marks=tuple(mark for mark in marks_of(record, site) if mark.tone != Standing.CURRENT),
            struck=site.is_withdrawn(record),
        )
        for record in records
    )
