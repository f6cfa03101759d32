"""自然人当事人写了全名

问题：当事人是自然人，名称、正文、更正的“原”“现”或者附件里写的是全名，没有写成“姓+某”。

为什么：自然人的姓名属于个人信息。公开处罚决定不需要让人认出他是谁（《个人信息保护法》第三十四条；《政府信息公开条例》第十五条）。
国家统计局公示行政处罚信息的办法只公示自然人以外的对象，因此这里一律隐去名字。

错误示例：

    当事人: {名称: 示例三, 类别: 自然人}

正确示例：

    当事人: {名称: 示某, 类别: 自然人}

怎么改：只写姓和“某”（王某、欧阳某）；同案有两人同姓的，加数字或者甲、乙区分（王某1、王某2）。正文和附件里也一样改。
内容已经公开过的，还要登记隐私处理（redactions），不要登记更正：更正会把原来的姓名再写一遍。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.corrections import Correction
from generator.model.parts import Party
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.model.walk import groups
from generator.primitives.privacy import find_names, is_masked_name
from generator.rules.privacy import LAW, holder, is_about_person, named_places, places_of, spans
from generator.rules.registry import Problem, rule

_MEND = "只写姓和“某”（王某、欧阳某），同姓的加数字区分（王某1、王某2）"
_MORE = "；已经公开过的，登记隐私处理（redactions），不要登记更正"
#: Values of 原 and 现 that name nobody.
_NOBODY = (MARKER, "（空）")


@rule(severity=Severity.ERROR, since="0.3", basis=LAW, clauses=("二（一）",))
def check(register: Register) -> Iterator[Problem]:
    """Parties that are natural persons: their names in keys, texts, corrections and files."""
    for draft in register.drafts:
        if is_about_person(draft.record):
            yield from _in_record(draft)
    for file in register.attachments:
        if file.content is not None and is_about_person(holder(register, file)):
            for places in places_of(file.content.fragments, find_names).values():
                yield Problem(f"{named_places(places)}写了自然人的全名", _MEND, None, file.path, quote=False)
    for record in register.of_kind(Correction):
        assert isinstance(record, Correction)
        if is_about_person(register.get(record.target.id)):
            yield from _in_correction(record)


def _in_record(draft: Draft) -> Iterator[Problem]:
    assert draft.record is not None
    for where, party in groups(draft.record, Party):
        if party.sort == "自然人" and not is_masked_name(party.name) and party.name != MARKER:
            yield Problem("自然人的姓名没有隐去", _MEND + _MORE, (*where, "名称"), draft.path, quote=False)
    for _sort, span in spans(draft, find_names(draft.body)):
        yield Problem("正文里写了自然人的全名", _MEND + _MORE, span, draft.path, quote=False)


def _in_correction(record: Correction) -> Iterator[Problem]:
    for row, change in enumerate(record.changes):
        if not (change.path or "").endswith("名称"):
            continue
        for key, value in (("原", change.was), ("现", change.now)):
            if not is_masked_name(value) and value not in _NOBODY:
                where = ("更正事项", row, key)
                yield Problem("更正里写了自然人的全名", _MEND + _MORE, where, record.origin.path, quote=False)
