"""编号重复

问题：两个文件用了同一个编号（同一类记录里文件名相同，只是年份文件夹不同），或者一份清单里两行用了同一个编号，
或者一个证件号码登记在两个人名下。

为什么：网址、引用和更正都靠编号。编号重复，就不知道指的是哪一个。

错误示例：

    content/penalties/2020/2020-001.md
    content/penalties/2021/2020-001.md

正确示例：

    content/penalties/2020/2020-001.md
    content/penalties/2021/2021-001.md

怎么改：核对两份文件。重复录入的，删去后录的一份；确是两份记录的，给后一份另编文件名（同一文号的另一份记录加 -r2）。
清单里重复的，给新增的一行另编一个从未用过的编号。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.finding import KeyPath, Severity, path_text
from generator.model.declaration import Slot, slot_by_key, slots
from generator.model.record import Record
from generator.model.register import Register
from generator.model.scalars import CertificateNumber
from generator.model.walk import leaves
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, rule

_CERTIFICATE = CertificateNumber.__metadata__[0]
_NUMBER = "编号"


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION)
def check(register: Register) -> Iterator[Problem]:
    """Files that claim one id, rows of one list that claim one number or certificate."""
    for ref, (first, *others) in register.duplicates.items():
        for path in others:
            yield Problem(
                f"编号 {ref} 已经由 {register.label}/{first} 使用", "重复录入的，删去一份；确是两份记录的，给后一份另编文件名", path=path
            )
    for record in register.records:
        for slot in _tables(type(record)):
            yield from _rows(record, slot)


@cache
def _tables(kind: type[Record]) -> tuple[Slot, ...]:
    """The fields that hold numbered rows."""
    return tuple(slot for slot in slots(kind) if slot.many and slot.group is not None and slot_by_key(slot.group, _NUMBER))


def _rows(record: Record, slot: Slot) -> Iterator[Problem]:
    numbers: dict[str, KeyPath] = {}
    certificates: dict[str, KeyPath] = {}
    for index, row in enumerate(getattr(record, slot.name)):
        prefix = (slot.key, index)
        for path, leaf, value in leaves(row, prefix):
            if path == (*prefix, _NUMBER):
                seen, what, hint = numbers, "编号", "给后一行另编一个从未用过的编号"
            elif leaf.scalar is _CERTIFICATE:
                seen, what, hint = certificates, "证件号码", "对照证件核对；同一个人只写一行"
            else:
                continue
            first = seen.setdefault(value, path)
            if first[:2] != path[:2]:
                yield Problem(f"{what} {value} 已经用在“{path_text(first[:2])}”", hint, path, record.origin.path)
