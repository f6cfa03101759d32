"""据过期的豁免新增或者修改记录

问题：新增或者修改了带有豁免的记录，而豁免的截止日期已过。

为什么：截止日期是最后一天可以据此新增或者修改记录的日子。过了这一天还要动这条记录，应当先把问题解决，或者重新批准。

错误示例：2026 年 5 月修改一条记录，它的豁免写着：

    豁免: [{规则: publication-overdue, 理由: …, 批准人: …, 截止: 2020-12-31}]

正确示例：先删去过期的豁免，或者经重新批准把截止日期延后，再修改。

怎么改：解决问题后删去豁免；确需延长的，重新批准后改截止日期。更正、撤下等处理不受影响。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Act
from generator.model.transition import Transition
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, rule
from generator.rules.waivers import waivers_of


@rule(severity=Severity.ERROR, since="0.3", basis=SPECIFICATION, of_proposal=True)
def check(transition: Transition) -> Iterator[Problem]:
    """Records that the proposal adds or edits although their waiver has run out; acts excepted, for relief is never blocked."""
    for held in waivers_of(transition.head):
        record, until = held.record, held.waiver.until
        if isinstance(record, Act) or until >= transition.as_of:
            continue
        before = transition.base.register.get(record.ref)
        if before is None or before != record.model_copy(update={"origin": before.origin}) or before.body != record.body:
            yield Problem(
                f"对规则 {held.waiver.rule} 的豁免已于 {until} 截止，不能再据此新增或者修改本记录",
                "解决问题后删去豁免；确需延长的，重新批准后改截止日期", ("豁免", held.index, "截止"), record.origin.path,
            )
