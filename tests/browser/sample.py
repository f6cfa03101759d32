"""The sample site that the judges look at: built from ``content/`` as of a pinned day, and which of its pages stand for all."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import flow
from generator.model.checked import CheckedRegister
from generator.model.site import Artefact
from generator.plugin.settings import load_settings
from generator.reading.tree import DirectoryTree

ROOT = Path(__file__).resolve().parents[2]
#: After the newest sample record, in a year whose holidays are known.
AS_OF = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page: its path in the site, what renders it, its uppermost folder, and the standing of what it shows."""

    path: str
    surface: str
    folder: str
    standing: str

    @property
    def address(self) -> str:
        """Where it is below the site's root, as links have it."""
        return self.path.removesuffix("index.html")


@dataclass(frozen=True, slots=True)
class Sample:
    """The built site: its folder, and all its pages by path."""

    root: Path
    pages: tuple[Page, ...]

    def text(self, path: str) -> str:
        """One file of the site."""
        return (self.root / path).read_text("utf-8")

    def size(self, path: str) -> int:
        """The length of one file in bytes."""
        return (self.root / path).stat().st_size

    def files(self, pattern: str) -> list[Path]:
        """The files of the site that match a pattern, sorted."""
        return sorted(self.root.rglob(pattern))

    def examples(self) -> tuple[Page, ...]:
        """The longest page of each surface, kind and standing: what a new surface adds joins by itself."""
        longest: dict[tuple[str, str, str], Page] = {}
        for page in sorted(self.pages, key=lambda page: (self.size(page.path), page.path)):
            longest[page.surface, page.folder, page.standing] = page
        return tuple(longest.values())


def build_sample(output: Path) -> None:
    """Build the site and its full-text index, as ``make site`` does."""
    build = ("build", "--output", str(output), "--as-of", AS_OF.isoformat(), "--settings", "pelicanconf.py")
    for command in (build, ("search-index", str(output))):
        ran = subprocess.run(
            [sys.executable, "-m", "generator", *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr


def sample_at(root: Path) -> Sample:
    """The site that lies in a folder, with what its plan says of its pages."""
    settings, _pelican = load_settings(ROOT / "pelicanconf.py")
    checked = flow.check(DirectoryTree(ROOT / "content", "content"), settings, AS_OF).checked
    assert checked is not None
    planned = (artefact for artefact in flow.plan(checked).artefacts if artefact.path.endswith(".html"))
    return Sample(root, tuple(sorted((_page(artefact, checked) for artefact in planned), key=lambda page: page.path)))


def _page(artefact: Artefact, checked: CheckedRegister) -> Page:
    record = checked.register.get(artefact.subject[0]) if artefact.subject else None
    standing = checked.register.state(record, AS_OF).standing.value if record is not None else ""
    return Page(artefact.path, artefact.surface, artefact.path.rpartition("/")[0].partition("/")[0], standing)
