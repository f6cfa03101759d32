"""A clerk's folder: the toy register in a git repository, and the program run in it as a clerk runs it."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli.main import main
from generator.model.kinds import kind_for
from generator.writing.canonical import canonical
from tests import toy

DAY = toy.AS_OF.isoformat()


def fresh(folder: str, following: int = 0) -> str:
    """The path of the act that is written next to those that the toy has of the year, or of the one so many after it."""
    taken = [int(path.stem.split("-")[1]) for path in (toy.CONTENT / folder).rglob(f"{toy.AS_OF.year}-*.yaml")]
    number = max(taken, default=0) + 1 + following
    return f"{folder}/{toy.AS_OF.year}/{toy.AS_OF.year}-{number:03d}.yaml"


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Office:
    """The folder that holds ``content``, and the captured streams."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def path(self, path: str) -> Path:
        """A file of the content."""
        return self.folder / "content" / path

    def text(self, path: str) -> str:
        """The text of a file of the content."""
        return self.path(path).read_text("utf-8")

    def sub(self, path: str, *pairs: tuple[str, str]) -> None:
        """Replace texts that are there."""
        text = self.text(path)
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        self.path(path).write_text(text, "utf-8")

    def run(self, *words: str, as_of: str = DAY) -> Ran:
        """Run ``disclosure`` as of a day."""
        self.capsys.readouterr()
        code = main([*words, "--as-of", as_of])
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)

    def commit(self, day: date = toy.BASE_DAY) -> None:
        """Commit everything."""
        toy.commit(self.folder / "content", day)

    def changed(self) -> list[str]:
        """What git sees as new or changed in the content, as ``git status`` marks it."""
        words = ["git", "-C", str(self.folder), "status", "--porcelain", "-uall"]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.splitlines()

    def assert_clean(self) -> None:
        """The proposal passes ``check --base``, and every new act is in canonical form."""
        ran = self.run("check", "--base", "HEAD")
        assert (ran.code, "错误[" in ran.out) == (0, False), ran.out
        for line in self.changed():
            mark, path = line[:2], line[3:].removeprefix("content/")
            if mark == "??":
                kind = kind_for(path.split("/")[0], Path(path).stem)
                assert kind is not None
                assert canonical(self.text(path), kind) == self.text(path)
