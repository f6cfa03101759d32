"""A small project on disk (settings, content, the real theme) and the ways to build it, each in a process of its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import write_corpus

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-01-05"

_SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
THEME = "theme"
OUTPUT_PATH = "site"
"""

_BUILD = """\
import sys
from datetime import date
from pathlib import Path
from generator.plugin import build
from generator.plugin.site import print_findings
content, output, settings, as_of, jobs = sys.argv[1:]
sys.exit(build(Path(content), Path(output), Path(settings), date.fromisoformat(as_of), int(jobs), print_findings))
"""

Result = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Project:
    """A folder with ``settings.py``, ``content/`` and a copy of the theme; the site is built into ``site/``."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Write one file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace text in one file of the project."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def settings(self, *lines: str) -> None:
        """Write the settings, with further lines at their end."""
        self.write("settings.py", _SETTINGS.format(root=str(ROOT)) + "\n".join(lines) + "\n")

    def build(
        self, *, jobs: int = 1, code: str = "", output: str = "site", env: dict[str, str] | None = None, prefix: Sequence[str] = ()
    ) -> Result:
        """What ``disclosure build`` does; ``code`` is run before it in the same process, ``prefix`` stands before the command."""
        arguments = [str(self.root / "content"), str(self.root / output), str(self.root / "settings.py"), AS_OF, str(jobs)]
        return self._run([*prefix, sys.executable, "-c", code + _BUILD, *arguments], env)

    def pelican(self, *options: str, env: dict[str, str] | None = None) -> Result:
        """``pelican content -s settings.py``, as the console script runs it: no current folder on the path."""
        command = [sys.executable, "-P", "-m", "pelican", "content", "-s", "settings.py", *options]
        return self._run(command, {"DISCLOSURE_AS_OF": AS_OF, **(env or {})})

    def _run(self, command: list[str], env: dict[str, str] | None) -> Result:
        known = {name: value for name, value in os.environ.items() if not name.startswith("DISCLOSURE_")}
        path = {"PYTHONPATH": str(ROOT)} if "-P" not in command else {}
        return subprocess.run(
            command, cwd=self.root, env=known | path | (env or {}), capture_output=True, text=True, timeout=120
        )

    def site(self, output: str = "site") -> dict[str, str]:
        """The digest of every file of the built site."""
        folder = self.root / output
        return {
            file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    def page(self, path: str) -> str:
        """The text of one file of the built site."""
        return (self.root / "site" / path).read_text("utf-8")

    @property
    def beside(self) -> set[str]:
        """What lies in the project's folder: a build may add nothing to it but its output."""
        return {entry.name for entry in self.root.iterdir()}


def make_project(root: Path, records: int = 3) -> Project:
    """A sound project of some invented decisions, not built yet."""
    project = Project(root)
    write_corpus(records, root / "content")
    shutil.copytree(ROOT / "theme", root / "theme")
    project.settings()
    return project
