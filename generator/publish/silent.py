"""Which public records changed though no act says so: told from the live release's own data, where its commit is not at hand.

A second line behind the change rules, which compare the records themselves (docs/decisions/0038). It knows public forms only, and errs
on the strict side: what the program now writes otherwise is a change, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle
from generator.publish.guard import listed
from generator.publish.manifest import Manifest, Mark
from generator.publish.sealing import Before, late_keys
from generator.writing.stage import Refusal

_ACTS = frozenset(kind.KIND.folder for kind in all_kinds() if kind.KIND.lifecycle is Lifecycle.ACT)
#: Of a form that stays public these keys follow from acts and from the day; the acts are compared elsewhere.
_DERIVED = frozenset({"acts", "standing", "since", "ground"})

Form = dict[str, Any]


def refuse_silent(
    site: Path, files: Mapping[str, str], records: Mapping[str, Mark], before: Before, *, is_relief: bool
) -> None:
    """Refuse a site in which public records changed without an act; of relief also one with further records. Raises :class:`Refusal`."""
    if before.live is None:
        return
    new = [ref for ref in records if ref not in before.live.records and ref.partition("/")[0] not in _ACTS] if is_relief else []
    if new:
        raise Refusal(
            f"手里的内容还有没发布过的记录：{listed(new)}",
            "紧急撤下、更正不带别的记录：取回线上版本的提交（git fetch），或者先把这些文件移到别处，再运行一次",
        )
    changed = list(silent_changes(site, files, records, before))
    if changed:
        raise Refusal(
            f"已经公开的记录改了，没有说明：{listed(changed)}",
            "确有改动的，写更正、隐私处理或者撤下说明再发布；只是程序的写法变了的，逐条核对以后加 --accept-changed，台账会记作“变动”；"
            "能取回线上版本的提交的（git fetch），取回以后再发布",
        )


def silent_changes(site: Path, files: Mapping[str, str], records: Mapping[str, Mark], before: Before) -> Iterator[str]:
    """The records whose public form differs from the live one's without a new act, beyond what acts on others and late entries explain."""
    live = before.live
    assert live is not None, "asked beside a live release"
    touched = _touched(live, records)
    for ref, mark in records.items():
        old = live.records.get(ref)
        if old is None or ref in touched or mark.is_hidden or live.files.get(old.path) == files.get(mark.path):
            continue
        known = before.read(old.path)
        if known is None or _is_superseded(ref, live, records):
            continue
        if not _is_explained(ref, json.loads(known), json.loads((site / mark.path).read_bytes()), touched):
            yield ref


def _touched(live: Manifest, records: Mapping[str, Mark]) -> frozenset[str]:
    """The records that are new, or have new acts, or are seen where they were hidden, or the other way round."""
    return frozenset(
        ref for ref, mark in records.items()
        if (old := live.records.get(ref)) is None or set(mark.acts) - set(old.acts) or old.is_hidden != mark.is_hidden
    )


def _is_superseded(ref: str, live: Manifest, records: Mapping[str, Mark]) -> bool:
    """Whether a further edition of the same list is new: the older one then names no persons any more."""
    name, at, _ = ref.partition("@")
    return bool(at) and any(other.startswith(f"{name}@") and other not in live.records for other in records)


def _is_explained(ref: str, old: Form, new: Form, touched: frozenset[str]) -> bool:
    if ref.partition("/")[0] in _ACTS and not touched.isdisjoint(_leaves(new["fields"])):
        # What an act quotes of its record goes when the record, or a part of it, is hidden.
        return True
    late = late_keys(ref.partition("/")[0])
    for key in late:
        if not _has_grown(old["fields"].pop(key, None), new["fields"].pop(key, None)):
            return False
    kept = [{key: value for key, value in form.items() if key not in _DERIVED} for form in (old, new)]
    return all(was in touched or now in touched for was, now in _differences(*kept))


def _has_grown(old: Any, new: Any) -> bool:
    """Whether a late field was only filled, or added to."""
    if not old or old == new:
        return True
    if isinstance(old, list) and isinstance(new, list):
        return new[: len(old)] == old
    if isinstance(old, dict) and isinstance(new, dict):
        return all(_has_grown(value, new.get(key)) for key, value in old.items())
    return False


def _differences(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """The pairs of leaves that differ, as texts: a reference may have become words because its record was hidden."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            yield from _differences(old.get(key), new.get(key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for was, now in zip(old, new, strict=True):
            yield from _differences(was, now)
    elif old != new:
        yield str(old), str(new)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        yield str(value)
        return
    for inner in value:
        yield from _leaves(inner)
