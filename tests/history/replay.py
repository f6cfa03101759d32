"""Plays a hand-made history: one file of ``steps/`` is one commit, with what the check says before it and what the site shows after it.

``day`` opens a step. ``put PATH TEXT``, ``sub PATH OLD NEW …``, ``copy FROM TO OLD NEW …``, ``move``, ``remove`` and ``run COMMAND …``
prepare a proposal. ``refused RULE …`` holds ``check --base`` against exactly these errors and undoes the proposal; ``fails WORDS …`` is a
command that must refuse. ``commit WARNING …`` wants no error and exactly these warnings, commits and builds. What then follows is
asserted of the site: see :data:`SHOWN`. Texts are quoted as in a shell; ``#`` begins a remark.
"""

from __future__ import annotations

import io
import json
import shlex
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import feedparser
from bs4 import BeautifulSoup
from lxml import etree

from generator.cli.main import main
from tests import toy

ROOT = Path(__file__).resolve().parents[2]
STEPS = sorted((Path(__file__).parent / "steps").glob("*.txt"))
#: What the repository's own settings are changed by.
_SETTINGS = f"""
THEME = {str(ROOT / "theme")!r}
DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"
DISCLOSURE_OWNER = "示例市统计局"
DISCLOSURE_FOOTER = []
DISCLOSURE_WEBSITE_DOMAIN = "toy.example"
DISCLOSURE_SITE_ADDRESS = "https://toy.example/zfgs/"
"""
_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


@dataclass
class Step:
    """What a step came to: how many proposals were refused, whether it was committed and built, and what was not as it says."""

    name: str
    refused: int = 0
    committed: bool = False
    asserted: int = 0
    wrong: list[str] = field(default_factory=list)


