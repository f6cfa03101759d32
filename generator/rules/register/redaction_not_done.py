"""隐私处理没有做完

问题：隐私处理说隐去了某个字段或者正文的某一处，可是那里没有【依法隐去】；处数对不上；或者引用被隐去内容的更正说明里，“原”“现”
还留着原来的内容；或者写的字段、标题找不到。

为什么：说明已经隐去而内容还在，比不说明更糟：公众知道该去哪里找（《个人信息保护法》第四十七条；《政府信息公开条例》第十五条）。

错误示例：

    # content/redactions/2020/2020-001.yaml
    处理事项: [{字段: 当事人.地址, 类别: 个人隐私}]

    # content/penalties/2020/2020-002.md
    当事人: {名称: 示例建材有限公司, 地址: 示例市示例路}

正确示例：

    当事人: {名称: 示例建材有限公司, 地址: 【依法隐去】}

怎么改：把记录里的内容换成【依法隐去】，正文里每一处都换；引用它的更正说明，“原”“现”也换。字段照记录里的键写，如 当事人.地址；标题照
正文里的标题写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.declaration import slot_by_key
from generator.model.editions import Step, Wording, rewind
from generator.model.kinds.corrections import Correction
from generator.model.kinds.redactions import RedactedPart, Redaction
from generator.model.parts import Attachment
from generator.model.passages import markers_under
from generator.model.paths import ABSENT, parse_path, place_at
from generator.model.record import Record
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.rules.acts import acted_on
from generator.rules.registry import Problem, rule

_SCRUB = f"把那里的内容换成{MARKER}"


@rule(severity=Severity.ERROR, since="0.4", basis="《个人信息保护法》第四十七条；《政府信息公开条例》第十五条")
def check(register: Register) -> Iterator[Problem]:
    """Parts of redactions that are still to be read: in the record, or in a correction that quotes them."""
    for record, acts in acted_on(register):
        steps = rewind(record, acts)
        for number, step in enumerate(steps):
            if isinstance(step.act, Redaction):
                yield from _not_done(step.act, step.after, steps[number:], record)
                yield from _quoted(step.act, steps[number + 1 :])


def _not_done(redaction: Redaction, wording: Wording, earlier: tuple[Step, ...], record: Record) -> Iterator[Problem]:
    for index, part in enumerate(redaction.parts):
        told = _in_text(part, wording, earlier, record) if part.path is None else _in_field(part.path, wording, record)
        if told is not None:
            key = "字段" if part.path is not None else "标题" if part.heading is not None else "正文"
            yield Problem(*told, ("处理事项", index, key), redaction.origin.path)


def _in_field(text: str, wording: Wording, record: Record) -> tuple[str, str] | None:
    place = place_at(type(record), parse_path(text))
    if place is None or not place.is_leaf:
        return f"{record.ref} 没有“{text}”这个字段", "照记录里的键写到具体的一项，如 当事人.地址；表格的行从 1 数起"
    if place.slot is slot_by_key(Attachment, "文件"):
        # The file itself is replaced; whether it was is seen when base and head are compared.
        return None
    if not place.slot.may_hide:
        return f"“{text}”不能隐去", "标识记录的内容和日期、种类等不能隐去；整条记录都不应当公开的，撤下（事由：误发）"
    if MARKER not in wording.said.get(parse_path(text), ABSENT):
        return f"{record.ref} 的“{text}”没有隐去", _SCRUB
    return None


def _in_text(part: RedactedPart, wording: Wording, earlier: tuple[Step, ...], record: Record) -> tuple[str, str] | None:
    if not part.in_body:
        return "没有写隐去的是哪个字段，还是正文", "补写“字段: 字段名”，或者“正文: 是”和“标题”"
    found = markers_under(wording.body, part.heading)
    place = f"正文“{part.heading}”下面" if part.heading is not None else "正文里"
    if found is None:
        return f"{record.ref} 的正文里没有“{part.heading}”这个标题", "照正文里的标题写，不带 # 号"
    wanted = sum(
        other.places or 1
        for step in earlier if isinstance(step.act, Redaction)
        for other in step.act.parts if other.path is None and other.heading == part.heading
    )
    if found < wanted:
        return f"{place}有 {found} 处{MARKER}，隐私处理说隐去了 {wanted} 处", f"{_SCRUB}；处数写错了的，改正处数"
    return None


def _quoted(redaction: Redaction, earlier: tuple[Step, ...]) -> Iterator[Problem]:
    """Corrections before the redaction that still quote a field which it hides."""
    hidden = {parse_path(part.path) for part in redaction.parts if part.path is not None}
    for step in earlier:
        changes = step.act.changes if isinstance(step.act, Correction) else ()
        for index, change in enumerate(changes):
            if change.path is None or parse_path(change.path) not in hidden:
                continue
            for key, text in (("原", change.was), ("现", change.now)):
                if MARKER not in text and text != ABSENT:
                    yield Problem(
                        f"{redaction.ref} 隐去了“{change.path}”，这份更正的“{key}”里还有它的内容", _SCRUB,
                        ("更正事项", index, key), step.act.origin.path, quote=False,
                    )
