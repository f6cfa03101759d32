"""Long lists in several pages, so that none is heavier than 150 KB: which rows stand on which, and where that page is.

The first page has the list's own address and all that is not a row; the others add ``page-2/`` to it. What rows look like is not decided
here; how much of a page one takes is estimated from what it says and who speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.model.kinds.laws import Law
from generator.model.record import Edition
from generator.model.record import Row as ListRow
from generator.render.addresses import to_page
from generator.render.site import ARTICLES_ON_A_PAGE, Site
from generator.render.view_types import PageLink
from generator.render.views import rows_are_listed, showing_of, shown

T = TypeVar("T")

#: Bytes that the rows of one page may take; the head and foot of a page, and what else the list has to say, need the rest of 150 KB.
_ROOM = 90_000
#: A row's markup, the bytes of page that a byte of its values becomes, a link to one neighbour, so many of which are named.
_MARKUP, _GROWTH, _LINK, _LINKS = 350, 3, 200, 20
#: Shorter lists are one page, whatever they say.
_FEW = 20
#: Rows of short lists of one page: what was done in a year, parties.
ROWS = 250
#: First and last row of a page, the last not included.
Span = tuple[int, int]


def spans(edition: Edition, site: Site) -> tuple[Span, ...]:
    """The rows of each page of an edition."""
    known = site.leaves.get(edition.ref)
    if known is None:
        known = site.leaves[edition.ref] = tuple(_spans(edition, site))
    return known


def _spans(edition: Edition, site: Site) -> Iterator[Span]:
    if isinstance(edition, Law):
        count = len(site.laws[edition.ref].articles)
        yield from ((at, at + ARTICLES_ON_A_PAGE) for at in range(0, count or 1, ARTICLES_ON_A_PAGE))
        return
    rows = _rows(edition, site)
    start, taken = 0, 0
    for at, row in enumerate(rows if len(rows) > _FEW else ()):
        weight = _weight(row, edition, site)
        if taken + weight > _ROOM and at > start:
            yield start, at
            start, taken = at, 0
        taken += weight
    yield start, len(rows)


def _rows(edition: Edition, site: Site) -> Sequence[ListRow]:
    """The rows that stand one by one: not those that a kind prints in a way of its own, nor those that are only counted."""
    # Imported late: the kinds' own modules name things, and names lead to pages.
    from generator.render.special import is_special

    rows: Sequence[ListRow] = getattr(edition, "rows", ())
    if not rows or is_special(type(edition), "rows"):
        return ()
    sight = shown(edition, site.state(edition), showing_of(edition, in_force=site.is_in_force(edition)))
    return rows if rows_are_listed(type(rows[0]), sight) else ()


def _weight(row: ListRow, edition: Edition, site: Site) -> int:
    tally = site.neighbours.rows.get((edition.id, row.number))
    named = min(len(tally.records), _LINKS) if tally is not None else 0
    return _MARKUP + _GROWTH * len(row.model_dump_json(exclude_none=True).encode()) + _LINK * named


def parts(rows: Sequence[T], size: int = ROWS) -> list[Sequence[T]]:
    """Rows of much the same length in pages; one empty page where there are none."""
    return [rows[at : at + size] for at in range(0, len(rows) or 1, size)]


def leaf_address(address: str, number: int) -> str:
    """The address of a list's page ``number``, counted from 1."""
    return address if number == 1 else f"{address}page-{number}/"


def row_address(edition: Edition, address: str, number: str, site: Site) -> str:
    """The page on which the row ``number`` stands, of an edition that is shown at ``address``."""
    found = spans(edition, site)
    if len(found) == 1:
        return address
    places = (at for at, row in enumerate(edition.rows) if row.number == number)  # type: ignore[attr-defined]
    at = next(places, 0)
    return leaf_address(address, next(leaf for leaf, (_start, end) in enumerate(found, 1) if at < end))


def leaf_links(address: str, count: int, here: int, root: str) -> tuple[PageLink, ...]:
    """Links to all pages of a list; none where there is one page."""
    numbers = range(1, count + 1) if count > 1 else ()
    return tuple(
        PageLink(f"第 {number} 页", to_page(root, leaf_address(address, number)), here=number == here) for number in numbers
    )
