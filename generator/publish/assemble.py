"""Makes a finished site the next release: salts, ledger, the style files that older pages still name, the manifest.

It works in a folder of its own and touches no target.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.history.ledger import HIDING, Ledger, Line
from generator.history.timeline import Happening
from generator.publish.books import Books
from generator.publish.changes import Changes, changes_of
from generator.publish.check import Release, check_records
from generator.publish.guard import hidden_since, refuse_regress
from generator.publish.manifest import Manifest, describe, versions
from generator.publish.sealing import Before, Seal, seal_site
from generator.publish.silent import refuse_silent
from generator.publish.target import LEDGER, MANIFEST
from generator.writing.stage import Refusal

#: Theme files are called by their content (render/theme.py): two releases' lie beside each other.
_ASSET = re.compile(r"assets/.+-[0-9a-f]{12}\.(css|js)\Z")
_HIDES = HIDING | {Happening.REDACTED.label}


class Origin(NamedTuple):
    """What a release is made from."""

    commit: str
    uncommitted: Mapping[str, str]
    """See :class:`Manifest`."""
    as_of: date


class Candidate(NamedTuple):
    """A release that is ready to be brought to its target."""

    site: Path
    manifest: Manifest
    ledger: Ledger | None
    changes: Changes
    hides: bool
    """Text that the live release shows is gone: nothing may bring that release back."""

    @property
    def relieves(self) -> bool:
        """Whether it hides or corrects something: a wrong answer of the web server is no reason to take that back."""
        return self.hides or any(word == Happening.CORRECTED.label for word, _ in self.changes.events)


def assemble(
    site: Path, origin: Origin, books: Books, before: Before, seal: Seal | None, *,
    unproven: frozenset[str] | None = frozenset(), is_relief: bool = False,
) -> Candidate | None:  # fmt: skip
    """Complete the built site. None if it equals the live release. Raises :class:`Refusal` if it may not follow that.

    ``seal`` is None where no ledger is kept. ``unproven``: see :data:`generator.publish.publishing.Vet`.
    """
    live = books.live
    files, records = describe(site)
    if live is not None:
        refuse_regress(live, records)
        refuse_silent(site, files, records, before, unproven, is_relief=is_relief)
    lines: tuple[Line, ...] = ()
    ledger = books.ledger or Ledger()
    if seal is not None:
        sealed = seal_site(site, records, ledger, seal, before, books.sequence, origin.as_of)
        files |= {path: _write(site, path, salt) for path, salt in sealed.salts.items()}
        lines = sealed.lines
    changes = changes_of(live, files, records)
    if live is not None and changes.is_none and not _settles(origin, live):
        return None
    hides = (live is not None and bool(hidden_since(live, records))) or any(line.event in _HIDES for line in lines)
    kept = keep_assets(site, files, before)
    grown = ledger.with_lines(lines) if seal is not None else None
    if grown is not None:
        files[LEDGER] = _write(site, LEDGER, grown.data)
    sequence = books.sequence
    manifest = Manifest(
        sequence, origin.commit, origin.uncommitted, origin.as_of, {**files, **kept}, records, tuple(kept),
        sequence if hides or live is None else live.oldest, live.follow() if live is not None else (), versions(),
    )
    _write(site, MANIFEST, manifest.to_bytes())
    # The files are read back once they are at the target.
    problem = next(check_records(Release(site, manifest, grown)), None)
    if problem is not None:
        raise Refusal(f"准备发布的网站没有通过核对：{problem}", "这是程序的问题：把这一行交给维护人员；线上的网站没有改动")
    return Candidate(site, manifest, grown, changes, hides)


def _settles(origin: Origin, live: Manifest) -> bool:
    """Whether one commit has now all that the live release took from several places: from then on it can be had from there."""
    return bool(origin.commit) and not origin.uncommitted and bool(live.uncommitted)


def keep_assets(site: Path, files: Mapping[str, str], before: Before) -> dict[str, str]:
    """Write the style files of the live release that the next one has no more into it, for one release longer.

    Who has an old page open still finds what it names. They are the theme's: no text of any record is in them.
    """
    kept: dict[str, str] = {}
    for path, digest in sorted(before.live.content.items() if before.live is not None else ()):
        if not _ASSET.match(path) or path in files:
            continue
        data = before.read(path)
        # One that was changed on the target is not carried on.
        if data is not None and hashlib.sha256(data).hexdigest() == digest:
            kept[path] = _write(site, path, data)
    return kept


def _write(site: Path, path: str, data: bytes) -> str:
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return hashlib.sha256(data).hexdigest()
