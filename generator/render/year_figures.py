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
from generator.render.counts import count_of
from generator.render.inline import Link, Text, Value
from generator.render.notices import SAMPLE
from generator.render.overview_pages import Figure
from generator.render.site import Site

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
        yield _count(folder, found, year, root)
    kept = [_kept(decisions, site, is_sample=is_sample) for is_sample in (False, True)]
    if any(whole for _on_time, whole in kept):
        real, samples = (f"{on_time} 件，共 {whole} 件" for on_time, whole in kept)
        number, _, unit = real.partition(" ")
        yield Figure(Text(_IN_TIME), number, unit, f"{SAMPLE.word} {samples}" if kept[1][1] else "")
    for folder in _ACTS:
        yield _count(folder, _of_year(folder, site, year), year, root)


def _of_year(folder: str, site: Site, year: int) -> tuple[Record, ...]:
    kind = kind_for(folder)
    return site.years.get(kind, {}).get(year, ()) if kind is not None else ()


def _count(folder: str, records: tuple[Record, ...], year: int, root: str) -> Figure:
    kind = kind_for(folder)
    assert kind is not None
    address = f"{folder}/{year}/" if records else f"{folder}/"
    text: Value = Link(kind.KIND.title, to_page(root, address))
    count = count_of(records)
    samples = f"{SAMPLE.word} {count.samples} 件" if count.samples else ""
    return Figure(text, str(count.real), "件", samples)


def _kept(decisions: list[Record], site: Site, *, is_sample: bool) -> tuple[int, int]:
    """How many were public in time, and of how many that can be told."""
    paces = [_pace(record, site) for record in decisions if record.is_sample is is_sample]
    on_time = paces.count(Pace.ON_TIME)
    return on_time, on_time + paces.count(Pace.LATE)


def _pace(record: Record, site: Site) -> Pace | None:
    found = timeliness(record, site.register) if isinstance(record, Document) else None
    return found.state if found is not None and found.due.matter in PUBLISHING else None
