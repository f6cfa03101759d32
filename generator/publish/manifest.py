"""``manifest.json``: what a release is made of. The SHA-256 of every file, the records that it shows, and what it was made from.

One file a line, so that standard tools find it. It says nothing of the target.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from generator import __version__
from generator.publish.folder import digests_of
from generator.publish.target import LEDGER, MANIFEST, SIGNATURE, release_name
from generator.render.addresses import DATA
from generator.writing.stage import Refusal

#: The packages whose version can change a byte of the site.
_PACKAGES = ("pelican", "jinja2", "markdown", "comrak", "nh3", "pyyaml", "pydantic", "rfc8785", "chinesecalendar")
#: Earlier releases that the manifest still names.
_PAST = 100


class Mark(NamedTuple):
    """What a release says of one record: where its data lies, how it stands, and the acts in effect on it."""

    path: str
    kind: str
    standing: str
    published: str
    acts: tuple[tuple[str, str], ...]
    """Id and kind of each, oldest first."""

    @property
    def is_hidden(self) -> bool:
        """Whether only the tombstone is left."""
        return self.standing in ("withdrawn", "expired")


class Past(NamedTuple):
    """An earlier release: its number, commit and day."""

    sequence: int
    commit: str
    as_of: date


@dataclass(frozen=True)
class Manifest:
    """One release. ``files`` is every file but the manifest and its signature."""

    sequence: int
    commit: str
    """Full id; empty where the content is in no repository."""
    uncommitted: Mapping[str, str]
    """Content files that are other than in ``commit``, such as an act that a takedown had just written, or gone. Each with the id of a
    commit that has it as it was published; empty where none had it.
    """
    as_of: date
    files: Mapping[str, str]
    records: Mapping[str, Mark]
    kept: tuple[str, ...] = ()
    """Style files of the release before, for readers whose page is older than this release."""
    oldest: int = 1
    """Earlier releases than this one hold text that has been hidden since: they must not be kept."""
    past: tuple[Past, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the release's folder."""
        return release_name(self.sequence, self.commit)

    @cached_property
    def content(self) -> dict[str, str]:
        """The files that count as a change: not the ledger, nor what is kept of the release before."""
        left_out = {LEDGER, *self.kept}
        return {path: digest for path, digest in self.files.items() if path not in left_out}

    def follow(self) -> tuple[Past, ...]:
        """The earlier releases, as the next release names them."""
        return (*self.past, Past(self.sequence, self.commit, self.as_of))[-_PAST:]

    def to_bytes(self) -> bytes:
        """The file's bytes: the same release always gives the same."""
        told: dict[str, Any] = {
            "format": 1,
            "sequence": self.sequence,
            "commit": self.commit,
            "uncommitted": dict(sorted(self.uncommitted.items())),
            "as_of": self.as_of.isoformat(),
            "versions": dict(self.versions),
            "oldest": self.oldest,
            "past": [[past.sequence, past.commit, past.as_of.isoformat()] for past in self.past],
            "kept": list(self.kept),
        }
        head = json.dumps(told, ensure_ascii=False, indent=1)[:-2]
        records = {ref: [mark.path, mark.kind, mark.standing, mark.published, mark.acts] for ref, mark in self.records.items()}
        return f'{head},\n "records": {_by_line(records)},\n "files": {_by_line(self.files)}\n}}\n'.encode()


def _by_line(told: Mapping[str, Any]) -> str:
    rows = (f"  {json.dumps(key, ensure_ascii=False)}: {json.dumps(told[key], ensure_ascii=False)}" for key in sorted(told))
    return "{\n" + ",\n".join(rows) + "\n }"


def read_manifest(data: bytes, where: str) -> Manifest:
    """Read ``manifest.json``. Raises :class:`Refusal` if it is none; ``where`` is how the message calls it."""
    try:
        told = json.loads(data)
        if told["format"] != 1:
            raise ValueError(told["format"])
        records = {
            ref: Mark(path, kind, standing, published, tuple((act, word) for act, word in acts))
            for ref, (path, kind, standing, published, acts) in told["records"].items()
        }
        past = tuple(Past(sequence, commit, date.fromisoformat(day)) for sequence, commit, day in told["past"])
        return Manifest(
            told["sequence"], told["commit"], _uncommitted(told["uncommitted"]), date.fromisoformat(told["as_of"]), told["files"], records,
            tuple(told["kept"]), told["oldest"], past, told["versions"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal(f"读不懂 {where}（{error}）", "它可能被改动过；从备份恢复，或者重新发布到一个新的文件夹") from error


def _uncommitted(told: dict[str, str] | list[str]) -> dict[str, str]:
    """As it is written; earlier versions named the files alone."""
    return dict.fromkeys(told, "") if isinstance(told, list) else {path: str(commit) for path, commit in told.items()}


def describe(site: Path) -> tuple[dict[str, str], dict[str, Mark]]:
    """The digests of a finished site's files, and the records that it shows."""
    files = {path: digest for path, digest in digests_of(site).items() if path not in (MANIFEST, SIGNATURE)}
    return files, dict(sorted(_marks(site, files)))


def _marks(site: Path, files: Mapping[str, str]) -> Iterator[tuple[str, Mark]]:
    for path in files:
        if path.rpartition("/")[2] == DATA and not path.startswith("attachments/"):
            told = json.loads((site / path).read_bytes())
            acts = tuple((act["id"], act["act"]) for act in told["acts"])
            yield told["id"], Mark(path, told["kind"], told["standing"], told["published"], acts)


def versions() -> dict[str, str]:
    """The versions that matter for the bytes of a site."""
    found = {"disclosure-column": __version__, "python": platform.python_version()}
    return found | {package: version(package) for package in _PACKAGES}
