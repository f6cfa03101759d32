"""正文告知的救济途径或者期限不对

问题：正文没有告知行政复议、行政诉讼，写的期限与法律不同，写的复议机关不是本机关公布的复议机关，或者当场处罚没有告知先申请行政复议。

为什么：决定书应当载明申请行政复议、提起行政诉讼的途径和期限（行政处罚法第五十九条第一款第五项）。复议是六十日、诉讼是六个月
（行政复议法第二十条，行政诉讼法第四十六条）；2024 年起复议机关是本级人民政府，不再是上一级主管部门（第二十四条）；对当场作出的处罚决定
不服的，应当先申请行政复议（第二十三条第一款第一项）。告知错了，当事人可能错过救济。

错误示例：

    可以自收到本决定书之日起三个月内向上一级统计局申请行政复议。

正确示例：

    可以自收到本决定书之日起六十日内向示例县人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。

怎么改：对照决定书原件。录入错的，改正；原件就是这样写的，照录，并按规定更正告知，这一条只是提醒。复议机关以执法主体在决定日期当天有效的
“救济渠道”为准，期限列在 content/reference/deadlines.yaml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import Severity
from generator.model.kinds.deadlines import Deadline
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.policy import PolicyData
from generator.model.register import Register
from generator.primitives.numerals import EVERYDAY, read_numeral
from generator.rules.decisions import (
    Decision,
    body_of,
    decisions,
    has_text,
    procedures_of,
    span_in,
    withdrawal_of,
)
from generator.rules.registry import Problem, rule

_RECONSIDERATION, _LITIGATION = "行政复议", "行政诉讼"
#: Words that speak of remedies, by a character that is rare in other words.
_SPEAKING = (("议", ("复议",)), ("诉", ("诉讼", "起诉")))
_WAY = re.compile(r"(?:申请|提出|提起)(?:行政)?(复议|诉讼)|起诉")
#: A time before its 内: 六十日, 60日之, 6个月.
_TIME = re.compile(rf"(?<!\d)(\d{{1,4}}|[{EVERYDAY}]{{1,6}})\s{{0,3}}(个?工作日|个?月|日|天)(?:之|以|期限)?\Z", re.ASCII)
#: No such time is longer.
_REACH = 16
_UNITS = {"天": "日", "个月": "月", "个工作日": "工作日"}
_AUTHORITY = re.compile(r"向([^，。；向]{2,60}?)(?:依法|书面)?(?:申请|提出|提起)(?:行政)?复议")
_SPLIT = re.compile(r"或者|或|、")
#: Words that name the authority without its name.
_GENERIC = ("本级人民政府", "同级人民政府", "行政复议机关")
_FIRST = re.compile(r"先[^。；]{0,60}复议|复议前置")
_HINT = "对照决定书原件：录入错的改正；原件就是这样写的，照录，并按规定更正告知"


class _Time(NamedTuple):
    """A time, and where the text tells it."""

    limit: int
    unit: str
    start: int
    end: int


def _words(limit: int, unit: str) -> str:
    return f"{limit}{'' if unit == '日' else '个'}{unit}"


@rule(
    severity=Severity.WARNING, since="0.3", long=True, basis="《行政处罚法》第五十九条第一款第五项：决定书载明复议、诉讼的途径和期限",
    clauses=("二（一）3（2）",),
)
def check(register: Register) -> Iterator[Problem]:
    """What texts say of remedies. A penalty in full must speak of both; another decision only has to be right."""
    for record in decisions(register):
        if has_text(record.body) and not record.is_secret and withdrawal_of(register, record) is None:
            start = _first_word(record.body)
            prior = [row.prior for row in procedures_of(register, record) if row.prior is not None and row.prior.demanded]
            yield from _limits(record, register, start, bool(prior))
            yield from _authority(record, register, start)
            if prior and record.openness == "全文" and not _FIRST.search(record.body, start):
                message = f"正文没有告知不服{record.KIND.title}应当先申请行政复议"
                yield Problem(message, f"先复议，后诉讼；{_HINT}", ("案件程序",), record.origin.path, basis=prior[0].basis)


def _limits(record: Decision, register: Register, start: int, is_prior: bool) -> Iterator[Problem]:
    """Where reconsideration comes first, the time for litigation runs from its decision and is left aside."""
    told = _told(record.body, start)
    must_tell = isinstance(record, PenaltyDecision) and record.openness == "全文"
    for way in (_RECONSIDERATION,) if is_prior else (_RECONSIDERATION, _LITIGATION):
        row = _row(register, record, way)
        if row is None or row.limit is None or row.unit is None:
            continue
        if not told[way] and must_tell and way[2:] in record.body:
            hint = f"应当是{_words(row.limit, row.unit)}；{_HINT}"
            yield Problem(f"正文没有写明{way}的期限", hint, ("公开方式",), record.origin.path, basis=row.basis)
        elif told[way] and (row.limit, row.unit) not in [(time.limit, time.unit) for time in told[way]]:
            written, first = "、".join(_words(time.limit, time.unit) for time in told[way]), told[way][0]
            message = f"正文写的{way}期限是{written}，应当是{_words(row.limit, row.unit)}"
            yield Problem(message, _HINT, span_in(record, first.start, first.end), record.origin.path, basis=row.basis)


def _told(body: str, start: int) -> dict[str, list[_Time]]:
    """The times that the text gives for each way: a way's time is the last one before it in its sentence."""
    told: dict[str, list[_Time]] = {_RECONSIDERATION: [], _LITIGATION: []}
    for found in _WAY.finditer(body, start):
        begin = max(start, body.rfind("。", start, found.start()), body.rfind("；", start, found.start()))
        time = _last_time(body, begin, found.start())
        start = found.end()
        if time is not None:
            told[_RECONSIDERATION if found[1] == "复议" else _LITIGATION].append(time)
    return told


