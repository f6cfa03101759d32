"""Penalty decisions by the kind of penalty: 警告, 罚款 …, with numbers by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.site import Artefact
from generator.render.addresses import value_address
from generator.render.facets import Facet, Topic, decisions_of, plan_facets, render_facets
from generator.render.neighbours import Tally
from generator.render.press import Press
from generator.render.site import Site
from generator.render.topics import SANCTIONS
from generator.render.views import slot_named

#: To be named here tells what a record says.
SORTS = True

_TOPIC = Topic(SANCTIONS, "sanctions", "处罚种类", "各种处罚的决定（件）", "目前没有公开的行政处罚决定。")


def plan(site: Site) -> Iterator[Artefact]:
    """The index, and a page for each kind of penalty."""
    return plan_facets(_TOPIC, _facets(site))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """One of the pages."""
    return render_facets(artefact, _TOPIC, _facets(site), site, press)


@lru_cache(maxsize=1)
def _facets(site: Site) -> tuple[Facet, ...]:
    """By kind, in the order of the law; a decision with several is of each. What is withdrawn or expired is only counted."""
    slot = slot_named(PenaltyDecision, "penalties")
    assert slot is not None
    assert slot.scalar is not None
    found: dict[str, Tally] = defaultdict(Tally)
    for record in decisions_of(site):
        for sort in record.penalties if isinstance(record, PenaltyDecision) else ():
            if site.is_tombstone(record):
                found[sort].lose(record)
            else:
                found[sort].records.append(record)
    return tuple(Facet(name, value_address(SANCTIONS, name), found[name]) for name in sorted(found, key=slot.scalar.options.index))
