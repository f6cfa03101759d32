"""豁免已过截止日期

问题：“豁免”的截止日期已过。豁免对原有内容仍然有效，但不能再据此新增或者修改这条记录。

为什么：豁免是一时的，到期应当了结：该补的补上，该改的改好。

错误示例：

    豁免: [{规则: publication-overdue, 理由: …, 批准人: …, 截止: 2020-12-31}]

正确示例：问题已经解决，豁免已删去；或者经重新批准，截止日期已经延后。

怎么改：解决问题后删去豁免；确需延长的，重新批准后改截止日期。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.register import Register
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, rule
from generator.rules.waivers import waivers_of


@rule(severity=Severity.WARNING, since="0.3", basis=SPECIFICATION, timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Waivers past their last day."""
    for held in waivers_of(register):
        if held.waiver.until < as_of:
            yield Problem(
                f"对规则 {held.waiver.rule} 的豁免已于 {held.waiver.until} 截止",
                "解决问题后删去豁免；确需延长的，重新批准后改截止日期", ("豁免", held.index, "截止"),
                held.record.origin.path,
            )
