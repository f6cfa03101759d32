"""What may follow the release that is live: nothing that was public may vanish, no act may be undone, no day may go back.

It compares two releases by what they say of their records; what the records say is the affair of the change rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.history.timeline import Happening
from generator.publish.manifest import Manifest, Mark
from generator.writing.stage import Refusal

_REINSTATED, _REDACTED = Happening.REINSTATED.label, Happening.REDACTED.label
_STALE = "这次发布的内容比线上的旧：先取回最新的内容（git pull）再发布；确有改动的，按规定写更正、撤下等说明"


def refuse_earlier_day(live: Manifest | None, as_of: date) -> None:
    """Refuse a day before that of the live release. Raises :class:`Refusal`."""
    if live is not None and as_of < live.as_of:
        raise Refusal(
            f"线上的网站已经算到 {live.as_of}，不能再按更早的 {as_of} 发布",
            "去掉 --as-of，或者写不早于它的日期；电脑的日期不对的，先改好",
        )


def refuse_regress(live: Manifest, records: Mapping[str, Mark]) -> None:
    """Refuse a site that takes back what the live release shows. Raises :class:`Refusal`."""
    vanished = [ref for ref in live.records if ref not in records]
    if vanished:
        raise Refusal(f"已经公开的记录从网站上消失了：{listed(vanished)}", _STALE)
    both = [(ref, mark, records[ref]) for ref, mark in live.records.items()]
    undone = [act for _, old, new in both for act in _ids(old) - _ids(new)]
    if undone:
        raise Refusal(f"已经公开的说明不再起作用：{listed(sorted(set(undone)))}", _STALE)
    back = [ref for ref, old, new in both if old.standing == "withdrawn" and not new.is_hidden and not _is_reinstated(old, new)]
    if back:
        raise Refusal(f"已经撤下的记录又出现了：{listed(back)}", "恢复公示要先写恢复公示说明：disclosure reinstate")


def hidden_since(live: Manifest, records: Mapping[str, Mark]) -> tuple[str, ...]:
    """The records of the live release whose text, or a part of it, is hidden now: older releases may not be kept."""
    return tuple(
        ref for ref, old in live.records.items()
        if ref not in records or (records[ref].is_hidden and not old.is_hidden) or _redactions(records[ref]) - _redactions(old)
    )


def _ids(mark: Mark) -> set[str]:
    return {act for act, _ in mark.acts}


def _redactions(mark: Mark) -> set[str]:
    return {act for act, word in mark.acts if word == _REDACTED}


def _is_reinstated(old: Mark, new: Mark) -> bool:
    return any(word == _REINSTATED for act, word in new.acts if act not in _ids(old))


def listed(refs: Iterable[str]) -> str:
    """The first of them, and how many there are."""
    found = list(refs)
    return "、".join(found[:5]) + (f" 等 {len(found)} 条" if len(found) > 5 else "")
