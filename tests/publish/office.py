"""A project in git that is published by command to a folder: what the tests of the commands share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.build.project import ROOT, Project, make_project

DAY = "2026-01-05"
A, B = "penalties/shili-2014-001", "penalties/shili-2015-001"
FILE_A, FILE_B = "content/penalties/2014/shili-2014-001.md", "content/penalties/2015/shili-2015-001.md"
KEY = "示例密钥" * 8
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("DISCLOSURE_", "GIT_"))},
    "PYTHONPATH": str(ROOT), "DISCLOSURE_SALT_KEY": KEY, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONDONTWRITEBYTECODE": "1",
    "GIT_AUTHOR_NAME": "示例", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "示例", "GIT_COMMITTER_EMAIL": "x@example.org",
}
_MAIN = "import sys\nfrom generator.cli.main import main\nsys.exit(main())\n"


class Office:
    """A project in git, and a folder that it is published to."""

    def __init__(self, project: Project, out: Path | None = None) -> None:
        self.project, self.root, self.out = project, project.root, out or project.root.parent / "out"

    def run(
        self, *words: str, code: int = 0, env: dict[str, str] | None = None, before: str = "", prefix: Sequence[str] = ()
    ) -> str:
        """One command; what it said. The exit code must be as expected. ``before`` is Python that runs first in the same process."""
        command = [sys.executable, "-c", before + _MAIN, *words] if before else [sys.executable, "-m", "generator", *words]
        done = subprocess.run(
            [*prefix, *command], cwd=self.root, env=ENVIRONMENT | (env or {}), capture_output=True, text=True, timeout=200
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def publish(self, *words: str, code: int = 0, **more: dict[str, str]) -> str:
        """``publish`` on the usual day."""
        return self.run("publish", "--to", str(self.out), "--as-of", DAY, "--settings", "settings.py", *words, code=code, **more)

    def takedown(self, ref: str, *words: str, code: int = 0, day: str = DAY, env: dict[str, str] | None = None, before: str = "") -> str:
        """``takedown`` on the usual day."""
        given = ("--reason", "漏征求意见", "--approver", "示例局长", "--to", str(self.out), "--as-of", day, "--settings", "settings.py")
        return self.run("takedown", ref, *given, *words, code=code, env=env, before=before)

    def git(self, *words: str) -> None:
        """One git command."""
        subprocess.run(["git", *words], cwd=self.root, env=ENVIRONMENT, check=True, capture_output=True)

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "示例")

    def page(self, path: str) -> str:
        """One live file."""
        return (self.out / "current" / path).read_text("utf-8")

    def copy(self, folder: Path) -> Office:
        """The same project and what it published, in another folder."""
        shutil.copytree(self.root, folder / "project", symlinks=True)
        shutil.copytree(self.out, folder / "out", symlinks=True)
        return Office(Project(folder / "project"))


def new_office(folder: Path) -> Office:
    """A project of some decisions, committed and published once, with a ledger."""
    office = Office(make_project(folder / "project", records=12))
    office.git("init", "-q")
    (office.root / ".gitignore").write_text("__pycache__/\n")
    office.commit()
    assert "第 1 次发布" in office.publish("--start-ledger")
    return office


def party(office: Office, path: str) -> str:
    """The party's name in a record's file: it must be nowhere once the record is withdrawn."""
    text = (office.root / path).read_text("utf-8")
    return text.partition("名称: ")[2].partition("\n")[0].strip()
