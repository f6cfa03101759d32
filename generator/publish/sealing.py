"""Seals the public form of each record: its salt, its commitment, and the ledger lines for what is new since the last release.

The salt is published beside the record and vanishes with its text, so that nobody can guess the text from the commitment afterwards.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator.history.ledger import CHANGED, HIDING, SEALED_LATER, Held, Ledger, Line
from generator.history.timeline import Happening
from generator.model.declaration import slots
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle
from generator.publish.manifest import Manifest, Mark
from generator.writing.stage import Refusal

#: The file beside ``record.json``. Its text, as it stands, is what the commitment begins with.
SALT = "record.salt"
_PUBLISHED, _ADJUSTED, _LATE = (Happening.PUBLISHED.label, Happening.ADJUSTED.label, Happening.SUPPLEMENTED.label)
_END = {"withdrawn": Happening.WITHDRAWN.label, "expired": Happening.EXPIRED.label}

#: Reads a file of the release that is live.
ReadLive = Callable[[str], bytes | None]


class Seal(NamedTuple):
    """Makes salts of a key that only the publisher has.

    Without the key nothing is sealed anew: what is unchanged keeps the salt that is live, what is new has a line without commitment
    (docs/decisions/0037).
    """

    key: bytes

    def salt(self, ref: str, edition: int) -> str:
        """HMAC-SHA256 over id and edition, 64 hexadecimal digits (DESIGN §10)."""
        return hmac.new(self.key, f"{ref}\n{edition}".encode(), hashlib.sha256).hexdigest()

    def commitment(self, ref: str, edition: int, form: bytes) -> str:
        """SHA-256 of the salt's text and the bytes of ``record.json``."""
        return commitment(self.salt(ref, edition).encode(), form)


def commitment(salt: bytes, form: bytes) -> str:
    """What the ledger says of a public form: ``cat record.salt record.json | sha256sum``."""
    return hashlib.sha256(salt + form).hexdigest()


def salt_path(mark: Mark) -> str:
    """Where the salt of a record stands."""
    return mark.path.rpartition("/")[0] + f"/{SALT}"


@dataclass(frozen=True)
class Before:
    """The release that is live, if there is one, and its files."""

    live: Manifest | None
    read: ReadLive


@dataclass(frozen=True)
class Sealed:
    """The lines that a release adds, and the salt of every record whose text it shows, by path."""

    lines: tuple[Line, ...]
    salts: Mapping[str, bytes]


def seal_site(
    site: Path, records: Mapping[str, Mark], ledger: Ledger, seal: Seal, before: Before, release: int, day: date
) -> Sealed:
    """Seal a finished site as the next release. Raises :class:`Refusal` if the key is not the one of the releases before."""
    if seal.key:
        _check_key(ledger, seal, before)
    lines: list[Line] = []
    salts: dict[str, bytes] = {}
    lists = {ref.partition("@")[0] for ref in ledger.held}
    for ref, mark in records.items():
        form, held = (site / mark.path).read_bytes(), ledger.held.get(ref)
        salt = _salt_of(ref, mark, held, form, seal, before)
        if not _is_told(mark, held, form, salt, seal, before) or _new_acts(ref, mark, before):
            events = list(_events(ref, mark, held, form, before, ref.partition("@")[0] in lists))
            edition = held.newest_edition if held is not None else 0
            for number, (event, act) in enumerate(events, start=1):
                edition += 1
                is_sealed = seal.key and number == len(events) and not mark.is_hidden
                told = seal.commitment(ref, edition, form) if is_sealed else ""
                backfill = not ledger.lines and mark.published < day.isoformat()
                lines.append(Line(release, day, event, ref, edition, told, act, backfill))
            salt = seal.salt(ref, edition).encode() if seal.key else None
        lists.add(ref.partition("@")[0])
        if salt is not None and not mark.is_hidden:
            salts[salt_path(mark)] = salt
    return Sealed(tuple(lines), salts)


