"""当事人旁边写着已撤下或者期满决定的文号

问题：一条有效的记录点出了当事人，文字里又写着另一份决定的文号，而那份决定已经撤下，或者公示期满。

为什么：撤下和期满的决定，网页上只留文号，不再说是谁的。别的记录把文号和当事人写在一起，读者一对照就知道了，等于没有撤下
（行政处罚法第四十八条第二款；个人信息保护法第四十七条）。替代它的新决定可以写明原决定，不算。

错误示例：

    # 检查结果，检查对象是示例纺织有限公司；示统罚决字〔2020〕3号已经撤下
    后续处理: 2020年6月1日作出行政处罚决定（示统罚决字〔2020〕3号）

正确示例：

    后续处理: 已依法作出处理

怎么改：删去文号，只写已依法处理；已经公开的记录，同时登记更正。只是提醒，不影响发布。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from generator.finding import Severity, Span
from generator.model.declaration import slots
from generator.model.record import Document, Record
from generator.model.register import Register
from generator.model.scalars import parse_text
from generator.model.standing import Standing
from generator.model.terms import PORTAL, may_end
from generator.rules.registry import Problem, rule

_GONE = (Standing.WITHDRAWN, Standing.EXPIRED)
_STANDS = (Standing.CURRENT, Standing.CORRECTED)
_TAIL = re.compile(r"〔\d{4}〕第?\d{1,5}号")


@rule(severity=Severity.WARNING, since="0.4", basis="《行政处罚法》第四十八条第二款；《个人信息保护法》第四十七条", timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Numbers of decisions that lie withdrawn or expired, in the texts of records that name a party and stand."""
    gone = _gone(register, as_of)
    if not gone:
        return
    heads = sorted({number.rfind("〔") for number in gone}, reverse=True)
    for record in register.documents:
        if getattr(record, "party", None) is None or record.is_secret:
            continue
        for text, key in _texts(record):
            for position, number in _numbers(text, gone, heads):
                if record.ref not in _heirs(gone[number], register) and register.state(record, as_of).standing in _STANDS:
                    where = (key,) if key else _line_at(record, position)
                    label = register.state(gone[number], as_of).standing.label
                    yield Problem(
                        f"写着 {number}，它{label}，而本记录点出了当事人：读者会知道那是谁的决定",
                        "删去文号，只写已依法处理；已经公开的，同时登记更正", where, record.origin.path,
                    )


def _gone(register: Register, as_of: date) -> dict[str, Document]:
    """The decisions that are gone by their number, but for numbers that another decision bears and that stands."""
    by_number: dict[str, list[Document]] = defaultdict(list)
    for record in register.documents:
        number = getattr(record, "number", None)
        if isinstance(number, str):
            by_number[number].append(record)
    return {number: records[-1] for number, records in by_number.items() if all(_is_gone(each, register, as_of) for each in records)}


def _is_gone(record: Document, register: Register, as_of: date) -> bool:
    if not register.acts_on(record.ref) and not may_end(record, PORTAL, register.policy, register.settings):
        return False
    return register.state(record, as_of).standing in _GONE


def _heirs(record: Record, register: Register) -> frozenset[str]:
    """The decision itself, and those that came in its place, one after the other."""
    found: list[str] = [record.ref]
    for ref in found:
        found += [
            successor.id for act in register.acts_on(ref)
            if (successor := getattr(act, "successor", None)) is not None and successor.id not in found
        ]
    return frozenset(found)


def _texts(record: Document) -> Iterator[tuple[str, str]]:
    """The texts that may write a number, each with its key; the body has none."""
    for name, key in _free(type(record)):
        value = getattr(record, name)
        if value is not None and "〔" in value:
            yield value, key
    if "〔" in record.body:
        yield record.body, ""


def _numbers(text: str, gone: Mapping[str, Document], heads: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The numbers of ``gone`` that a text writes and where; ``heads``: how many characters stand before the year, most first."""
    for match in _TAIL.finditer(text):
        for head in heads:
            number = text[match.start() - head : match.end()] if 0 < head <= match.start() else ""
            if number in gone:
                yield match.start(), number


def _line_at(record: Document, position: int) -> Span:
    body = record.body
    start, end = body.rfind("\n", 0, position) + 1, body.find("\n", position)
    return Span(record.origin.body_line + body.count("\n", 0, position), 1, (end if end >= 0 else len(body)) - start)


@cache
def _free(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Name and key of the fields of free text at the top of a kind."""
    free = (slot for slot in slots(kind) if not slot.many and slot.scalar is not None and slot.scalar.parse is parse_text)
    return tuple((slot.name, slot.key) for slot in free)