class Player:
    """The clerk's folder, its repository and its site. The current folder must be ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.content = toy.copy_toy(folder)
        self.site = folder / "site"
        self._kept = folder / "kept"
        self._day = toy.BASE_DAY
        (folder / "pelicanconf.py").write_text((ROOT / "pelicanconf.py").read_text("utf-8") + _SETTINGS, "utf-8")
        (folder / ".gitignore").write_text("site/\nkept/\n__pycache__/\n", "utf-8")
        toy.commit(self.content, self._day)

    def play(self, file: Path) -> Step:
        """One step. What it prepares and is not refused or committed fails it."""
        step = Step(file.stem)
        self._keep()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            name, *words = shlex.split(line, comments=True) or [""]
            if name:
                step.wrong += [f"{file.name}:{number}: {what}" for what in self._do(step, name, words)]
        return step

    def _do(self, step: Step, name: str, words: list[str]) -> list[str]:
        if name in PREPARING:
            return [told] if (told := PREPARING[name](self, *words)) else []
        if name == "refused":
            step.refused += 1
            found = self._check("error")
            self._undo()
            return [] if found == set(words) else [f"refused for {sorted(found)}"]
        if name == "fails":
            step.refused += 1
            return [] if self.run(*words)[0] in (1, 2) else ["the command did not refuse"]
        if name == "commit":
            step.committed = True
            return self._commit(set(words))
        step.asserted += 1
        return [] if SHOWN[name](self, *words) else [f"not so: {' '.join((name, *words))}{self._instead(name)}"]

    def _instead(self, name: str) -> str:
        return f"; the feed begins with {self.entries()[:3]}" if name == "entry" else ""

    def _commit(self, warnings: set[str]) -> list[str]:
        wrong = [f"error {rule}" for rule in sorted(self._check("error"))]
        if (found := self._check("warning")) != warnings:
            wrong.append(f"warned of {sorted(found)}")
        toy.commit(self.content, self._day)
        self._keep()
        code, out = self.run("build", "--output", str(self.site), "--jobs", "1")
        return wrong if code == 0 else [*wrong, out]

    def _check(self, severity: str) -> set[str]:
        """The rules with findings of this severity that ``check --base`` prints for the proposal."""
        _, out = self.run("check", "--base", "HEAD", "--format", "json")
        return {finding["rule"] for finding in json.loads(out)["findings"] if finding["severity"] == severity}

    def run(self, *words: str) -> tuple[int, str]:
        """Run the program as of the step's day; its exit code and what it printed, both streams on a failure."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*words, "--as-of", self._day.isoformat()])
        return code, out.getvalue() if code == 0 or words[0] == "check" else out.getvalue() + err.getvalue()

    def _keep(self) -> None:
        shutil.rmtree(self._kept, ignore_errors=True)
        shutil.copytree(self.content, self._kept)

    def _undo(self) -> None:
        shutil.rmtree(self.content)
        shutil.copytree(self._kept, self.content)

    # -- preparing ---------------------------------------------------------------------------------------------------

    def day(self, day: str) -> None:
        """The day of the step."""
        self._day = date.fromisoformat(day)

    def put(self, path: str, text: str) -> None:
        """A file with this text; ``\\n`` ends a line."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("\\n", "\n"), "utf-8")

    def sub(self, path: str, *pairs: str) -> str:
        """Replace texts, which must be there."""
        text = (self.content / path).read_text("utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            if old.replace("\\n", "\n") not in text:
                return f"{path} does not hold {old}"
            text = text.replace(old.replace("\\n", "\n"), new.replace("\\n", "\n"))
        self.put(path, text)
        return ""

    def copy(self, path: str, new: str, *pairs: str) -> str:
        """A file made of another one."""
        self.put(new, (self.content / path).read_text("utf-8"))
        return self.sub(new, *pairs)

    def move(self, path: str, new: str) -> None:
        """Rename a file."""
        (self.content / path).rename(self.content / new)

    def remove(self, path: str) -> None:
        """Delete a file."""
        (self.content / path).unlink()

    def command(self, *words: str) -> str:
        """A command that must succeed."""
        code, out = self.run(*words)
        return "" if code == 0 else out

    # -- showing -----------------------------------------------------------------------------------------------------

    def text(self, address: str) -> str:
        """What a reader reads on a page: its words without white space, the title bar included; nothing where there is no page."""
        page = BeautifulSoup(self.file(f"{address}/index.html"), "lxml")
        return "".join(page.get_text().split())

    def file(self, path: str) -> str:
        """One file of the site; nothing where there is none."""
        return (self.site / path).read_text("utf-8") if (self.site / path).is_file() else ""

    def everything(self) -> str:
        """Every file of the site as text."""
        return "\n".join(file.read_bytes().decode("utf-8", "replace") for file in self.site.rglob("*") if file.is_file())

    def entries(self) -> list[str]:
        """The titles in the feed, newest first."""
        return [entry.title for entry in feedparser.parse(self.file("feed/acts.atom").encode()).entries]

    def deleted(self) -> list[str]:
        """What the feed takes back."""
        tree = etree.fromstring((self.file("feed/acts.atom") or "<none/>").encode())
        return [element.get("ref", "").split(":", 2)[2] for element in tree.findall(_DELETED)]


PREPARING: dict[str, Callable[..., str | None]] = {
    "day": Player.day, "put": Player.put, "sub": Player.sub, "copy": Player.copy, "move": Player.move, "remove": Player.remove,
    "run": Player.command,
}  # fmt: skip

#: What may be said of the site: of a page by its address, of a file by its path, of everything, of the feed.
SHOWN: dict[str, Callable[..., bool]] = {
    "has": lambda player, address, *texts: all(text in player.text(address) for text in texts),
    "lacks": lambda player, address, *texts: (text := player.text(address)) != "" and not any(word in text for word in texts),
    "there": lambda player, *paths: all((player.site / path).is_file() for path in paths),
    "absent": lambda player, *paths: not any((player.site / path).exists() for path in paths),
    "nowhere": lambda player, *texts: not any(text in player.everything() for text in texts),
    "listed": lambda player, address: f"/{address}<" in player.file("sitemap.xml"),
    "unlisted": lambda player, address: f"/{address}<" not in player.file("sitemap.xml"),
    "entry": lambda player, *titles: player.entries()[: len(titles)] == list(titles),
    "forgotten": lambda player, *keys: set(keys) <= set(player.deleted()),
    "known": lambda player, *keys: not set(keys) & set(player.deleted()),
}  # fmt: skip
