"""处罚种类与金额对不上

问题：填了罚款金额、没收金额，而“处罚种类”里没有这一种；或者有这一种，没有填金额。

为什么：年度报告按处罚种类计数，并处的只计最重的一种；列表、统计和双公示数据都从这一项取。种类与金额对不上，数字就错了
（《行政处罚法》第九条；《河津市统计局三项制度实施方案》二（一）3（4））。

错误示例：

    处罚种类: [警告]
    罚款金额: 5000

正确示例：

    处罚种类: [警告, 罚款]
    罚款金额: 5000

怎么改：照决定书核对，把种类和金额写一致。没有罚款的，不写“罚款金额”。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.declaration import slots
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.registry import Problem, rule

_HINT = "照决定书核对，把种类和金额写一致"
_KINDS = {"fine": "罚款", "confiscated": "没收违法所得"}
#: Each field with an amount, and the kind of penalty that it belongs to.
_AMOUNTS = tuple((slot, _KINDS[slot.name]) for slot in slots(PenaltyDecision) if slot.name in _KINDS)


@rule(
    severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第九条；《河津市统计局三项制度实施方案》二（一）3（4）",
    clauses=("二（一）3（4）",),
)
def check(register: Register) -> Iterator[Problem]:
    """Amounts and kinds of each penalty. One that is not public may leave the amounts out, and a redacted amount is there."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        yield from _amounts(penalty)


def _amounts(penalty: PenaltyDecision) -> Iterator[Problem]:
    for slot, kind in _AMOUNTS:
        amount = getattr(penalty, slot.name)
        if slot.is_hidden(penalty, amount):
            continue
        if amount and kind not in penalty.penalties:
            yield Problem(f"填了“{slot.key}”，处罚种类里没有{kind}", _HINT, (slot.key,), penalty.origin.path)
        elif kind in penalty.penalties and not amount and not penalty.is_secret:
            yield Problem(f"处罚种类里有{kind}，没有填“{slot.key}”", _HINT, ("处罚种类",), penalty.origin.path)
