"""应当告知听证权利的处罚没有告知

问题：罚款、没收违法所得达到较大数额，或者处罚是吊销许可证件、责令停产停业等种类，记录里却没有听证告知的日期。

为什么：拟作出这些处罚的，应当告知当事人有要求听证的权利，当事人要求听证的应当组织听证（行政处罚法第六十三条）。没有告知的，
处罚程序违法。

错误示例：

    当事人: {名称: 示例钢铁有限公司, 类别: 法人及非法人组织}
    罚款金额: 50000

正确示例：

    罚款金额: 50000
    听证: {告知日期: 2020-05-18}

怎么改：对照案卷补写“听证.告知日期”；当事人要求听证的，再写“举行日期”。较大数额按当事人类别列在 content/reference/thresholds.yaml
（没有查到数额的不检查），不论数额都要告知的处罚种类列在 content/reference/procedures.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn, procedures_of
from generator.rules.registry import Problem, rule


class _Large(NamedTuple):
    """A sum that calls for a hearing: the matter of its threshold, how the sum is named, and its attribute and key."""

    matter: str
    verb: str
    name: str
    key: str


_LARGE = (
    _Large("larger-fine", "罚款", "fine", "罚款金额"),
    _Large("larger-confiscation", "没收违法所得", "confiscated", "没收违法所得"),
)


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第六十三条第一款：拟作出较大数额罚款等处罚的，应当告知听证权利")
def check(register: Register) -> Iterator[Problem]:
    """Penalties that called for a hearing and record no notice of it."""
    for record in not_withdrawn(register, PenaltyDecision):
        if record.hearing is not None:
            continue
        tellings = [_heavy(large, record, register) for large in _LARGE]
        found = next(filter(None, [*tellings, _heavy_sort(record, register)]), None)
        if found is not None:
            message, key, basis = found
            hint = "对照案卷补写“听证: {告知日期: …}”；确实没有告知的，决定的程序有问题，先报本机关负责人"
            yield Problem(f"{message}，应当告知听证权利，而记录没有“听证.告知日期”", hint, (key,), record.origin.path, basis=basis)


def _heavy(large: _Large, record: PenaltyDecision, register: Register) -> tuple[str, str, str] | None:
    amount = getattr(record, large.name)
    if amount is None or record.party is None:
        return None
    limit = register.policy.amount(large.matter, record.decided_on, record.party.sort)
    if limit is None or amount < limit:
        return None
    row = register.policy.threshold(large.matter, record.decided_on)
    assert row is not None
    return f"对{record.party.sort}{large.verb} {amount:f} 元，达到 {limit:f} 元", large.key, row.basis


def _heavy_sort(record: PenaltyDecision, register: Register) -> tuple[str, str, str] | None:
    for row in procedures_of(register, record):
        for sort in row.hearing.sorts if row.hearing is not None else ():
            if sort in record.penalties:
                assert row.hearing is not None
                return f"给予{sort}", "处罚种类", row.hearing.basis
    return None
