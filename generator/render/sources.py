"""Which records a page is rendered from: the references that its artefact carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.record import Act, Record
from generator.model.references import Certificate
from generator.model.walk import references
from generator.render.site import Site


def sources_of(record: Record, site: Site) -> tuple[str, ...]:
    """The references of the record, its acts and every record that it names, the record's own first."""
    return tuple(dict.fromkeys(_sources(record, site)))


def _sources(record: Record, site: Site) -> Iterator[str]:
    yield record.ref
    yield from (act.ref for act in site.state(record).acts)
    day = record.own_day  # type: ignore[attr-defined]
    for _where, _slot, target in references(record):
        if isinstance(target, Certificate):
            held = site.officer(target.number, day)
            if held is not None:
                yield held.roster.ref
        elif (found := site.find(target)) is not None:
            yield found.ref
    if isinstance(record, Act):
        about = site.target_of(record)
        if about is not None:
            yield about.ref


def refs(records: Iterable[Record]) -> tuple[str, ...]:
    """The references of records that a list shows."""
    return tuple(record.ref for record in records)
