"""没有撤下就恢复公示

问题：写了恢复公示，可是记录在这一天并没有撤下。同一天既恢复又撤下的，按先恢复、后撤下计算。

为什么：恢复公示是撤下以后才有的。没有撤下就恢复，说明撤下的说明丢了，或者对象写错了。

错误示例：

    恢复对象: penalties/2020-001        # 这份决定没有撤下过
    恢复日期: 2021-09-01

正确示例：

    撤下日期: 2021-03-01
    恢复日期: 2021-09-01

怎么改：核对“恢复对象”和“恢复日期”；撤下的说明漏写了的，补写；没有撤下过的，删去这份恢复公示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Effect
from generator.model.register import Register
from generator.rules.acts import acted_on, after_withdrawal, target_key
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Reinstatements of what was not withdrawn on that day."""
    for record, acts in acted_on(register):
        for act, withdrawal in after_withdrawal(acts):
            if act.EFFECT is Effect.REINSTATE and withdrawal is None:
                yield Problem(
                    f"{record.ref} 在 {act.day} 没有撤下，不能恢复公示",
                    f"核对“{target_key(act)}”和日期；撤下的说明漏写了的，补写；没有撤下过的，删去这一份",
                    (target_key(act),),
                    act.origin.path,
                )
