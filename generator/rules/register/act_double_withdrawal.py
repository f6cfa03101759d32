"""同一条记录撤下了两次

问题：记录已经撤下，没有恢复公示，又写了一份撤下。

为什么：撤下以后公众看到的是撤下的说明和理由，两份说明会互相矛盾：哪一天撤下的、为什么撤下的，只能有一个答案
（《行政处罚法》第四十八条：公开说明理由）。

错误示例：

    content/withdrawals/2021/2021-001.yaml
    撤下对象: penalties/2020-001
    撤下日期: 2021-03-01

    content/withdrawals/2021/2021-002.yaml
    撤下对象: penalties/2020-001
    撤下日期: 2021-04-01

正确示例：

    # 第一份撤下写错了的，对它作更正
    content/corrections/2021/2021-001.yaml
    更正对象: withdrawals/2021-001

怎么改：删去后一份撤下。第一份的事由、文书写错了的，对第一份作更正；对象写错了的，核对编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Effect
from generator.model.register import Register
from generator.rules.acts import acted_on, after_withdrawal, target_key
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第四十八条第二款：撤回信息并公开说明理由")
def check(register: Register) -> Iterator[Problem]:
    """Withdrawals of what was withdrawn and not reinstated."""
    for record, acts in acted_on(register):
        for act, withdrawal in after_withdrawal(acts):
            if act.EFFECT is Effect.WITHDRAW and withdrawal is not None:
                yield Problem(
                    f"{record.ref} 已经由 {withdrawal.ref} 于 {withdrawal.day} 撤下，没有恢复公示",
                    f"删去这一份；前一份写错了的，对 {withdrawal.ref} 作更正；是另一条记录的，核对“{target_key(act)}”",
                    (target_key(act),),
                    act.origin.path,
                )
