"""引用的记录不存在

问题：记录里写的编号、清单的行、执法证号，或者正文里的链接，指向的记录不存在；或者虽然存在，但在本记录自己的日期那天还没有
生效，或者已经不在清单里。

为什么：引用断了，公众就查不到依据、机关和执法人员。引用清单时，以本记录日期那天有效的那一版为准
（《政府信息公开条例》第六条：公开的信息应当准确）。

错误示例：

    处罚机关: bodies/shili-tj
    执法人员: [SL-TJ-0001, SL-TJ-9999]

正确示例：

    处罚机关: bodies/shili-tjj
    执法人员: [SL-TJ-0001, SL-TJ-0002]

怎么改：照记录的文件夹和文件名写编号，不带年份文件夹和扩展名：content/penalties/2020/2020-001.md 的编号是
penalties/2020-001。清单缺少那一天的版次的，补写那一版。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from generator.finding import KeyPath, Severity, path_text
from generator.model.draft import Draft
from generator.model.kinds import folders
from generator.model.record import Record
from generator.model.references import Certificate, Target, parse_target
from generator.model.register import Register
from generator.model.walk import references
from generator.rules.basis import ACCURACY
from generator.rules.bodies import body_of
from generator.rules.fields import likely
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs

#: Among more ids than this no likely one is looked for: comparing takes time, and numbers all look alike.
_MAX_COMPARED = 200
_MAX_LISTED = 20
#: Lists whose own rules know better on which day a row counts, and say why: item-not-listed, inspection-not-listed,
#: officer-certificate. Here such a row need only exist.
_DATED_ELSEWHERE = frozenset({"powers", "inspection-items", "rosters"})
_FORM_HINT = "核对编号：编号是“文件夹/文件名”，不带年份文件夹和扩展名"
_LINK_HINT = "链接到本栏目的记录，写它的编号，如 penalties/2020-001；链接到别的网站，写以 https:// 开头的完整网址"


@rule(severity=Severity.ERROR, since="0.1", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """References of fields, on the referrer's own day where it has one, and links of the Markdown that are ids."""
    unread = unbound_refs(register)
    for record in register.records:
        day: date | None = getattr(record, "own_day", None)
        for where, slot, target in references(record):
            on_day = day is not None and not _is_dated_elsewhere(target)
            found = register.resolve(target, day) if on_day else register.exists(target)
            if not found and not _is_unread(target, slot.scalar.targets if slot.scalar else (), unread):
                yield _problem(register, record, where, target, day)
    for draft in register.drafts:
        yield from _links(register, draft, unread)


def _is_dated_elsewhere(target: Target | Certificate) -> bool:
    return isinstance(target, Certificate) or (
        target.row is not None and target.id.partition("/")[0] in _DATED_ELSEWHERE
    )


def _is_unread(target: Target | Certificate, targets: tuple[str, ...], unread: frozenset[str]) -> bool:
    """Whether the thing may lie in a file that could not be read: then that file's finding says enough."""
    if isinstance(target, Certificate):
        return any(ref.startswith(f"{folder}/") for folder in targets for ref in unread)
    return target.id in unread


def _problem(
    register: Register, record: Record, where: KeyPath, target: Target | Certificate, day: date | None
) -> Problem:
    key = f"“{path_text(where)}”"
    if isinstance(target, Certificate):
        message, hint = f"证号 {target} 不在执法人员清单里", "核对证件上的号码；没有登记的，先在清单里登记（另写一版）"
    elif register.exists(target):
        assert day is not None
        message, hint = _not_on_day(register, target, day)
    else:
        message, hint = _absent(register, target)
    return Problem(f"{key}：{message}", hint, where, record.origin.path)


def _absent(register: Register, target: Target) -> tuple[str, str]:
    holders = register.holders(Target(target.id))
    if target.row is not None and holders:
        rows = sorted({row.number for holder in holders for row in getattr(holder, "rows", ())})
        hint = "、".join(rows[:_MAX_LISTED]) + ("……" if len(rows) > _MAX_LISTED else "")
        return f"{target.id} 里没有编号为 {target.row} 的一行", f"现有编号：{hint}" if rows else _FORM_HINT
    if target.edition is not None and holders:
        editions = "、".join(holder.origin.stem for holder in holders)
        return f"{target.id} 没有版次 {target.edition}", f"现有版次：{editions}"
    folder = target.id.split("/")[0]
    ids = {record.id for record in register.records if record.origin.folder == folder}
    meant = likely(target.id, sorted(ids)) if len(ids) <= _MAX_COMPARED else ""
    return f"没有编号为 {target.id} 的记录", f"是不是 {meant}？" if meant else _FORM_HINT


def _not_on_day(register: Register, target: Target, day: date) -> tuple[str, str]:
    edition = register.edition_on(target.id, day)
    if edition is None:
        first = register.editions(target.id)[0].effective_on
        return f"{target.id} 在 {day} 还没有生效的版次（最早一版从 {first} 起生效）", "核对日期；清单缺少当时的版次的，补写那一版"
    return (
        f"{target.id} 在 {day} 有效的是版次 {edition.number}，里面没有编号为 {target.row} 的一行",
        "核对日期和编号；清单缺少当时的版次的，补写那一版",
    )


def _links(register: Register, draft: Draft, unread: frozenset[str]) -> Iterator[Problem]:
    for link in body_of(draft).links:
        if link.image or link.scheme or link.address.startswith("#"):
            continue
        target = parse_target(link.address)
        if draft.kind is None and (target is None or target.id.split("/")[0] not in folders()):
            continue
        if target is None:
            message, hint = f"“{unquote(link.address)}”不是记录的编号，页面上不会成为链接", _LINK_HINT
        elif register.exists(target) or target.id in unread:
            continue
        else:
            message, hint = _absent(register, target)
        yield Problem(f"正文里的链接：{message}", hint, link.span, draft.path)
