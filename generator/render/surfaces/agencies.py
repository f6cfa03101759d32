"""Decisions and results by the body that made them, with numbers by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.model.site import Artefact
from generator.render.facets import Facet, Topic, decisions_of, plan_facets, render_facets
from generator.render.names import body_name, naming_body
from generator.render.neighbours import Tally
from generator.render.press import Press
from generator.render.site import Site
from generator.render.topics import AGENCIES

_TOPIC = Topic(AGENCIES, "agencies", "机关", "各机关的决定和结果（件）", "目前没有公开的决定和结果。")


def plan(site: Site) -> Iterator[Artefact]:
    """The index, and a page for each body that has decided anything."""
    return plan_facets(_TOPIC, _facets(site))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """One of the pages."""
    return render_facets(artefact, _TOPIC, _facets(site), site, press)


@lru_cache(maxsize=1)
def _facets(site: Site) -> tuple[Facet, ...]:
    """The column's own body first. Who decided identifies a record, so that tombstones are named too."""
    found: dict[str, Tally] = defaultdict(Tally)
    names: dict[str, str] = {}
    for record in decisions_of(site):
        body = naming_body(record)
        if body is not None:
            found[body].records.append(record)
            names.setdefault(body, body_name(record, site).text)
    ordered = sorted(found, key=lambda body: (body != site.settings.main_body, body))
    return tuple(Facet(names[body], f"{AGENCIES}{body.rpartition('/')[2]}/", found[body]) for body in ordered)
