"""清单调整迟了

问题：从变动发生到新的一版清单生效，超过了二十个工作日。

为什么：主动公开的信息应当自形成或者变更之日起二十个工作日内公开（《政府信息公开条例》第二十六条）；清单随法律和机构职能的变化
动态调整（《河津市统计局三项制度实施方案》二（一）1（2））。

错误示例：

    变动日期: 2020-06-01
    生效日期: 2020-07-10

正确示例：

    变动日期: 2020-06-20
    生效日期: 2020-06-30

怎么改：核对两个日期是不是写错。确实迟了的照实填写，不用改；以后变动发生就做新的一版。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Edition
from generator.model.register import Register
from generator.model.timeliness import deadlines_of
from generator.rules.fields import key_of
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3",
    basis="《政府信息公开条例》第二十六条；《河津市统计局三项制度实施方案》二（一）1（2）",
)
def check(register: Register) -> Iterator[Problem]:
    """Editions whose own days say that they came late."""
    for record in register.records:
        if not isinstance(record, Edition):
            continue
        for item in deadlines_of(record, register.policy, "清单调整", register.ledger):
            if item.is_late:
                yield Problem(
                    f"清单调整迟了：{missed(item, '变动', '生效')}", "核对日期；确实迟了的照实填写，这条提示长期保留，计入统计",
                    (key_of(record, "effective_on"),), record.origin.path, basis=item.due.basis,
                )
