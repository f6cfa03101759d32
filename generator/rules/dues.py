"""What another table or calendar does to the deadlines of a record, in words: the rules about revisions share it."""

from __future__ import annotations

from generator.model.deadlines import Due
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.policy import PolicyData
from generator.model.record import Record
from generator.model.timeliness import deadlines_of, withdrawal_timeliness

_NONE = "没有规定"


def differing(record: Record, before: PolicyData, after: PolicyData) -> str | None:
    """The record and its deadlines that come out differently; None if none does."""
    old, new = _dues(record, before), _dues(record, after)
    changed = [f"{key[0]}由{old.get(key, _NONE)}变为{new.get(key, _NONE)}" for key in {**old, **new} if old.get(key) != new.get(key)]
    return f"{record.ref}（{'，'.join(changed)}）" if changed else None


def _dues(record: Record, policy: PolicyData) -> dict[tuple[str, bool], str]:
    """The last days by name; the law's limit and the plan's goal of one withdrawal bear the same."""
    found = [item.due for item in deadlines_of(record, policy)]
    if isinstance(record, Withdrawal):
        found += [item.due for item in withdrawal_timeliness(record, policy)]
    return {(due.name, due.goal): _told(due) for due in found}


def _told(due: Due) -> str:
    return str(due.day) if due.day is not None else "待通知"
