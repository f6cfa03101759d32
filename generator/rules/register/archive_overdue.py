"""案卷归档迟了，或者到期还没有归档

问题：归档日期晚于归档期限；或者期限已过，记录里还没有归档日期。

为什么：执法全过程记录要全面系统归档保存，按照法律、法规和档案管理规定归档（本局实施方案二（二）、二（二）3（1）；行政处罚法
第四十七条）。期限是 content/reference/deadlines.yaml 中事项为“归档”的一行；没有查到规定的天数时，那一行不填“期限”，这一条就不检查。

错误示例：

    # 期限表：归档，自 过程.结案 起 30 个工作日
    过程:
      - {环节: 结案, 日期: 2020-06-12}
      - {环节: 归档, 日期: 2020-09-30}
    归档: {日期: 2020-09-30}

正确示例：

    过程:
      - {环节: 结案, 日期: 2020-06-12}
      - {环节: 归档, 日期: 2020-07-06}
    归档: {日期: 2020-07-06}

怎么改：已经归档的，补写“归档”和“过程”里的归档（公开以后可以补写，不用更正）；确实迟了的照实填写。
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


@rule(
    severity=Severity.WARNING, since="0.3", timed=True,
    basis="《行政处罚法》第四十七条；《河津市统计局三项制度实施方案》二（二）、二（二）3（1）",
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Case files that were filed late by their own days, or are not yet filed although the time has passed."""
    for record in register.documents:
        for item in deadlines_of(record, register.policy, "归档"):
            due = item.due
            if item.is_late:
                yield Problem(
                    f"归档迟了：{missed(item, '办结', '归档')}", "核对日期；确实迟了的照实填写",
                    ("归档", "日期"), record.origin.path, basis=due.basis,
                )
            elif item.state is Pace.OPEN and due.day is not None and due.day < as_of:
                yield Problem(
                    f"归档期限到{due.day}为止，还没有归档日期", "已经归档的，补写“归档”；还没有归档的，尽快归档",
                    ("决定日期",), record.origin.path, basis=due.basis,
                )
