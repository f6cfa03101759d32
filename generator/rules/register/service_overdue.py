"""决定书送达迟了，或者到期还没有送达

问题：送达日期晚于送达期限；或者期限已过，记录里还没有送达日期。

为什么：行政处罚决定书应当在宣告后当场交付当事人；当事人不在场的，应当在七日内（七个工作日）送达（《行政处罚法》第六十一条、
第八十五条）。复议、诉讼和缴款的期限都从送达起算。

错误示例：

    决定日期: 2025-01-24
    送达日期: 2025-02-12

正确示例：

    决定日期: 2025-01-24
    送达日期: 2025-01-26

怎么改：核对日期。已经送达的，补写“送达日期”（公开以后可以补写，不用更正）；确实迟了的照实填写。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.deadlines import Pace
from generator.model.register import Register
from generator.model.timeliness import deadlines_of
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《行政处罚法》第六十一条、第八十五条", timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Decisions that were served late by their own days, or are not yet served although the time has passed."""
    for record in register.documents:
        for item in deadlines_of(record, register.policy, "送达"):
            due = item.due
            if item.is_late:
                yield Problem(
                    f"送达迟了：{missed(item, '作出', '送达')}", "核对日期；确实迟了的照实填写，这条提示长期保留，计入统计",
                    ("送达日期",), record.origin.path, basis=due.basis,
                )
            elif item.state is Pace.OPEN and due.day is not None and due.day < as_of:
                yield Problem(
                    f"送达期限到{due.day}为止，还没有送达日期", "已经送达的，补写“送达日期”；还没有送达的，尽快送达",
                    ("决定日期",), record.origin.path, basis=due.basis,
                )
