"""更正的字段不存在

问题：更正事项写的“字段”在这类记录里没有；指向的是一组、一张表，不是一个值；是不公开的字段；或者“字段”和“正文”都写了、都没写。

为什么：更正要让公众看清楚改的是哪一项（《政府信息公开条例》第六条）。不公开的字段（批准人、审查人等）公众看不到，不需要更正，
写进更正反而把它公开了。

错误示例：

    更正事项:
      - {字段: 当事人, 原: 示例钢铁公司, 现: 示例钢铁有限公司}
      - {字段: 调查数据.上报数, 原: 646, 现: 664}

正确示例：

    更正事项:
      - {字段: 当事人.名称, 原: 示例钢铁公司, 现: 示例钢铁有限公司}
      - {字段: 调查数据.1.上报数, 原: 646, 现: 664}
      - {正文: 是, 原: 罚款50000元, 现: 罚款5000元}

怎么改：照记录里的键写，下一级用小数点隔开；表格的行从 1 数起，如 调查数据.1.上报数。不公开的字段直接修改记录，不写更正。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity, path_text
from generator.model.declaration import Privacy, slots
from generator.model.kinds.corrections import Change
from generator.model.paths import parse_path, place_at
from generator.model.record import Act, Record
from generator.model.register import Register
from generator.rules.acts import CORRECTABLE, corrections, target_key
from generator.rules.basis import ACCURACY
from generator.rules.fields import keys_at, likely
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Changes whose path leads to no single public value of the corrected record."""
    for correction, record in corrections(register):
        if not isinstance(record, CORRECTABLE):
            continue
        for index, change in enumerate(correction.changes):
            told = _about_text(change, record) if change.path is None or change.in_body else _about_field(change.path, record)
            if told is not None:
                key = "正文" if change.path is None else "字段"
                yield Problem(*told, ("更正事项", index, key), correction.origin.path)


def _about_text(change: Change, record: Record) -> tuple[str, str] | None:
    if change.path is not None:
        return f"更正“{change.path}”同时写了“正文: 是”", "一项只写一处：字段和正文都要更正的，写成两项"
    if not change.in_body:
        return "没有写更正的是哪个字段，还是正文", "补写“字段: 字段名”，或者“正文: 是”"
    if not record.KIND.prose:
        return f"{record.ref} 没有正文", f"写“字段”，如 {slots(type(record))[0].key}"
    return None


def _about_field(text: str, record: Record) -> tuple[str, str] | None:
    """Message and hint; None if the path leads to one value that the public sees."""
    path, kind = parse_path(text), type(record)
    place = place_at(kind, path)
    if place is None:
        return _unknown(text, path, kind)
    if not place.is_leaf:
        inner = "、".join(keys_at(kind, path)) if place.slot.group is not None else ""
        row = "" if place.is_item or not place.slot.many else "表格的行从 1 数起；"
        example = f"{text}{'.1' if row else ''}{f'.{keys_at(kind, path)[0]}' if inner else ''}"
        return f"“{text}”不是一个值", f"写到具体的一项，{row}如 {example}"
    if place.privacy is Privacy.INTERNAL:
        return f"“{text}”不公开，不需要更正", "直接修改记录，从更正事项中删去这一项"
    if isinstance(record, Act) and path == (target_key(record),):
        return f"说明的“{text}”不能更正", "对象写错了的，对它另作相反的处理，再对正确的对象另写一份"
    return None


def _unknown(text: str, path: KeyPath, kind: type[Record]) -> tuple[str, str]:
    depth = next(length for length in range(len(path)) if place_at(kind, path[: length + 1]) is None)
    above = place_at(kind, path[:depth]) if depth else None
    if above is not None and above.slot.many and not above.is_item:
        return f"“{text}”少了行号", f"表格的行从 1 数起，如 {path_text((*path[:depth], 0, *path[depth:]))}"
    known = keys_at(kind, path[:depth])
    meant = likely(str(path[depth]), known) if known else ""
    right = path_text((*path[:depth], meant, *path[depth + 1 :])) if meant else ""
    return f"没有“{text}”这个字段", f"是不是 {right}？" if right else "照记录里的键写，下一级用小数点隔开，如 当事人.地址"
