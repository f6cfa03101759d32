"""听证举行得太早

问题：从告知听证权利到举行听证，不到七个工作日。

为什么：行政机关应当在举行听证的七个工作日前通知当事人时间、地点（《行政处罚法》第六十四条、第八十五条）。通知在当事人要求听证
之后，更在告知之后，所以听证不会早于告知后的第七个工作日。

错误示例：

    听证: {告知日期: 2025-01-24, 举行日期: 2025-02-05}

正确示例：

    听证: {告知日期: 2025-01-24, 举行日期: 2025-02-10}

怎么改：核对两个日期。程序确有不足的照实填写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.register import Register
from generator.model.timeliness import INTERVAL, deadlines_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《行政处罚法》第六十四条、第八十五条")
def check(register: Register) -> Iterator[Problem]:
    """Hearings before the first day on which they could be held."""
    for record in register.documents:
        for item in deadlines_of(record, register.policy, INTERVAL):
            day = item.due.day
            if day is not None and item.end is not None and item.end < day:
                message = f"听证太早：{item.start}告知，至少隔{item.due.limit_text}，不应早于{day}，{item.end}就举行了"
                yield Problem(message, "核对日期；确实如此的照实填写", ("听证", "举行日期"), record.origin.path, basis=item.due.basis)
