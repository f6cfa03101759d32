"""The surfaces of the site: one file each, found by walking this package. A surface plans its files and renders each of them.

A surface module offers ``plan(site)`` and, unless Pelican writes its files, ``render(artefact, site, press)``; with
``is_indexed(artefact, site)`` it may keep pages from search engines; ``CLAUSES`` says what it does for clauses of the plan; ``SORTS``
that its pages sort records by what they say, so that to be named there tells something.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.model.site import Artefact
from generator.render.press import Press
from generator.render.site import Site


class Surface(NamedTuple):
    """One surface: its name is its module's."""

    name: str
    plan: Callable[[Site], Iterator[Artefact]]
    render: Callable[[Artefact, Site, Press], bytes] | None
    is_indexed: Callable[[Artefact, Site], bool]
    clauses: Mapping[str, str]
    """Clauses of the bureau's plan that its pages serve, each with what they do for it, in the public's words."""
    sorts: bool
    """Whether to be named on its pages tells what a record says: nothing withdrawn or expired may be."""


@cache
def all_surfaces() -> tuple[Surface, ...]:
    """Every surface, by name."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        is_indexed = getattr(module, "is_indexed", _every_page)
        clauses, sorts = getattr(module, "CLAUSES", {}), getattr(module, "SORTS", False)
        found.append(Surface(info.name, module.plan, getattr(module, "render", None), is_indexed, clauses, sorts))
    return tuple(found)


@cache
def surface_named(name: str) -> Surface:
    """The surface of that name."""
    return next(surface for surface in all_surfaces() if surface.name == name)


def _every_page(artefact: Artefact, _site: Site) -> bool:
    return artefact.path.endswith(".html")
