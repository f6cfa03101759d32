"""The theme's own files (styles, scripts): found, made small, named after their content, and put where pages link to them.

A name that changes with the content lets servers cache for ever. Templates are not loaded here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import rcssmin
import rjsmin

#: The theme's folder: ``templates/`` and ``static/``.
THEME = Path(__file__).resolve().parents[2] / "theme"

#: What is sent without the comments and blanks that are there for us.
_SMALLER = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


class Asset(NamedTuple):
    """One file of ``theme/static``: its name there, its path on the site, and its bytes as they are served."""

    name: str
    path: str
    data: bytes


def assets_of(theme: Path) -> tuple[Asset, ...]:
    """Every file of the theme's ``static`` folder, by name."""
    static = theme / "static"
    files = (file for file in static.rglob("*") if file.is_file())
    return tuple(sorted(_asset(file.relative_to(static).as_posix(), file) for file in files))


def _asset(name: str, source: Path) -> Asset:
    smaller = _SMALLER.get(source.suffix)
    if smaller is None:
        return Asset(name, f"assets/{name}", source.read_bytes())
    data = smaller(source.read_text("utf-8")).encode()
    digest = hashlib.sha256(data).hexdigest()[:12]
    stem = name.removesuffix(source.suffix)
    return Asset(name, f"assets/{stem}-{digest}{source.suffix}", data)
