"""撤下迟了

问题：撤下日期晚于撤下期限；或者没有写事由日期，算不出撤下是否及时。

为什么：公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，应当在三日内（三个工作日）撤回并公开说明理由
（《行政处罚法》第四十八条第二款、第八十五条）；本机关方案要求原则上在变更当日撤下（二（一）3（3））。期限从事由日期起算。
没有及时撤下的，一直算迟；但撤下本身从不因为迟了而受阻。

错误示例：

    事由: 撤销
    事由日期: 2025-01-24
    撤下日期: 2025-02-06      # 三个工作日到 2025-02-05 为止

正确示例：

    事由: 撤销
    事由日期: 2025-01-24
    撤下日期: 2025-01-24

怎么改：核对两个日期；没有写事由日期的，补写变更发生之日（如复议决定书、判决书生效之日）。确实迟了的照实填写，不用改。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.register import Register
from generator.model.timeliness import withdrawal_timeliness
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3",
    basis="《行政处罚法》第四十八条第二款、第八十五条；《河津市统计局三项制度实施方案》二（一）3（3）",
)
def check(register: Register) -> Iterator[Problem]:
    """Each withdrawal against the demands on its kind of target and its ground; the gravest that it missed is told."""
    for act in register.of_kind(Withdrawal):
        assert isinstance(act, Withdrawal)
        demands = [item for item in withdrawal_timeliness(act, register.policy) if item.limit is not None]
        if demands and act.ground_on is None:
            yield Problem(
                "没有写“事由日期”，算不出撤下是否及时", "补写事由发生之日，如 事由日期: 2021-03-01",
                ("事由",), act.origin.path, basis=demands[0].due.basis,
            )
        late = next((item for item in demands if item.is_late), None)
        if late is not None:
            word = "没有达到当日撤下的要求" if late.due.goal else "撤下迟了"
            hint = "核对日期；确实迟了的照实填写，这条提示长期保留，计入统计"
            yield Problem(
                f"{word}：{missed(late, act.ground, '撤下')}", hint, ("撤下日期",), act.origin.path, basis=late.due.basis
            )
