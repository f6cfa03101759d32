"""公开迟了

问题：公开日期晚于公开期限的最后一天。

为什么：行政处罚决定应当自作出之日起七个工作日内公开，其他执法决定（结果）二十个工作日内公开（《河津市统计局三项制度实施方案》
二（一）3（1））；其他主动公开的信息自形成之日起二十个工作日内公开（《政府信息公开条例》第二十六条）。作出的当日不算。迟了的
记录一直算迟，计入统计，补写说明也不改变；但不因此不予公开：越晚公开越迟。

错误示例：

    决定日期: 2025-01-24
    公开日期: 2025-02-11      # 七个工作日到 2025-02-10 为止（1月26日、2月8日调休上班）

正确示例：

    决定日期: 2025-01-24
    公开日期: 2025-02-10

怎么改：核对两个日期是不是写错。确实迟了的，照实填写，补写“迟延说明”（理由和批准人）；期限本身写在
reference/deadlines.yaml。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.register import Register
from generator.model.timeliness import deadlines_of
from generator.rules.fields import key_of
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3",
    basis="《河津市统计局三项制度实施方案》二（一）3（1）；《政府信息公开条例》第二十六条",
)
def check(register: Register) -> Iterator[Problem]:
    """Documents whose own days say that they were published late."""
    for record in register.documents:
        for item in deadlines_of(record, register.policy, "公开", register.ledger):
            if item.is_late:
                told = getattr(record, "late_explanation", None) is not None
                hint = "已有迟延说明；这条提示长期保留，计入统计" if told else "核对日期；确实迟了的，补写“迟延说明”：理由、批准人"
                yield Problem(
                    f"公开迟了：{missed(item, '作出', '公开')}", hint, (key_of(record, "published_on"),), record.origin.path,
                    basis=item.due.basis,
                )
