"""文字里的条号是另一版法律的

问题：决定书正文、清单的文字里写的法律条号，在当时有效的版本里不是那个意思，在另一版里才是；或者执法主体的“执法依据”写了当时无效的版本。

为什么：《统计法》2024 年修正后条文重新编号，照抄旧文书、旧清单就会把第四十四条写成第四十一条，把第四十九条（救济途径）写成
第四十六条，当事人照着查不到依据（《行政处罚法》第五十九条）。没有写年份的，按本记录日期那天有效的版本理解；
每一条用在什么地方见 content/laws/ 的“用途”。只提醒，由人核对。

错误示例：

    # 2025 年的决定书正文
    依据《中华人民共和国统计法》第四十一条第二款的规定……

正确示例：

    依据《中华人民共和国统计法》第四十四条第二款的规定……

怎么改：对照法律原文核对条号；确实引用旧法的，写明年份，如“《统计法》（2009年修订）第四十一条”。正文与已送达的决定书一致的，不改正文。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from generator.finding import Severity, Where
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.laws import Law
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.policies import PolicyDocument
from generator.model.law_versions import LawBook, Versions
from generator.model.record import Document, Edition, Record
from generator.model.register import Register
from generator.model.walk import leaves
from generator.rules.citations import in_force, mixed_number, uses_told
from generator.rules.decisions import not_withdrawn, span_in
from generator.rules.mentions import mentions, pattern_of
from generator.rules.penal import law_name, laws_of
from generator.rules.registry import Problem, rule

_HINT = "对照法律原文核对条号；确实引用旧法的，写明年份；正文与已送达的决定书一致的，不改正文"


@rule(severity=Severity.WARNING, since="0.3", long=True, basis="《行政处罚法》第三十七条、第五十九条", clauses=("二（一）1（2）",))
def check(register: Register) -> Iterator[Problem]:
    """The texts of decisions, policies and lists, where they name a law of which the uses of articles are known."""
    book = laws_of(register)
    laws = {versions[-1].short_name: versions for versions in book.renumbered()}
    # The same few names and articles stand in nearly all texts; a pattern is the faster the fewer names it looks for.
    fault, pattern = cache(partial(_fault, book)), cache(pattern_of)
    for record in _records(register):
        days = _days(record)
        meant: dict[tuple[str, str], tuple[str, ...]] = {}
        for where, text, names in _texts(record, tuple(laws)):
            for mention in mentions(text, pattern(names)):
                versions, named = laws[mention.law], (mention.law, mention.year)
                if named not in meant:
                    meant[named] = _meant(versions, mention.year, days)
                if message := fault(versions[-1].id, meant[named], mention.article, uses_told(mention.sentence)):
                    place = where if where is not None else span_in(record, mention.start, mention.end)  # type: ignore[arg-type]
                    yield Problem(message, _HINT, place, record.origin.path)
        if isinstance(record, EnforcementBody):
            yield from _grounds(record, laws)


def _records(register: Register) -> Iterator[Record]:
    for kind in (PenaltyDecision, OtherDecision, PolicyDocument):
        yield from not_withdrawn(register, kind)
    for record in register.records:
        if isinstance(record, Edition) and not isinstance(record, Law):
            yield record


def _days(record: Record) -> list[date]:
    """The days whose law a text may mean where it names no version."""
    if isinstance(record, Edition):
        return [record.effective_on]
    if isinstance(record, PenaltyDecision):
        ends = [record.conduct_period.end] if record.conduct_period is not None else []
        return [record.decided_on, record.published_on, *ends]
    days = [getattr(record, "decided_on", None), getattr(record, "adopted_on", None), getattr(record, "published_on", None)]
    return [day for day in days if day is not None]


def _texts(record: Record, names: tuple[str, ...]) -> Iterator[tuple[Where, str, tuple[str, ...]]]:
    """The body, with no place, and the fields that hold sentences, each with the names that stand in it."""
    texts: list[tuple[Where, str]] = [(None, record.body)]
    if isinstance(record, PenaltyDecision):
        if record.microdata is not None:
            texts.append((("微观数据", "理由"), record.microdata.ground))
    elif not isinstance(record, Document):
        texts += ((where, value) for where, _slot, value in leaves(record) if isinstance(value, str))
    for where, text in texts:
        if named := tuple([name for name in names if name in text]):
            yield where, text, named


def _meant(versions: Versions, year: str, days: list[date]) -> tuple[str, ...]:
    """The versions that a mention can mean: the one that it names by its year, else those in force on the record's days."""
    if year:
        return tuple([law.number for law in versions if law.number == year])
    return tuple([law.number for law in versions if any(in_force(law, day) for day in days)])


def _fault(book: LawBook, law_id: str, meant: tuple[str, ...], article: str, told: frozenset[str]) -> str:
    """Why an article seems to be that of another version than those meant; "" if one of them fits."""
    message = ""
    for law in book.versions(law_id):
        if law.number in meant:
            message = mixed_number(book, law, article, told)
            if not message:
                break
    return message


def _grounds(body: EnforcementBody, laws: dict[str, Versions]) -> Iterator[Problem]:
    """Versions that 执法依据 names by their year."""
    for index, text in enumerate(body.grounds):
        for name, versions in laws.items():
            found = re.search(rf"《(?:中华人民共和国)?{re.escape(name)}》（(\d{{4}})", text)
            law = next((law for law in versions if found and law.number == found[1]), None)
            if law is not None and not in_force(law, body.effective_on):
                yield Problem(
                    f"{law_name(law)}在 {body.effective_on} 不是有效的版本", "改成当时有效的版本",
                    ("执法依据", index), body.origin.path,
                )
