"""公开内容里有个人信息

问题：记录、名单、公告或者页面的文字里，有居民身份证号码、手机或者固定电话、银行卡号、护照或者通行证号码、车牌号码、电子邮箱、微信号、QQ号、
家庭住址、出生日期、含有身份证号码的个体工商户税号。
号码中间夹着空格、星号、点，写成全角、实体或者网址编码，或者只是差一两位的，也一样提示。

为什么：行政机关处理个人信息不得超出履行职责所必需的范围（《个人信息保护法》第三十四条）；涉及个人隐私的政府信息不得公开
（《政府信息公开条例》第十五条）；办案中知悉的个人隐私应当保密（《行政处罚法》第五十条）。公开的内容会被复制和转载，删去也收不回来。

错误示例：

    违法事实: 统计人员王某（身份证号 +++，手机 +++）陈述……      # +++ 处是真的号码

正确示例：

    违法事实: 统计人员王某陈述……

怎么改：删去，或者改为“【依法隐去】”。自然人的住址只写到乡镇（街道）。机关自己的办公电话、邮箱先写进执法主体或者服务指南，再在别处
使用就不会提示；执法证号登记在执法人员清单里的，也不会提示。内容已经公开过的，还要登记隐私处理（redactions）。为防止再次泄露，
提示里只写在哪里、是哪一类，不显示号码本身，也不引原文。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity, path_text
from generator.model.draft import Draft
from generator.model.register import Register
from generator.primitives.privacy import Allowed, find
from generator.rules.privacy import LAW, allowed, is_about_person, mend, own, spans, texts
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.3", basis=LAW, clauses=("二（一）",))
def check(register: Register) -> Iterator[Problem]:
    """Every free text of every record, and every Markdown text."""
    for draft in register.drafts:
        about_person = is_about_person(draft.record)
        if draft.suspect or about_person:
            known = allowed(register) | own(draft.record)
            yield from _in_keys(draft, known, about_person)
            yield from _in_body(draft, known, about_person)


def _in_keys(draft: Draft, known: Allowed, about_person: bool) -> Iterator[Problem]:
    if draft.record is None:
        return
    for where, slot, value in texts(draft.record):
        # The key introduces the value, as the words before a number do in a sentence.
        hits = find(f"{slot.key}：{value}", known, resident=about_person)
        for sort in dict.fromkeys(hit.sort for hit in hits):
            yield Problem(f"“{path_text(where)}”里有{sort.value}", mend(sort), where, draft.path, quote=False)


def _in_body(draft: Draft, known: Allowed, about_person: bool) -> Iterator[Problem]:
    part = "页面" if draft.kind is None else "正文"
    for sort, span in spans(draft, find(draft.body, known, resident=about_person)):
        yield Problem(f"{part}里有{sort.value}", mend(sort), span, draft.path, quote=False)
