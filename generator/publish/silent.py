"""Which public records changed though no act says so: told from the live release's own data, where its content is not at hand.

A second line behind the change rules, which compare the records themselves (docs/decisions/0038). It knows public forms only, and errs
on the strict side: what the program now writes otherwise is a change, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.history.timeline import Happening
from generator.model.declaration import slots
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle
from generator.model.scalars import MARKER
from generator.publish.guard import listed
from generator.publish.manifest import Manifest, Mark
from generator.publish.sealing import Before, late_keys
from generator.render import wording
from generator.writing.stage import Refusal

_ACTS = frozenset(kind.KIND.folder for kind in all_kinds() if kind.KIND.lifecycle is Lifecycle.ACT)
#: Of a form that stays public these keys follow from acts and from the day; the acts are compared elsewhere.
_DERIVED = frozenset({"acts", "standing", "since", "ground"})
#: What an act calls the parts of a form that are no fields.
_PARTS = {"text": "正文", "attachments": "附件"}
#: What is told of rows about persons who have left.
_ROWS_LEFT = {"人数", "证件号码"}

Form = dict[str, Any]


def refuse_silent(
    site: Path, files: Mapping[str, str], records: Mapping[str, Mark], before: Before, unproven: frozenset[str] | None, *,
    is_relief: bool,
) -> None:  # fmt: skip
    """Refuse a site in which records of these ids (None: any) changed without an act. Raises :class:`Refusal`.

    Where nothing is proven, relief may have no further records either.
    """
    if before.live is None:
        return
    new = [ref for ref in records if ref not in before.live.records and ref.partition("/")[0] not in _ACTS]
    if new and is_relief and unproven is None:
        raise Refusal(
            f"手里的内容还有没发布过的记录：{listed(new)}",
            "紧急撤下、更正不带别的记录：取回线上版本的提交（git fetch），或者先把这些文件移到别处，再运行一次",
        )
    changed = list(silent_changes(site, files, records, before, unproven))
    if not changed:
        return
    if unproven is None:
        raise Refusal(
            f"已经公开的记录改了，没有说明：{listed(changed)}",
            "确有改动的，写更正、隐私处理或者撤下说明再发布；只是程序的写法变了的，逐条核对以后加 --accept-changed，台账会记作“变动”；"
            "能取回线上版本的提交的（git fetch），取回以后再发布",
        )
    raise Refusal(
        f"线上的版本带有当时没有提交的文件，它们后来又改了，没有说明：{listed(changed)}",
        "恢复成发布时的内容（线上每条记录的 record.json 里有）；确有改动的，恢复以后另写更正说明；"
        "只是程序的写法变了的，逐条核对以后运行 disclosure publish，加 --accept-changed（急的再加 --acts-only）",
    )


def silent_changes(
    site: Path, files: Mapping[str, str], records: Mapping[str, Mark], before: Before, among: frozenset[str] | None = None
) -> Iterator[str]:
    """The records, of these ids if any are given, whose public form differs from the live one's beyond what new acts, neighbours and late
    entries explain.
    """
    live = before.live
    assert live is not None, "asked beside a live release"
    beside = _Beside(site, live, records)
    for ref, mark in records.items():
        old = live.records.get(ref)
        if among is not None and ref.partition("@")[0] not in among:
            continue
        if old is None or mark.is_hidden or live.files.get(old.path) == files.get(mark.path):
            continue
        if old.is_hidden:
            # What was withdrawn comes back by an act alone (publish/guard.py); the end of a term is a day that only an act moves.
            if old.standing == "expired" and mark.acts == old.acts:
                yield ref
            continue
        known = before.read(old.path)
        if known is not None and not beside.is_explained(ref, json.loads(known), beside.form(ref)):
            yield ref


@dataclass(frozen=True)
class _Beside:
    """The finished site beside the live release."""

    site: Path
    live: Manifest
    records: Mapping[str, Mark]

    def form(self, ref: str) -> Form:
        """What the finished site says of a record."""
        told: Form = json.loads((self.site / self.records[ref].path).read_bytes())
        return told

    def is_explained(self, ref: str, old: Form, new: Form) -> bool:
        """Whether all that differs between the two forms of a record has its reason."""
        folder = ref.partition("/")[0]
        for key in late_keys(folder):
            if _has_grown(old["fields"].get(key), new["fields"].get(key)):
                old["fields"].pop(key, None), new["fields"].pop(key, None)
        named = self._named(ref)
        words = {key: {key, word} for key, word in _words(folder).items()}
        for key, was, now in _parts(old, new):
            if any(word in name for word in words.get(key, {key}) for name in named):
                continue
            is_act = folder in _ACTS and not self._scrubbed.isdisjoint(_leaves(new["fields"]))
            loses = is_act or self._is_superseded(ref)
            if not all(self._is_reference(a, b) or (loses and _is_taken_away(a, b)) for a, b in _differences(was, now)):
                return False
        return True

    def _named(self, ref: str) -> list[str]:
        """How the new acts on a record call what they change."""
        old = {act for act, _ in self.live.records[ref].acts}
        new = [act for act, _ in self.records[ref].acts if act not in old and act in self.records]
        items = [item for act in new for rows in self.form(act)["fields"].values() if isinstance(rows, list) for item in rows]
        return [name for item in items if isinstance(item, dict) for name in _names(item)]

    @cached_property
    def _touched(self) -> frozenset[str]:
        """The records that are new, or are seen where they were hidden, or the other way round."""
        known = self.live.records
        return frozenset(ref for ref, mark in self.records.items() if ref not in known or known[ref].is_hidden != mark.is_hidden)

    @cached_property
    def _scrubbed(self) -> frozenset[str]:
        """Those of which something is hidden now: what their acts quote of it goes, too."""
        known = self.live.records
        return self._touched | {
            ref for ref, mark in self.records.items()
            if ref in known and any(word == Happening.REDACTED.label for _, word in set(mark.acts) - set(known[ref].acts))
        }

    def _is_reference(self, was: Any, now: Any) -> bool:
        """A reference has become words because its record was hidden, or the other way round."""
        return str(was) in self._touched or str(now) in self._touched

    def _is_superseded(self, ref: str) -> bool:
        """Whether a further edition of the same list is new: the older one then names no persons any more."""
        name, at, _ = ref.partition("@")
        return bool(at) and any(other.startswith(f"{name}@") and other not in self.live.records for other in self.records)


def _words(folder: str) -> dict[str, str]:
    """What acts call the keys of a form."""
    kinds = [kind for kind in all_kinds() if kind.KIND.folder == folder]
    return _PARTS | {slot.key: slot.declaration.label for kind in kinds for slot in slots(kind)}


def _names(item: Mapping[str, Any]) -> Iterator[str]:
    """What one row of an act says that it is about: a correction in words, a redaction by a path, or that it is the text."""
    yield from (str(item[key]) for key in ("内容", "字段") if key in item)
    if "正文" in item or "标题" in item:
        yield _PARTS["text"]


def _parts(old: Form, new: Form) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, and what else of the forms does, by key."""
    told = [{key: value for key, value in form.items() if key not in _DERIVED} for form in (old, new)]
    fields = [form.pop("fields") for form in told]
    for was, now in (fields, told):
        yield from ((key, was.get(key), now.get(key)) for key in sorted(was.keys() | now.keys()) if was.get(key) != now.get(key))


def _has_grown(old: Any, new: Any) -> bool:
    """Whether a late field was only filled, or added to."""
    if not old or old == new:
        return True
    if isinstance(old, list) and isinstance(new, list):
        return new[: len(old)] == old
    if isinstance(old, dict) and isinstance(new, dict):
        return all(_has_grown(value, new.get(key)) for key, value in old.items())
    return False


def _is_taken_away(was: Any, now: Any) -> bool:
    """Whether nothing is said in the place of what was, but that something is not said."""
    if isinstance(was, list) and isinstance(now, dict):
        return now.keys() == _ROWS_LEFT
    return not now or (isinstance(now, str) and (MARKER in now or now in (wording.GONE.text, wording.WITHHELD.text)))


def _differences(old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
    """The pairs of leaves that differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            yield from _differences(old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for was, now in zip(old, new, strict=True):
            yield from _differences(was, now)
    elif old != new:
        yield old, new


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        yield str(value)
        return
    for inner in value:
        yield from _leaves(inner)