def _last_time(body: str, begin: int, end: int) -> _Time | None:
    position = body.rfind("内", begin, end)
    while position >= 0:
        found = _TIME.search(body, max(begin, position - _REACH), position)
        count = None
        if found is not None:
            count = int(found[1]) if found[1].isascii() else read_numeral(found[1])
        if found is not None and count is not None:
            return _Time(count, _UNITS.get(found[2], found[2]), *found.span())
        position = body.rfind("内", begin, position)
    return None


def _first_word(body: str) -> int:
    """Where the line begins in which remedies are first spoken of: what comes before holds times of other things."""
    found = [position for rare, words in _SPEAKING if (position := _first_of(body, rare, words)) >= 0]
    return body.rfind("\n", 0, min(found)) + 1 if found else len(body)


def _first_of(body: str, rare: str, words: tuple[str, ...]) -> int:
    """Where the first of some words stands that all hold one rare character, which is found much faster than they are; -1 if nowhere."""
    position = body.find(rare)
    while position >= 0:
        for word in words:
            if body.startswith(word, start := position - word.index(rare)):
                return start
        position = body.find(rare, position + 1)
    return -1


def _row(register: Register, record: Decision, matter: str) -> Deadline | None:
    rows = register.policy.deadlines_of(record.origin.folder, matter)
    return next((row for row in rows if PolicyData.is_in_force(row, record.decided_on)), None)


def _authority(record: Decision, register: Register, start: int) -> Iterator[Problem]:
    found = _AUTHORITY.search(record.body, start)
    body = body_of(register, record) if found is not None else None
    if found is None or body is None:
        return
    told = [remedy.authority for remedy in body.remedies if remedy.path == _RECONSIDERATION and remedy.authority]
    published = {name for names in told for name in _SPLIT.split(names)}
    if not published:
        return
    wrong = [name for name in _SPLIT.split(found[1]) if name not in published and name not in _GENERIC]
    if wrong:
        yield Problem(
            f"正文写的行政复议机关是“{'、'.join(wrong)}”，而执法主体公布的是{'、'.join(sorted(published))}",
            f"核对执法主体的“救济渠道”；{_HINT}", span_in(record, found.start(1), found.end(1)), record.origin.path,
            basis="《行政复议法》第二十四条；《行政处罚法》第五十九条第一款第五项",
        )  # fmt: skip
