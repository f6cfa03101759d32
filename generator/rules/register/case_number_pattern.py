"""案号或者平台办案编号的写法不合规则

问题：案号、平台办案编号与本机关的编号规则不一致，或者里面的年份既不是案件开始的年份，也不是作出决定的年份。

为什么：案卷要按全省统一的编号规则管理（本局实施方案二（二）3（1）），办理一般程序案件要使用省平台（二（四）3）。编号写错，
案卷和平台上的办案记录就对不上。

错误示例：

    # content/reference/case-rules-shili.yaml 中的格式是 示例统案〔{年份}〕{序号}号
    案号: 示例统案[2020]第1号

正确示例：

    案号: 示例统案〔2020〕1号

怎么改：对照案卷改正编号。编号规则有变动的，在 content/reference/ 中本机关的办案编号规则里增加一行，写明从哪一天起适用；
机关没有编号规则的文件时，这一条不检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.finding import Severity
from generator.model.kinds.case_rules import CaseRules, NumberForm
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.policy import PolicyData
from generator.model.register import Register
from generator.rules.registry import Problem, rule

_PLACE = re.compile(r"\{(年份|序号(?::([1-9]))?)\}")


@rule(severity=Severity.ERROR, since="0.3", basis="《河津市统计局三项制度实施方案》二（二）3（1）、二（四）3")
def check(register: Register) -> Iterator[Problem]:
    """The numbers of every case against the forms of its body, and the forms themselves."""
    forms: dict[str, list[NumberForm]] = {}
    for rules in register.of_kind(CaseRules):
        assert isinstance(rules, CaseRules)
        forms.setdefault(rules.agency.id, []).extend(rules.rows)
        for index, row in enumerate(rules.rows):
            if not _is_form(row.form):
                yield Problem(
                    "格式里除了一个 {年份} 和一个 {序号}，不能有别的大括号", "如 示例统案〔{年份}〕{序号}号、示例平台-{年份}-{序号:4}",
                    ("条目", index, "格式"), rules.origin.path,
                )  # fmt: skip
    for record in register.of_kind(PenaltyDecision):
        assert isinstance(record, PenaltyDecision)
        for key, number in (("案号", record.case_number), ("平台办案编号", record.platform_number)):
            rows = forms.get(record.authority.id, ()) if number is not None else ()
            chosen = [row for row in rows if row.item == key and _applies(row, record) and _is_form(row.form)]
            if number is not None and chosen:
                yield from _held_against(chosen, record, key, number)


def _applies(row: NumberForm, record: PenaltyDecision) -> bool:
    return row.procedure in (None, record.procedure) and PolicyData.is_in_force(row, record.decided_on)


def _held_against(rows: list[NumberForm], record: PenaltyDecision, key: str, number: str) -> Iterator[Problem]:
    matches = [match for row in rows if (match := _pattern(row.form).fullmatch(number)) is not None]
    path, basis = record.origin.path, rows[0].basis
    if not matches:
        forms = "，或者".join(row.form for row in rows)
        yield Problem(f"“{key}”应当写成 {forms}", "对照案卷改正；年份是四位数字，序号前面不补 0", (key,), path, basis=basis)
        return
    begun = min((step.day for step in record.process), default=record.decided_on)
    years = {begun.year, record.decided_on.year}
    if all(int(match["year"]) not in years for match in matches if match["year"]):
        said = "、".join(str(year) for year in sorted(years))
        yield Problem(
            f"“{key}”里的年份是 {matches[0]['year']}，而案件在 {said} 年办理", "对照案卷改正编号或者日期", (key,), path, basis=basis
        )


def _is_form(form: str) -> bool:
    """One place for the running number, at most one for the year, and no other braces."""
    places = [match[1].partition(":")[0] for match in _PLACE.finditer(form)]
    rest = _PLACE.sub("", form)
    return places.count("序号") == 1 and places.count("年份") <= 1 and not set("{}") & set(rest)


@lru_cache(maxsize=256)
def _pattern(form: str) -> re.Pattern[str]:
    """The form as a pattern with the group ``year``, empty where the form has no place for it."""
    text, position = "", 0
    for match in _PLACE.finditer(form):
        text += re.escape(form[position : match.start()])
        if match[1] == "年份":
            text += r"(?P<year>\d{4})"
        else:
            text += rf"\d{{{match[2]}}}" if match[2] else r"[1-9]\d*"
        position = match.end()
    text += re.escape(form[position:])
    return re.compile(text if "(?P<year>" in text else text + "(?P<year>)", re.ASCII)
