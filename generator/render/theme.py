"""The theme's own files (styles): found, named after their content, and put where pages link to them.

A name that changes with the content lets servers cache for ever. Templates are not loaded here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

#: The theme's folder: ``templates/`` and ``static/``.
THEME = Path(__file__).resolve().parents[2] / "theme"

_HASHED = frozenset({".css", ".js"})


class Asset(NamedTuple):
    """One file of ``theme/static``: its name there, its path on the site, and where it lies."""

    name: str
    path: str
    source: Path


def assets_of(theme: Path) -> tuple[Asset, ...]:
    """Every file of the theme's ``static`` folder, by name."""
    static = theme / "static"
    files = (file for file in static.rglob("*") if file.is_file())
    return tuple(sorted(_asset(file.relative_to(static).as_posix(), file) for file in files))


def _asset(name: str, source: Path) -> Asset:
    if source.suffix not in _HASHED:
        return Asset(name, f"assets/{name}", source)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    stem = name.removesuffix(source.suffix)
    return Asset(name, f"assets/{stem}-{digest}{source.suffix}", source)
