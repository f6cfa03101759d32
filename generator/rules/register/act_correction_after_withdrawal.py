"""对已经撤下的记录作了更正

问题：记录已经撤下，没有恢复公示，又写了一份更正。同一天的，按先更正、后撤下计算。

为什么：撤下以后公众看不到原来的内容，没有可以更正的；更正说明里的原值和现值反而会把撤下的内容说出来
（《行政处罚法》第四十八条：撤回行政处罚决定信息）。撤下以后发现不应当公开的内容，用隐私处理。

错误示例：

    撤下日期: 2021-03-01
    更正日期: 2021-04-01

正确示例：

    恢复日期: 2021-04-01
    更正日期: 2021-04-02

怎么改：删去这份更正，记录恢复更正前的内容。要更正的是撤下说明的，“更正对象”写那份撤下的编号；决定恢复公示的，先写恢复公示。
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
    """Corrections of what was withdrawn and not reinstated."""
    for record, acts in acted_on(register):
        for act, withdrawal in after_withdrawal(acts):
            if act.EFFECT is Effect.CORRECT and withdrawal is not None:
                yield Problem(
                    f"{record.ref} 已经由 {withdrawal.ref} 于 {withdrawal.day} 撤下，不能再更正",
                    f"删去这份更正，记录恢复更正前的内容；要更正撤下说明的，“{target_key(act)}”写 {withdrawal.ref}",
                    (target_key(act),),
                    act.origin.path,
                )
