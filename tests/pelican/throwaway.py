"""A small Pelican site without our plugin, and the ``pelican`` command run over it in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

#: What every throw-away site has in common: one page, no articles, no feeds, no index.
BASE = """\
PATH = "content"
OUTPUT_PATH = "out"
THEME = "theme"
ARTICLE_PATHS = []
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SLUGIFY_SOURCE = "basename"
TIMEZONE = "UTC"
DELETE_OUTPUT_DIRECTORY = True
PLUGINS = []
"""

#: Put before BASE in settings that hand a plugin over as a module object.
PLUGIN = """\
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).parent))
import probe
"""


@dataclass(frozen=True)
class Site:
    """A folder with settings, content, theme and an old output that holds ``old.html``."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Write one file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def configure(self, *lines: str, plugin: str = "") -> None:
        """Write the settings; ``plugin`` is the source of a plugin module that they hand over as an object."""
        head = PLUGIN if plugin else ""
        tail = ["PLUGINS = [probe]"] if plugin else []
        if plugin:
            self.write("probe.py", plugin)
        self.write("pelicanconf.py", head + BASE + "\n".join([*tail, *lines]) + "\n")

    def pelican(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Run ``pelican content -s pelicanconf.py`` in the site's folder, as the console script does: no cwd on the path."""
        command = [sys.executable, "-P", "-m", "pelican", "content", "-s", "pelicanconf.py", *options]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=60)

    @property
    def output(self) -> set[str]:
        """The files in the output folder."""
        out = self.root / "out"
        return {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()}

    def read(self, path: str) -> str:
        """The text of one output file."""
        return (self.root / "out" / path).read_text("utf-8")


def make_site(root: Path) -> Site:
    """A sound site with one page, built by nobody yet; its output folder holds a file of an earlier build."""
    site = Site(root)
    site.write("content/pages/about.md", "Title: About\n\nSome *text* & more.\n")
    site.write("theme/templates/page.html", "{{ page.title }}|{{ page.content }}")
    site.write("out/old.html", "old")
    site.configure()
    return site
