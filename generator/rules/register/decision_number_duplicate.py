"""两份决定用了同一个文号

问题：同一个机关的两份决定文号相同，而先作出的一份没有撤下，或者撤下时没有写明由后一份替代。

为什么：一个文号只能指一份决定，否则读者引用、查询时分不清。先前的决定被撤销后重新作出、沿用原文号的，先前那一份应当已经撤下，
并在撤下说明里写明“替代”，读者才能从旧页面找到新决定。

错误示例：

    # content/penalties/2020/2020-003.md 和 content/penalties/2020/2020-004.md
    文号: 示统罚决字〔2020〕3号

正确示例：

    # content/withdrawals/2021/2021-001.yaml
    撤下对象: penalties/2020-003
    替代: penalties/2020-003-r2

怎么改：对照决定书原件核对两份文号。确实沿用原文号的，先撤下旧的一份，并在撤下说明中写“替代”。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import Decision, authority_of, decisions, number_parts, withdrawal_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第五十二条：决定书编有号码；一个文号指一份决定")
def check(register: Register) -> Iterator[Problem]:
    """Groups of decisions of one body that bear one number."""
    groups: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for record in decisions(register):
        groups[authority_of(record).id, number_parts(record.number).plain].append(record)
    for group in groups.values():
        ordered = sorted(group, key=lambda record: (record.decided_on, record.published_on, record.id))
        for position, record in enumerate(ordered[1:], start=1):
            for message, hint in _faults(record, ordered[:position], register):
                yield Problem(message, hint, ("文号",), record.origin.path)


def _faults(record: Decision, earlier: list[Decision], register: Register) -> Iterator[tuple[str, str]]:
    """Every earlier bearer must have been withdrawn; of penalties the withdrawals must lead to this record (替代 names no other kind)."""
    for other in earlier:
        if withdrawal_of(register, other) is None:
            yield (
                f"文号与 {other.id} 相同，而那一份没有撤下",
                "对照决定书原件核对两份文号；重新作出、沿用原文号的，先撤下旧的一份，并写明“替代”",
            )
        elif isinstance(record, PenaltyDecision) and record.id not in _successors(other, register):
            yield (
                f"文号与已撤下的 {other.id} 相同，而它的撤下说明没有写明由本决定替代",
                f"对照决定书原件核对文号；确实沿用原文号的，在撤下 {other.id} 的说明中补写“替代: {record.id}”",
            )


def _successors(record: Decision, register: Register) -> set[str]:
    """Where 替代 leads, from record to record."""
    found: set[str] = set()
    following: Decision | None = record
    while following is not None:
        withdrawal = withdrawal_of(register, following)
        target = withdrawal.successor if withdrawal is not None else None
        if target is None or target.id in found:
            return found
        found.add(target.id)
        named = register.get(target.id)
        following = named if isinstance(named, Decision) else None
    return found
