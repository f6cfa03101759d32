"""更正迟了

问题：从发现错误到更正，超过了二十个工作日。

为什么：发现公开的信息不准确的，应当及时更正（《河津市统计局三项制度实施方案》二（一））；“及时”没有规定天数，比照《政府信息公开
条例》第二十六条的变更期限，自发现之日起二十个工作日。

错误示例：

    发现日期: 2020-06-01
    更正日期: 2020-07-10

正确示例：

    发现日期: 2020-06-30
    更正日期: 2020-07-01

怎么改：核对两个日期是不是写错。确实迟了的照实填写，不用改。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.corrections import Correction
from generator.model.register import Register
from generator.model.timeliness import deadlines_of
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3",
    basis="《河津市统计局三项制度实施方案》二（一）；《政府信息公开条例》第二十六条（比照）",
)
def check(register: Register) -> Iterator[Problem]:
    """Corrections whose own days say that they came late."""
    for act in register.of_kind(Correction):
        for item in deadlines_of(act, register.policy, "更正", register.ledger):
            if item.is_late:
                yield Problem(
                    f"更正迟了：{missed(item, '发现', '更正')}", "核对日期；确实迟了的照实填写，这条提示长期保留，计入统计",
                    ("更正日期",), act.origin.path, basis=item.due.basis,
                )
