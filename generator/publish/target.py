"""What a place that releases are published to must be able to do, whether it is a folder, a server or an object store.

It says what the steps are, not how any place does them, and decides nothing about what is published.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Protocol

#: Files in the target's root, beside ``releases/`` and what makes one of them live.
LEDGER, NEXT_LEDGER, LAST_RUN = "ledger.jsonl", "ledger.next", "last-run.json"
#: Files of a release that tell of the release itself.
MANIFEST, SIGNATURE = "manifest.json", "manifest.json.sig"

_NAME = re.compile(r"([1-9]\d*)-([0-9a-f]{12}|nogit)\Z")


def release_name(sequence: int, commit: str) -> str:
    """``12-0a1b2c3d4e5f``: the release number and the beginning of the commit, ``nogit`` where there is none."""
    return f"{sequence}-{commit[:12] or 'nogit'}"


def sequence_of(name: str) -> int | None:
    """The number of the release that is called so; None if no release is."""
    found = _NAME.match(name)
    return int(found[1]) if found else None


class Survey(NamedTuple):
    """What a target holds: the names of its whole releases, oldest first, and which of them the public sees."""

    releases: tuple[str, ...] = ()
    live: str | None = None
    left: tuple[str, ...] = ()
    """What lies in ``releases/`` and is none: a release that is just being made or removed, or one that could not be removed."""


class Target(Protocol):
    """Where releases go. Nothing inherits from this: whatever has these methods is a target.

    All methods raise :class:`generator.writing.stage.Refusal` (Chinese message and advice) for what the user can mend, and OSError for
    what the system refuses. Between any two calls the process may be killed: then the public still sees the old release whole,
    and the next :meth:`lock` clears away what was left. Paths are relative, with ``/``.
    """

    @property
    def label(self) -> str:
        """The target as the user wrote it; never a password."""

    def lock(self, holder: str) -> AbstractContextManager[None]:
        """Keep all other publishers out while the block runs; on entry remove what a killed publisher left unfinished.

        ``holder`` says who and since when, in Chinese. Raises :class:`generator.writing.stage.Busy` with the other holder's words. The
        lock of a killed publisher must not last. A target that does not exist yet is made; one that holds anything that is not ours
        is refused before anything in it is touched.
        """

    def survey(self) -> Survey:
        """What is there. Writes nothing and needs no lock; Refusal if the target holds anything that is not ours."""

    def read(self, path: str) -> bytes | None:
        """One file below the root (``ledger.jsonl``, ``releases/<name>/manifest.json``); None if it is not there."""

    def write(self, path: str, data: bytes | None) -> None:
        """Replace one small file in the root as a whole and durably, or, with None, remove it (no error if it is not there)."""

    def begin(self, name: str, base: str | None, shared: Collection[str]) -> None:
        """Start a release that nobody sees: an empty one, with the files ``shared`` taken from the release ``base``.

        Sharing costs no transfer where the place can do it: hard links, ``--link-dest``, a copy on the server.
        """

    def put(self, name: str, site: Path, paths: Collection[str]) -> None:
        """Copy files of the local folder ``site`` into the begun release.

        A file that is there is replaced, never written through: it may be shared with a release that the public sees.
        """

    def digests(self, name: str) -> Mapping[str, str]:
        """The SHA-256 of every file that now lies in a release, begun or whole, read back from where it lies."""

    def finish(self, name: str) -> None:
        """Make the begun release whole: durable, under its name, and listed by :meth:`survey`. The public still sees the old one."""

    def switch(self, name: str) -> None:
        """Let the public see this whole release, in one step where the place can do that; durable when it returns."""

    def remove(self, name: str) -> None:
        """Remove a whole release that is not live. Killed halfway, no half of it counts as a release.

        What the system does not let us remove stays, as no release, for :meth:`survey` to tell (docs/decisions/0048).
        """
