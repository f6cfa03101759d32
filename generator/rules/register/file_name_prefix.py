"""文件名的前缀与处罚机关不一致

问题：本栏目可以同时公示几个机关的决定。主办机关的记录，文件名不加前缀；其他机关的记录，文件名前面要加那个机关的“文件前缀”。

为什么：各机关的文号都从 1 号编起，不加前缀就会重名，也看不出是哪个机关的决定。

错误示例：

    # content/penalties/2020/2020-001.md
    处罚机关: bodies/shili-tjj

正确示例：

    # content/penalties/2020/shili-2020-001.md
    处罚机关: bodies/shili-tjj

怎么改：没有公开过的，把文件改名。已经公开的不要改名，先核对是不是“处罚机关”写错了。机关还没有文件前缀的，先在
content/bodies/ 里它的文件中补写“文件前缀”。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.finding import Severity
from generator.model.declaration import Privacy, Slot, slots
from generator.model.kinds.bodies import EnforcementBody
from generator.model.record import Record
from generator.model.register import Register
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule
from generator.rules.stems import parse_stem


@rule(severity=Severity.ERROR, since="0.1", basis=SPECIFICATION)
def check(register: Register) -> Iterator[Problem]:
    """Documents whose stem does not begin as their body's records do, and bodies that lack a prefix."""
    main = register.settings.main_body
    prefixes = {body.id: body.file_prefix or "" for body in register.of_kind(EnforcementBody)}  # type: ignore[attr-defined]
    without = frozenset(body for body, prefix in prefixes.items() if not prefix and body != main and main)
    yield from _bodies(register, without)
    for record in register.documents:
        slot = _body_slot(type(record))
        body = str(getattr(record, slot.name)) if slot is not None else ""
        stem = parse_stem(record.origin.stem)
        if slot is None or stem is None or body not in prefixes or body in without:
            continue
        expected = "" if body == main else prefixes[body]
        if stem.prefix != expected:
            plain = record.origin.stem.removeprefix(f"{stem.prefix}-")
            right = f"{expected}-{plain}" if expected else plain
            yield Problem(
                f"{body} 的记录，文件名应当是 {right}，不是 {record.origin.stem}",
                f"核对“{slot.key}”；没有写错的，把文件改名",
                (slot.key,),
                record.origin.path,
            )


def _bodies(register: Register, without: frozenset[str]) -> Iterator[Problem]:
    for body_id in sorted(without):
        body = register.editions(body_id)[-1]
        key = key_of(body, "file_prefix")
        yield Problem(
            f"{body_id} 不是本栏目的主办机关，却没有“{key}”", f"补写一行，如 {key}: shili", (key,), body.origin.path
        )


@cache
def _body_slot(kind: type[Record]) -> Slot | None:
    """The field that names the body a document comes from."""
    return next(
        (
            slot
            for slot in slots(kind)
            if slot.scalar is not None
            and slot.scalar.targets == (EnforcementBody.KIND.folder,)
            and slot.declaration.privacy is Privacy.IDENTITY
        ),
        None,
    )
