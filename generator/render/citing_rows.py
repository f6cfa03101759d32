"""Which rows of a list speak of something: of a provision, a kind of conduct, a row of another list. Links to them, for whoever is
spoken of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.model.declaration import Group
from generator.model.record import Edition, Record
from generator.model.record import Row as ListRow
from generator.model.references import Target
from generator.model.walk import references
from generator.render.addresses import row_anchor, to_page
from generator.render.inline import Items, Link, Pair, Phrase, Text, Value
from generator.render.leaves import row_address
from generator.render.names import link_to
from generator.render.site import Site

#: Whether a row speaks of it.
Speaks = Callable[[Group], bool]


def citing_pairs(records: Iterable[Record], speaks: Speaks, site: Site, root: str) -> Iterator[Pair]:
    """By kind, each record with the rows of it that speak of the thing."""
    found: dict[str, list[Value]] = {}
    for record in records:
        rows = [row for row in getattr(record, "rows", ()) if isinstance(row, ListRow) and speaks(row)]
        found.setdefault(record.KIND.title, []).append(_with_rows(link_to(record, site, root), record, rows, site, root))
    for title, values in found.items():
        yield Pair(title, values[0] if len(values) == 1 else Items(tuple(values), inline=False))


def speaks_of(list_id: str, number: str) -> Speaks:
    """Whether a row names this row of a list or code list."""
    return partial(_names, Target(list_id, row=number))


def _names(target: Target, row: Group) -> bool:
    return any(found == target for _, _, found in references(row))


def _with_rows(link: Link, record: Record, rows: list[ListRow], site: Site, root: str) -> Value:
    """The list, and below it its rows by name; rows without names beside it."""
    if not rows:
        return link
    places = [_place(record, row, site, root) for row in rows]
    if len(places) > 1 and any(hasattr(row, "name") for row in rows):
        return Phrase((link, Items(tuple(places), inline=False)))
    return Phrase((link, Text("："), Items(tuple(places), inline=True)))


def _place(record: Record, row: ListRow, site: Site, root: str) -> Value:
    words = f"{row.number} {getattr(row, 'name', '')}".strip()
    anchor = row_anchor(row.number)
    if not anchor or not isinstance(record, Edition):
        return Text(words)
    return Link(words, to_page(root, row_address(record, f"{record.id}/", row.number, site), anchor))
