"""Plans the site: asks every surface for its files. Nothing is rendered here."""

from __future__ import annotations

from generator.model.checked import CheckedRegister
from generator.model.site import SitePlan
from generator.render.site import site_of
from generator.render.surfaces import all_surfaces


def plan_site(checked: CheckedRegister) -> SitePlan:
    """Every file that the site of this register will have. Raises ``ValueError`` if two surfaces claim one path."""
    site = site_of(checked)
    return SitePlan(tuple(artefact for surface in all_surfaces() for artefact in surface.plan(site)))
