"""按简易程序处罚，罚款超过了当场处罚的限额

问题：案件程序是简易程序，罚款金额超过了可以当场处罚的限额。

为什么：违法事实确凿并有法定依据，对公民二百元以下、对法人或者其他组织三千元以下罚款或者警告的，才可以当场作出处罚决定；超过的要按普通程序立案、
调查、审核（行政处罚法第五十一条）。

错误示例：

    案件程序: 简易程序
    罚款金额: 5000

正确示例：

    案件程序: 普通程序
    罚款金额: 5000

怎么改：对照案卷核对案件程序和罚款金额。决定书确实如此的，决定的程序有问题，先报本机关负责人。限额按当事人类别列在
content/reference/thresholds.yaml，没有标注限额的不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.registry import Problem, rule

_MATTER = "simple-procedure-fine"


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第五十一条")
def check(register: Register) -> Iterator[Problem]:
    """Fines of the simple procedure above the limit for such a party on the day of the decision."""
    for record in not_withdrawn(register, PenaltyDecision):
        if record.procedure != "简易程序" or record.fine is None or record.party is None:
            continue
        limit = register.policy.amount(_MATTER, record.decided_on, record.party.sort)
        if limit is not None and record.fine > limit:
            yield Problem(
                f"按简易程序对{record.party.sort}罚款 {record.fine:f} 元，超过当场处罚的限额 {limit:f} 元",
                "对照案卷核对案件程序和罚款金额；决定书确实如此的，先报本机关负责人", ("罚款金额",), record.origin.path,
            )
