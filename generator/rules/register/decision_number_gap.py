"""文号中间缺号

问题：同一个机关、同一类决定、同一年的文号不连续，缺的号没有记录。

为什么：处罚决定应当全部公开，公示率按全部决定计算（本局实施方案二（一）3（2）：全文公示率 2020 年底前达到 100%）。缺号可能是有一份
决定没有录入。不予公开的决定也要建立记录，注明“公开方式: 不予公开”，网站只公开它的年份和理由，缺号就有了说明。

错误示例：

    # 2020 年只有 1 号和 3 号的记录

正确示例：

    # content/penalties/2020/2020-002.md
    文号: 示统罚决字〔2020〕2号
    公开方式: 不予公开

怎么改：核对发文登记，补录缺的那一份。号码确实没有使用的（如作废），不必改动，这一条只是提醒。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import Decision, NumberParts, authority_of, decisions, number_parts
from generator.rules.registry import Problem, rule
from generator.rules.stems import parse_stem
from generator.rules.unbound import unbound_refs

#: Body, folder, 机关代字 (of penalties "": a body has one) and year: numbers run within these.
_Series = tuple[str, str, str, int]


@rule(severity=Severity.WARNING, since="0.3", basis="《河津市统计局三项制度实施方案》二（一）3（1）、（2）：决定应当公开、全文公示")
def check(register: Register) -> Iterator[Problem]:
    """Series of numbers with a hole in them; files that could not be read fill the holes that their names tell of."""
    series: dict[_Series, dict[int, tuple[Decision, NumberParts]]] = defaultdict(dict)
    for record in decisions(register):
        parts = number_parts(record.number)
        prefix = "" if isinstance(record, PenaltyDecision) else parts.prefix
        key = (authority_of(record).id, record.origin.folder, prefix, parts.year)
        series[key].setdefault(parts.number, (record, parts))
    unread = _unread(register)
    for (_body, folder, _prefix, year), known in series.items():
        before = 0
        for number in sorted(known):
            first, last = before + 1, number - 1
            while (folder, year, first) in unread:
                first += 1
            while (folder, year, last) in unread:
                last -= 1
            if first <= last:
                yield _problem(*known[number], first, last)
            before = number


def _problem(record: Decision, parts: NumberParts, first: int, last: int) -> Problem:
    numbers = f"{first}号" if first == last else f"{first}号至{last}号"
    return Problem(
        f"{parts.prefix}〔{parts.year}〕{numbers}没有记录",
        "核对发文登记，补录缺的决定；不予公开的也要建立记录；号码没有使用的，不必改动",
        ("文号",),
        record.origin.path,
    )


def _unread(register: Register) -> set[tuple[str, int, int]]:
    found = set()
    for ref in unbound_refs(register):
        folder, _, name = ref.partition("/")
        stem = parse_stem(name)
        if stem is not None:
            found.add((folder, stem.year, stem.number))
    return found
