"""Small finished sites made by hand, and the ways to publish them: what a release needs of a site, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.ledger_days import LedgerDays
from generator.primitives.canonical_json import canonical
from generator.publish.assemble import Origin
from generator.publish.check import Problem, check_release, open_release
from generator.publish.folder import FolderTarget
from generator.publish.manifest import Manifest
from generator.publish.publishing import MakeSite, Order, publish
from generator.publish.release import Way
from generator.publish.target import Target

KEY = b"k" * 32
DAY = date(2026, 9, 1)
ACTS = {"corrections": "更正", "redactions": "隐私处理", "withdrawals": "撤下", "reinstatements": "恢复公示"}


@dataclass(frozen=True)
class Thing:
    """One record of a hand-made site: its words, how it stands, and the acts on it."""

    words: str = "示例"
    standing: str = "current"
    acts: tuple[str, ...] = ()
    published: str = "2026-08-01"
    late: str = ""

    def form(self, ref: str) -> bytes:
        """Its record.json."""
        fields: dict[str, Any] = {} if self.is_hidden else {"违法事实": self.words} | ({"履行情况": self.late} if self.late else {})
        acts = [{"id": act, "act": ACTS[act.partition("/")[0]], "day": "2026-08-02"} for act in self.acts]
        return canonical(
            {
                "format": 1, "id": ref, "kind": "行政处罚决定", "address": f"{ref}/", "standing": self.standing,
                "published": self.published, "acts": acts, "sample": True, "fields": fields,
            }
        )

    @property
    def is_hidden(self) -> bool:
        """Only a tombstone."""
        return self.standing in ("withdrawn", "expired")


@dataclass
class Builder:
    """Makes a site of things; ``style`` is the text of its style sheet, which is named after its content."""

    things: dict[str, Thing] = field(default_factory=dict)
    style: str = "body{}"
    told: list[LedgerDays | None] = field(default_factory=list)

    def __call__(self, output: Path, ledger: LedgerDays | None, _live: Manifest | None = None) -> int:
        """Write the site."""
        self.told.append(ledger)
        asset = f"assets/style-{hashlib.sha256(self.style.encode()).hexdigest()[:12]}.css"
        files = {asset: self.style.encode(), "index.html": f'<a href="{asset}">{len(self.things)}</a>'.encode()}
        for ref, thing in self.things.items():
            place = ref.replace("@", "/")
            words = thing.standing if thing.is_hidden else thing.words
            files[f"{place}/index.html"] = f'<link href="../../{asset}">{words}'.encode()
            files[f"{place}/record.json"] = thing.form(ref)
            if thing.standing == "withdrawn":
                files[f"{place}/.gone"] = b""
        for path, data in files.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(data)
        return 0


@dataclass
class Place:
    """A folder target with what is published to it, and every line that was said."""

    root: Path
    said: list[str] = field(default_factory=list)
    commits: int = 0

    @property
    def target(self) -> FolderTarget:
        """The target."""
        return FolderTarget(self.root)

    @property
    def live(self) -> Path:
        """What the public sees."""
        return self.root / "current"

    def order(self, **more: Any) -> Order:
        """An order with a ledger, as of the usual day; a commit of its own."""
        self.commits += 1
        given = {"as_of": DAY, "way": Way(), "key": KEY, "start_ledger": not (self.root / "ledger.jsonl").exists()} | more
        commit = given.pop("commit", f"{self.commits:012x}{0:028x}")
        return Order(origin=Origin(commit, {}, given.pop("as_of")), holder="示例，进程 1", **given)

    def publish(self, make: MakeSite, target: Target | None = None, **more: Any) -> int:
        """Publish; the exit code."""
        return publish(target or self.target, self.order(**more), make, self.said.append)

    def files(self, root: Path | None = None) -> dict[str, bytes]:
        """Every file of the live release, or of another folder."""
        folder = (root or self.live).resolve()
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    def problems(self) -> list[Problem]:
        """What is wrong with the live release."""
        return list(check_release(open_release(self.live)))

    def events(self) -> list[tuple[int, str, str]]:
        """Release, word and id of every line of the ledger."""
        ledger = open_release(self.live).ledger
        assert ledger is not None
        return [(line.release, line.event, line.id) for line in ledger.lines]


def things(*refs: str, **more: Any) -> dict[str, Thing]:
    """Ordinary records."""
    return {ref: Thing(**more) for ref in refs or ("penalties/2026-001", "penalties/2026-002")}


def texts(root: Path, words: str) -> Sequence[Path]:
    """The files below a folder that hold these words, links not followed."""
    return [file for file in root.rglob("*") if file.is_file() and not file.is_symlink() and words.encode() in file.read_bytes()]
