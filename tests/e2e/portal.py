"""A portal on the loopback: a bare repository with the hook of ``deploy/``, a clerk's clone, a target folder, nginx before it.

The checked-out commit's own program runs, as it would there, but for the clock, which stands where the test puts it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests import toy
from tests.deploy.servers import ROOT, Answer, Server, public_folder, serve

#: The toy register's day, noon in Shanghai, on a machine that counts in UTC.
NOON = datetime(2026, 9, 1, 4, tzinfo=UTC)
KEY = "0123456789abcdef" * 4
PENDING, PENDING_FROM = "penalties/2026-001/", date(2026, 9, 7)
PUBLIC = "penalties/2021-001"

_SETTINGS = """\
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).resolve().parent))
from pelicanconf import *
DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"
DISCLOSURE_OWNER = "示例市统计局"
DISCLOSURE_FOOTER = [("主办单位", DISCLOSURE_OWNER)]
"""
_DISCLOSURE = """\
#!{python}
import os, sys
sys.path.insert(0, os.getcwd())
from datetime import datetime
from generator.primitives import clock

class Frozen(datetime):
    @classmethod
    def now(cls, tz):
        return datetime.fromisoformat(os.environ["TEST_NOW"]).astimezone(tz)

clock.datetime = Frozen
from generator.cli.main import run
run()
"""
_GIT = ("-c", "user.name=示例", "-c", "user.email=toy@example.org", "-c", "protocol.file.allow=always")

Done = subprocess.CompletedProcess[str]


class Portal:
    """See the module. ``now`` is the machine's clock; ``target`` what ``--to`` names."""

    def __init__(self, root: Path, work: Path, target: str) -> None:
        self.now = NOON
        self.target = target
        self.folder = root / "disclosure"
        self.remote, self.clone, self.bin = work / "content.git", work / "clone", work / "bin"
        self.server: Server
        self._install()

    def _install(self) -> None:
        self.bin.mkdir()
        program = self.bin / "disclosure"
        program.write_text(_DISCLOSURE.format(python=sys.executable), "utf-8")
        program.chmod(0o755)
        self.git("init", "-q", "--bare", "-b", "main", str(self.remote), cwd=self.bin)
        shutil.copy(ROOT / "deploy/post-receive", self.remote / "hooks")
        self.configure("target", self.target)
        # The environment is this one's: what `make` would install first.
        self.configure("command", f"make release BIN={self.bin} -o .venv/run.installed")
        (self.remote / "disclosure.env").write_text(f"DISCLOSURE_SALT_KEY={KEY}\n", "utf-8")
        self.git("clone", "-q", str(self.remote), str(self.clone), cwd=self.bin)
        self.git("checkout", "-q", "-b", "main")
        shutil.copytree(toy.CONTENT, self.clone / "content")
        for name in ("generator", "theme"):
            shutil.copytree(ROOT / name, self.clone / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in (".gitignore", "Makefile", "pelicanconf.py"):
            shutil.copy(ROOT / name, self.clone)
        (self.clone / "publishconf.py").write_text(_SETTINGS, "utf-8")

    def configure(self, name: str, value: str) -> None:
        """Set one of the hook's settings."""
        self.git("config", f"disclosure.{name}", value, cwd=self.remote)

    @property
    def environment(self) -> dict[str, str]:
        """What programs see: a machine in UTC, with the test's clock."""
        own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "DISCLOSURE_", "MAKE", "MFLAGS"))}
        return {**own, "TZ": "UTC", "TEST_NOW": self.now.isoformat(), "GIT_CONFIG_GLOBAL": os.devnull}

    def git(self, *words: str, cwd: Path | None = None, check: bool = True) -> Done:
        """Git, in the clerk's clone unless said otherwise."""
        return self.run("git", *_GIT, *words, cwd=cwd or self.clone, check=check)

    def run(self, *command: str, cwd: Path | None = None, check: bool = False, **more: str) -> Done:
        """Any program, with the portal's clock."""
        environment = {**self.environment, **more}
        done = subprocess.run(command, cwd=cwd or self.clone, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def disclosure(self, *words: str, cwd: Path | None = None) -> Done:
        """The command line, with the key, in the clerk's clone unless said otherwise."""
        return self.run(str(self.bin / "disclosure"), *words, cwd=cwd, DISCLOSURE_SALT_KEY=KEY)

    def write(self, path: str, text: str) -> None:
        """Write a file of the clerk's clone."""
        file = self.clone / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, message: str = "change") -> str:
        """Commit all of the clone; the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").stdout.strip()

    def push(self, *words: str) -> str:
        """Commit and push to main; what the pusher sees."""
        self.commit()
        done = self.git("push", *words, "origin", "HEAD:main")
        return done.stderr

    def scheduled(self) -> Done:
        """The daily run."""
        return self.run("hooks/post-receive", "now", cwd=self.remote)

    def first(self) -> None:
        """The first release, which starts the ledger, by hand as docs/deploy.md has it."""
        self.commit("first")
        done = self.disclosure("publish", "--to", self.target, "--start-ledger")
        assert done.returncode == 0, done.stdout + done.stderr
        self.git("push", "-q", "origin", "HEAD:main")

    def at(self, day: date, hour: int = 12) -> None:
        """Set the clock to an hour of a day in Shanghai."""
        self.now = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour - 8)

    def get(self, path: str) -> Answer:
        """Ask the web server."""
        return self.server.get(path)

    @property
    def live(self) -> str:
        """The name of the release that the public sees."""
        return (self.folder / "current").readlink().name


def withdrawal(ref: str, day: date, number: int = 9, **more: str) -> tuple[str, str]:
    """Path and text of a withdrawal."""
    why = {"事由": "误发", "事由日期": str(day), "撤下日期": str(day), "理由": "误发，撤下核对", **more}
    keys = {"撤下对象": ref, **why, "批准人": "示例壬", "示例": "是"}
    return f"content/withdrawals/{day.year}/{day.year}-{number:03}.yaml", "".join(f"{key}: {value}\n" for key, value in keys.items())


@contextmanager
def portal(work: Path) -> Iterator[Portal]:
    """A portal after its first release, with nginx before it."""
    with public_folder() as root:
        made = Portal(root, work, str(root / "disclosure"))
        made.first()
        (work / "nginx").mkdir()
        with serve("nginx", work / "nginx", made.folder / "current") as made.server:
            made.configure("url", made.server.address)
            yield made
