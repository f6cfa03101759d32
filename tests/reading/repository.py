"""A git repository in a temporary folder, built with fixed names and days, whatever the user's configuration."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Repository:
    """``root`` is the working tree."""

    root: Path

    @classmethod
    def create(cls, root: Path) -> Repository:
        """An empty repository whose branch is ``main``."""
        root.mkdir(parents=True, exist_ok=True)
        repository = cls(root)
        repository.git("init", "--quiet", "--initial-branch=main")
        return repository

    def git(self, *arguments: str, given: bytes = b"", day: str = "2020-06-01T12:00:00+08:00") -> str:
        """Run one git command and return what it prints."""
        people = {
            f"GIT_{who}_{what}": "example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        fixed = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_COMMITTER_DATE": day,
            "GIT_AUTHOR_DATE": day,
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=kept | people | fixed,
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def write(self, files: dict[str, bytes]) -> None:
        """Put files into the working tree."""
        for path, data in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def commit(self, files: dict[str, bytes], day: str = "2020-06-01T12:00:00+08:00") -> str:
        """Add files and commit everything; the id of the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "change", day=day)
        return self.git("rev-parse", "HEAD")

    def commit_content(self, lines: list[tuple[str, str, bytes]]) -> str:
        """Commit a folder ``content`` that is written by hand; the id of the commit."""
        return self.git("commit-tree", self.tree([("40000", self.tree(lines), b"content")]), "-m", "by hand")

    def blob(self, data: bytes) -> str:
        """Store the contents of a file; its id."""
        return self.git("hash-object", "-w", "--stdin", given=data)

    def tree(self, lines: list[tuple[str, str, bytes]]) -> str:
        """Store a tree of (mode, object id, name), past git's own checks of names; its id."""
        data = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(oid) for mode, oid, name in lines)
        return self.git("hash-object", "-w", "--stdin", "-t", "tree", "--literally", given=data)
