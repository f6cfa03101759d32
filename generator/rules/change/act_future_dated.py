"""说明的日期还没有到

问题：这次新写的更正、隐私处理、撤下或者恢复公示，日期在检查的这一天以后。

为什么：撤下和隐去从提交起就生效，不等日期；日期写在以后，说明与事实不符。更正和恢复要到那一天才生效，可是记录的内容现在就改了
（《政府信息公开条例》第六条）。

错误示例：

    # 今天是 2021-03-01
    撤下日期: 2021-03-11

正确示例：

    撤下日期: 2021-03-01

怎么改：日期写实际处理的这一天。以后才处理的，到那一天再提交。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.transition import Transition
from generator.rules.acts import day_key
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """New acts dated after the day of the check."""
    for act in change.head.acts:
        if change.is_new(act) and act.day > change.as_of:
            yield Problem(
                f"“{day_key(act)}”{act.day} 在 {change.as_of} 以后", "日期写实际处理的这一天；以后才处理的，到那一天再提交",
                (day_key(act),), act.origin.path,
            )
