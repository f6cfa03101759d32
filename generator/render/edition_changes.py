"""What one edition of a list changed: rows added, left out and altered, by their numbers, and altered particulars.

Editions out of force are compared as their own pages show them: without persons (DESIGN §6). Dates and reasons of the edition itself
stand beside it, not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.declaration import Privacy
from generator.model.record import Edition
from generator.model.record import Row as ListRow
from generator.model.scalars import MARKER, parse_certificate
from generator.model.walk import leaves
from generator.render import wording
from generator.render.alterations import Desks, alterations, of_field
from generator.render.inline import Items, Pair, Phrase, Text, Value
from generator.render.names import certificate
from generator.render.site import Site
from generator.render.special import is_silent, is_special
from generator.render.values import Desk, Field, cell, fields
from generator.render.view_types import Column, Row, Section, Table
from generator.render.views import Showing, rows_are_listed, shown
from generator.render.wording import ADJUSTED, PATH

_COLUMNS = (Column("名称"), Column("编号"), Column("变化"), Column("内容"))
_ADDED, _LEFT_OUT, _ALTERED = "新增", "不再列入", "修改"
_WITHDRAWN = Text("上一版已撤下，不作对照。")
_SAME = Text("内容没有变化。")


class Two(NamedTuple):
    """Two editions of one list, each with the desk that prints it. ``brief``: no values are told."""

    before: Edition
    after: Edition
    old: Desk
    new: Desk
    brief: bool = False


def changes_section(before: Edition, after: Edition, site: Site, root: str, *, brief: bool = False) -> Section:
    """What ``after`` changed, as far as both may be shown; the caller sets its place and title.

    ``brief``: only which fields were altered, and of which rows.
    """
    old, new = (Desk(site, root, e.own_day, shown(e, site.state(e), Showing.PAST)) for e in (before, after))
    empty = Section("", "")
    if not (old.sight.allows(Privacy.PUBLIC) and new.sight.allows(Privacy.PUBLIC)):
        return empty._replace(value=_WITHDRAWN)
    two = Two(before, after, old, new, brief)
    pairs = tuple(_particulars(two))
    rows = tuple(_rows(two))
    if not pairs and not rows:
        return empty._replace(value=_SAME)
    return empty._replace(pairs=pairs, table=Table("逐行变化", _COLUMNS, rows) if rows else None)


def _particulars(two: Two) -> Iterator[Pair]:
    """The altered fields beside the numbered rows; of persons the numbers that came and went."""
    for field in fields(type(two.after), Privacy.IDENTITY, two.new.sight.classes):
        was, now = getattr(two.before, field.name), getattr(two.after, field.name)
        if field.slot.name in Edition.model_fields or is_silent(type(two.after), field.slot.name) or was == now:
            continue
        if not _is_numbered(field):
            yield from _particular(field, two)
        elif not rows_are_listed(field.slot.group, two.new.sight):  # type: ignore[arg-type]
            yield from _came_and_went(was, now, two.new)
    if two.before.body.strip() != two.after.body.strip():
        yield Pair("说明", ADJUSTED)


def _particular(field: Field, two: Two) -> Iterator[Pair]:
    """One altered field; of what lies inside it each on a line of its own, without repeating the field's label.

    What a kind prints in its own way (articles, the ways of a flowchart) is numbered anew by each edition: it is not compared.
    """
    label = field.declaration.label
    found = list(of_field(two.before, two.after, field, Desks(two.old, two.new)))
    if not found:
        return
    if two.brief or is_special(type(two.after), field.slot.name):
        yield Pair(label, ADJUSTED)
        return
    lines = [
        value if path == label else Phrase((Text(f"{path.removeprefix(label + PATH)}："), value)) for path, value in found
    ]
    yield Pair(label, Items(tuple(lines), inline=False))


def _is_numbered(field: Field) -> bool:
    return field.slot.many and field.slot.group is not None and issubclass(field.slot.group, ListRow)


def _came_and_went(was: Sequence[ListRow], now: Sequence[ListRow], desk: Desk) -> Iterator[Pair]:
    yield Pair("人数", Text(f"原：{len(was)} 人；现：{len(now)} 人"))
    old, new = _numbers(was), _numbers(now)
    for label, found in (("新列入的证件", new - old), ("不再列入的证件", old - new)):
        if found:
            yield Pair(label, Items(tuple(certificate(number, desk.site, desk.root) for number in sorted(found)), inline=True))


def _numbers(rows: Sequence[ListRow]) -> set[str]:
    found = (value for row in rows for _, slot, value in leaves(row) if slot.scalar and slot.scalar.parse is parse_certificate)
    return {number for number in found if number != MARKER}


def _rows(two: Two) -> Iterator[Row]:
    """The numbered rows that came, went or were altered, in the order of the newer edition, those that went last."""
    for field in fields(type(two.after), Privacy.IDENTITY, two.new.sight.classes):
        if not _is_numbered(field) or not rows_are_listed(field.slot.group, two.new.sight):  # type: ignore[arg-type]
            continue
        old: dict[str, ListRow] = {row.number: row for row in getattr(two.before, field.name)}
        new: dict[str, ListRow] = {row.number: row for row in getattr(two.after, field.name)}
        for number, row in new.items():
            if number not in old:
                yield _row(_ADDED, row, field, two.new, wording.BLANK)
            elif (altered := _alterations(old[number], row, field.privacy, two)) is not None:
                yield _row(_ALTERED, row, field, two.new, altered)
        for number, row in old.items():
            if number not in new:
                yield _row(_LEFT_OUT, row, field, two.old, wording.BLANK)


def _row(word: str, row: ListRow, field: Field, desk: Desk, what: Value) -> Row:
    named = [each for each in fields(type(row), field.privacy, desk.sight.classes) if each.name != "number"]
    return Row((cell(row, named[0], desk), wording.code(row.number), Text(word, nowrap=True), what))


def _alterations(was: ListRow, now: ListRow, outer: Privacy, two: Two) -> Value | None:
    """What of a row was altered; None if that is nothing the public sees."""
    found = list(alterations(was, now, outer, Desks(two.old, two.new)))
    if not found:
        return None
    if two.brief:
        return Text("、".join(dict.fromkeys(label.partition(PATH)[0] for label, _ in found)))
    return Items(tuple(Phrase((Text(f"{label}："), value)) for label, value in found), inline=False)
