"""Which records a page is rendered from: the references that its artefact carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.parts import Citation
from generator.model.record import Act, Document, Edition, Record
from generator.model.references import Certificate, Target
from generator.render.names import naming_body
from generator.render.neighbours import edition_of, named_by
from generator.render.site import Site
from generator.render.views import Showing, shown


def sources_of(record: Record, site: Site) -> tuple[str, ...]:
    """The references of the record, its acts, every record that it names and those that its page names, the record's own first."""
    known = site.sources.get(record.ref)
    if known is None:
        known = site.sources[record.ref] = tuple(dict.fromkeys(_sources(record, site)))
    return known


def _sources(record: Record, site: Site) -> Iterator[str]:
    yield record.ref
    yield from (act.ref for act in site.state(record).acts)
    classes = shown(record, site.state(record), Showing.PAGE).classes
    day = record.own_day  # type: ignore[attr-defined]
    for named in named_by(record, classes, site):
        if isinstance(named, Certificate):
            held = site.officer(named.number, day)
            if held is not None:
                yield held.roster.ref
        elif isinstance(named, Citation):
            yield from _versions(named, site)
        elif isinstance(named, Target):
            # A row is printed as the edition of the record's own day has it.
            then = site.register.edition_on(named.id, day)
            yield from refs([found for found in (site.find(named), then) if found is not None and site.is_shown(found)])
    body = naming_body(record) if isinstance(record, Document) else None
    deciding = site.register.edition_on(body, day) if body is not None else None
    yield from (deciding.ref,) if deciding is not None else ()
    if isinstance(record, Act) and (about := site.target_of(record)) is not None:
        yield about.ref
    elif not site.is_tombstone(record) and (not isinstance(record, Edition) or site.is_in_force(record)):
        yield from refs(site.neighbours.around(record))


def _versions(cited: Citation, site: Site) -> Iterator[str]:
    """The version that is cited, if it has a page, and the one in force, which the page compares it with."""
    edition = edition_of(cited)
    if edition in site.laws:
        yield edition
    newest = site.edition_in_force(cited.law.id)
    if newest is not None:
        yield newest.ref


def refs(records: Iterable[Record]) -> tuple[str, ...]:
    """The references of records that a list shows."""
    return tuple(record.ref for record in records)
