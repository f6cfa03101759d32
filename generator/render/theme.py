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
    """Every file of the theme's ``static`` folder, by name; a folder called ``….css`` is one file, its parts follow by name."""
    static = theme / "static"
    folders = [folder for folder in static.rglob("*") if folder.is_dir() and folder.suffix in _SMALLER]
    files = [file for file in static.rglob("*") if file.is_file() and file.parent not in folders]
    return tuple(sorted(_asset(source.relative_to(static).as_posix(), source) for source in (*folders, *files)))


def _asset(name: str, source: Path) -> Asset:
    smaller = _SMALLER.get(source.suffix)
    if smaller is None:
        return Asset(name, f"assets/{name}", source.read_bytes())
    parts = sorted(source.iterdir()) if source.is_dir() else (source,)
    data = smaller("".join(part.read_text("utf-8") for part in parts)).encode()
    digest = hashlib.sha256(data).hexdigest()[:12]
    stem = name.removesuffix(source.suffix)
    return Asset(name, f"assets/{stem}-{digest}{source.suffix}", data)
