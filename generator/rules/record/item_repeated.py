"""列表里的一项写了两遍

问题：过程、依据、种类等列表里，有两项一字不差。

为什么：多写的一项公众会当成又有一次：两次决定、两次检查。公开以后再多写一项，就等于没有更正说明而改动了公开的内容
（《政府信息公开条例》第六条：及时、准确地公开政府信息）。

错误示例：

    过程:
      - {环节: 检查, 日期: 2020-03-16}
      - {环节: 检查, 日期: 2020-03-16}

正确示例：

    过程:
      - {环节: 检查, 日期: 2020-03-16}
      - {环节: 检查, 日期: 2020-03-17}

怎么改：对照案卷，删去多写的一项；确实有两次的，把不同之处写出来。都已经依法隐去的项不算。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.finding import KeyPath, Severity
from generator.model.declaration import Group, Slot, slots
from generator.model.draft import Draft
from generator.model.walk import groups
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(draft: Draft) -> Iterator[Problem]:
    """Every list of a record, those inside its groups too."""
    if draft.record is None:
        return
    for path, group in (((), draft.record), *groups(draft.record, Group)):
        for slot in _lists(type(group)):
            items = getattr(group, slot.name)
            if len(items) > 1 and len(set(items)) < len(items):
                yield from _twins(group, slot, items, (*path, slot.key))


def _twins(holder: Group, slot: Slot, items: tuple[Any, ...], path: KeyPath) -> Iterator[Problem]:
    first: dict[Any, int] = {}
    for index, item in enumerate(items):
        if first.setdefault(item, index) != index and not _is_hidden(holder, slot, item):
            message = f"“{slot.key}”的第 {index + 1} 项和第 {first[item] + 1} 项完全一样"
            yield Problem(message, "对照案卷，删去多写的一项；确实有两次的，把不同之处写出来", (*path, index))


def _is_hidden(holder: Group, slot: Slot, item: Any) -> bool:
    """Whether what differs between two items may be what was hidden by law."""
    if isinstance(item, Group):
        return any(one.is_hidden(item, getattr(item, one.name)) for one in slots(type(item)))
    return slot.is_hidden(holder, item)


@cache
def _lists(model: type[Group]) -> tuple[Slot, ...]:
    return tuple(slot for slot in slots(model) if slot.many)