def _check_key(ledger: Ledger, seal: Seal, before: Before) -> None:
    for ref, mark in before.live.records.items() if before.live is not None else ():
        held = ledger.held.get(ref)
        known = before.live.files.get(salt_path(mark)) if before.live is not None else None
        if held is None or known is None or not held.form.commitment:
            continue
        if hashlib.sha256(seal.salt(ref, held.form.edition).encode()).hexdigest() != known:
            raise Refusal(
                "DISCLOSURE_SALT_KEY 与以前发布时用的不是同一个，台账接不下去",
                "换回原来的密钥再发布；原来的密钥丢失了的，按部署说明另起台账",
            )
        return


def _salt_of(ref: str, mark: Mark, held: Held | None, form: bytes, seal: Seal, before: Before) -> bytes | None:
    """The salt that opens the ledger's commitment to this very form; None where the ledger has none."""
    if held is None or not held.is_live or not held.form.commitment or mark.is_hidden:
        return None
    salt = seal.salt(ref, held.form.edition).encode() if seal.key else before.read(salt_path(mark))
    return salt if salt is not None and commitment(salt, form) == held.form.commitment else None


def _is_told(mark: Mark, held: Held | None, form: bytes, salt: bytes | None, seal: Seal, before: Before) -> bool:
    """Whether the ledger already tells of this form."""
    if held is None or not held.is_live:
        return False
    if held.form.hidden or mark.is_hidden:
        return held.form.hidden and mark.is_hidden
    if held.form.is_unsealed:
        return not seal.key and before.read(mark.path) == form
    return salt is not None


def _events(
    ref: str, mark: Mark, held: Held | None, form: bytes, before: Before, list_is_known: bool
) -> Iterator[tuple[str, str]]:
    """What happened to a record since the last release: words of the ledger, each with the act that did it."""
    last = ""
    for event in _told(ref, mark, held, before, list_is_known):
        yield event
        last = event[0]
    if mark.is_hidden and last not in HIDING:
        yield _END[mark.standing], ""
    elif not last or (not mark.is_hidden and last in HIDING):
        yield _without_act(ref, mark, held, form, before), ""


def _without_act(ref: str, mark: Mark, held: Held | None, form: bytes, before: Before) -> str:
    """The word for a form of which no act tells."""
    known = before.read(mark.path)
    if held is not None and held.form.is_unsealed and known == form:
        return SEALED_LATER
    return _LATE if known is not None and only_late(ref, known, form) else CHANGED


def _told(ref: str, mark: Mark, held: Held | None, before: Before, list_is_known: bool) -> Iterator[tuple[str, str]]:
    if held is None or not held.is_live:
        yield (_ADJUSTED if held is None and "@" in ref and list_is_known else _PUBLISHED), ""
    if held is None:
        yield from ((word, act) for act, word in mark.acts)
    else:
        yield from _new_acts(ref, mark, before)


def _new_acts(ref: str, mark: Mark, before: Before) -> list[tuple[str, str]]:
    """The acts that the live release did not have yet: word and id of each. None of a record that it did not have."""
    old = before.live.records.get(ref) if before.live is not None else None
    known = {act for act, _ in old.acts} if old is not None else set[str]()
    return [(word, act) for act, word in mark.acts if old is not None and act not in known]


def only_late(ref: str, known: bytes, form: bytes) -> bool:
    """Whether two public forms differ in nothing but fields that are filled after publication (DESIGN §2.3)."""
    late = late_keys(ref.partition("/")[0])
    return bool(late) and _parts(known, late) == _parts(form, late)


def _parts(form: bytes, late: frozenset[str]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(form)
    return {**told, "fields": {key: value for key, value in told["fields"].items() if key not in late}}


def late_keys(folder: str) -> frozenset[str]:
    """The keys of a folder's records that are filled after publication."""
    kinds = [kind for kind in all_kinds() if kind.KIND.folder == folder and kind.KIND.lifecycle is not Lifecycle.POLICY]
    return frozenset(slot.key for kind in kinds for slot in slots(kind) if slot.declaration.late)
