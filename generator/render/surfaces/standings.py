"""Decisions and results that are not what they were when they became public: corrected, withdrawn, expired, with numbers by year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.model.site import Artefact
from generator.model.standing import Standing
from generator.render.facets import Facet, Topic, decisions_of, plan_facets, render_facets
from generator.render.neighbours import Tally
from generator.render.press import Press
from generator.render.site import Site
from generator.render.topics import STANDINGS

_TOPIC = Topic(
    STANDINGS, "standings", "状态", "已经更正、撤下和公示期满的决定和结果（件）", "目前没有已经更正、撤下或者公示期满的决定和结果。",
)
_TOLD = (Standing.CORRECTED, Standing.WITHDRAWN, Standing.EXPIRED)


def plan(site: Site) -> Iterator[Artefact]:
    """The index, and a page for each standing that any record has."""
    return plan_facets(_TOPIC, _facets(site))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """One of the pages."""
    return render_facets(artefact, _TOPIC, _facets(site), site, press)


@lru_cache(maxsize=1)
def _facets(site: Site) -> tuple[Facet, ...]:
    found = {standing: Tally() for standing in _TOLD}
    for record in decisions_of(site):
        tally = found.get(site.state(record).standing)
        if tally is not None:
            tally.records.append(record)
    return tuple(
        Facet(standing.label, f"{STANDINGS}{standing.value}/", tally) for standing, tally in found.items() if tally.records
    )
