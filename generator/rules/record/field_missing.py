"""必填项没有填写

问题：这一类记录必须有的项目没有写，或者写了键却没有填值。有的项目只在一定条件下必填，如公开全文的决定要写当事人。

为什么：缺少的正是公众要看的，或者审核要用的内容。哪些项目必填，见 docs/fields.md 中这一类记录的表。

错误示例：

    当事人:
      名称: 示例钢铁有限公司

正确示例：

    当事人:
      名称: 示例钢铁有限公司
      类别: 法人及非法人组织

怎么改：按提示的键补写一行，值照原件填写。原件上确实没有的，不要编造，先向承办人核实。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.finding import Fault, KeyPath, Severity, path_text
from generator.model.declaration import Group, Slot, slot_by_key, slots
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import meant_key, sample_line, slot_at
from generator.rules.registry import Problem, Wording, rule, worded


def _hint(slot: Slot | None, where: KeyPath) -> str:
    place = f"在“{path_text(where[:-1])}”下面" if len(where) > 1 else ""
    return f"{place}补写 {sample_line(slot)}" if slot is not None else f"{place}补写“{where[-1]}”"


def _missing(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    return f"缺少必填项“{path_text(fault.where)}”", _hint(slot_at(draft.kind, fault.where), fault.where)


def _no_item(fault: Fault, draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    slot = slot_at(draft.kind, fault.where)
    hint = f"写成 {sample_line(slot)}" if slot is not None else "补写一项"
    return f"“{path_text(fault.where)}”是空的列表，至少要写一项", hint


def _blank(fault: Fault, _draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    return f"“{path_text(fault.where)}”是空白", "填写内容；不需要这一项的，整行删去"


_WORDINGS: dict[str, Wording] = {"missing": _missing, "too_short": _no_item, "text-empty": _blank}


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, codes=_WORDINGS)
def check(draft: Draft) -> Iterator[Problem]:
    """Missing keys of any record, and of a bound one those that its other values demand."""
    if draft.faults:
        yield from worded(replace(draft, faults=tuple(_causes(draft))), _WORDINGS)
    if draft.record is not None:
        yield from _demanded(draft.record, ())


def _causes(draft: Draft) -> Iterator[Fault]:
    """The faults without those that another one explains: a mistyped key is missing, a list of bad items is empty."""
    others = [
        (fault.where, fault.code)
        for fault in draft.faults
        if isinstance(fault.where, tuple) and fault.code not in ("missing", "too_short")
    ]
    mistyped = {(*path[:-1], meant_key(draft.kind, path)) for path, code in others if code == "extra_forbidden"}
    for fault in draft.faults:
        where = fault.where
        if fault.code == "missing" and where in mistyped:
            continue
        if fault.code == "too_short" and any(path[: len(where)] == where for path, _ in others if isinstance(where, tuple)):
            continue
        yield fault


def _demanded(group: Group, prefix: KeyPath) -> Iterator[Problem]:
    for slot in _watched(type(group)):
        value = getattr(group, slot.name)
        if value is None or value == ():
            if slot.declaration.needed_when is not None and not slot.is_hidden(group, value):
                yield from _needed(group, slot, slot.declaration.needed_when, prefix)
        elif slot.group is not None and slot.many:
            for index, item in enumerate(value):
                yield from _demanded(item, (*prefix, slot.key, index))
        elif slot.group is not None:
            yield from _demanded(value, (*prefix, slot.key))


def _needed(group: Group, slot: Slot, needed_when: tuple[str, tuple[str, ...]], prefix: KeyPath) -> Iterator[Problem]:
    name, values = needed_when
    if (found := getattr(group, name)) in values:
        path = (*prefix, slot.key)
        key = next(other.key for other in slots(type(group)) if other.name == name)
        message = f"缺少“{path_text(path)}”：“{key}”是“{found}”时必须填写"
        yield Problem(message, _hint(slot_by_key(type(group), slot.key), path), path)


@cache
def _watched(model: type[Group]) -> tuple[Slot, ...]:
    """The slots that are demanded under a condition, or hold groups with such slots."""
    return tuple(
        slot for slot in slots(model) if slot.declaration.needed_when or (slot.group is not None and _watched(slot.group))
    )
