"""附件与记录对不上

问题：记录的“附件”里写了文件名，附件文件夹里却没有这个文件；或者附件文件夹里的文件没有哪条记录写到它。

为什么：没有的文件，公众点开是错误页面；没有写明的文件，没有人审查过，不能公开（《政府信息公开条例》第十七条：
公开前应当审查）。

错误示例：

    附件:
      - {文件: 决定书.pdf, 说明: 行政处罚决定书（扫描件）}

    而文件夹 content/attachments/penalties/2020-001/ 里只有 decision.pdf

正确示例：

    附件:
      - {文件: decision.pdf, 说明: 行政处罚决定书（扫描件）}

怎么改：把文件放进 attachments/类别/记录的文件名/，文件名（大小写、扩展名）与“附件”里写的一字不差。不该公开的文件，
从附件文件夹里删去。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from generator.finding import KeyPath, Severity
from generator.model.declaration import Slot, slot_by_key, slots
from generator.model.draft import AttachmentFile
from generator.model.record import Record
from generator.model.register import Register
from generator.rules.fields import likely
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs

_FILE = "文件"


@rule(severity=Severity.ERROR, since="0.1", basis="《政府信息公开条例》第十七条：公开政府信息前应当依法审查")
def check(register: Register) -> Iterator[Problem]:
    """Named files that are not there, files that nobody names, folders of records that do not exist."""
    lying: dict[str, dict[str, AttachmentFile]] = defaultdict(dict)
    for file in register.attachments:
        lying[file.record_id][file.name] = file
    named: dict[str, set[str]] = defaultdict(set)
    for record in register.records:
        for where, name in _named(record):
            named[record.id].add(name)
            if name not in lying[record.id]:
                meant = likely(name, lying[record.id])
                named[record.id].add(meant)
                yield _absent(record, where, name, meant)
    known, unread = {record.id for record in register.records}, unbound_refs(register)
    for record_id, files in lying.items():
        for file in (file for name, file in files.items() if name not in named[record_id] and record_id not in unread):
            yield _unnamed(file) if record_id in known else _orphan(file)


def _absent(record: Record, where: KeyPath, name: str, meant: str) -> Problem:
    folder = f"attachments/{record.id}/"
    hint = f"是不是“{meant}”？" if meant else "把文件放进这个文件夹，文件名一字不差；没有附件的，删去这一项"
    return Problem(f"附件“{name}”不在 {folder}", hint, where, record.origin.path)


def _unnamed(file: AttachmentFile) -> Problem:
    return Problem(
        f"记录 {file.record_id} 的“附件”里没有写这个文件，不会公开",
        "要公开的，经审查后写进“附件”；不公开的，删去这个文件",
        path=file.path,
    )


def _orphan(file: AttachmentFile) -> Problem:
    message = f"没有编号为 {file.record_id} 的记录，这个附件不属于任何记录"
    return Problem(message, "核对文件夹名；记录已经不用的，删去这个文件", path=file.path)


def _named(record: Record) -> Iterator[tuple[KeyPath, str]]:
    for slot in _attachments(type(record)):
        for index, item in enumerate(getattr(record, slot.name)):
            yield (slot.key, index, _FILE), item.file


@cache
def _attachments(kind: type[Record]) -> tuple[Slot, ...]:
    lists = (slot for slot in slots(kind) if slot.many and slot.group is not None)
    return tuple(slot for slot in lists if slot_by_key(slot.group, _FILE) is not None)  # type: ignore[arg-type]
