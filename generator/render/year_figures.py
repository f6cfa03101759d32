"""The few numbers of the current year that the front page shows: decisions by kind, how many came in time, corrections, withdrawals.

Each is the number that the linked list shows too: what is withdrawn or expired is counted, what is 不予公开 is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.deadlines import Pace
from generator.model.kinds import kind_for
from generator.model.record import Document, Record
from generator.model.timeliness import PUBLISHING, timeliness
from generator.render.addresses import to_page
from generator.render.inline import Link, Text, Value
from generator.render.site import Site
from generator.render.view_types import Figure

#: Folders of the kinds that are counted: decisions first, then what was done to publications.
_DECISIONS = ("penalties", "decisions", "inspection-results")
_ACTS = ("corrections", "withdrawals")
_IN_TIME = "按期公开"


def year_figures(site: Site, root: str) -> tuple[Figure, ...]:
    """The numbers of the year of the build."""
    return tuple(_figures(site, site.as_of.year, root))


def _figures(site: Site, year: int, root: str) -> Iterator[Figure]:
    decisions: list[Record] = []
    for folder in _DECISIONS:
        found = _of_year(folder, site, year)
        decisions += found
        yield _count(folder, len(found), year, root)
    kept = [_pace(record, site) for record in decisions]
    on_time, late = kept.count(Pace.ON_TIME), kept.count(Pace.LATE)
    if on_time + late:
        yield Figure(Text(_IN_TIME), str(on_time), f"件，共 {on_time + late} 件")
    for folder in _ACTS:
        yield _count(folder, len(_of_year(folder, site, year)), year, root)


def _of_year(folder: str, site: Site, year: int) -> tuple[Record, ...]:
    kind = kind_for(folder)
    return site.years.get(kind, {}).get(year, ()) if kind is not None else ()


def _count(folder: str, count: int, year: int, root: str) -> Figure:
    kind = kind_for(folder)
    assert kind is not None
    address = f"{folder}/{year}/" if count else f"{folder}/"
    text: Value = Link(kind.KIND.title, to_page(root, address))
    return Figure(text, str(count), "件")


def _pace(record: Record, site: Site) -> Pace | None:
    found = timeliness(record, site.register) if isinstance(record, Document) else None
    return found.state if found is not None and found.due.matter in PUBLISHING else None
