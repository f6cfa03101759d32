"""新的一版从以前的日子起生效

问题：清单已经公开，这次新写的一版，生效日期早于上一次公开。这是警告，不是错误。

为什么：清单的一版从生效日期起有效。倒填日期，等于改写以前哪一天有谁、有哪些事项：当时不在清单里的人员、事项，倒回去成了在清单里的，公众那几天
看到的却不是这样（《河津市统计局三项制度实施方案》二（一）1（2）：根据变化及时进行动态调整；《政府信息公开条例》第六条）。

错误示例：

    # 2026-11-28 提交
    版次: 3
    生效日期: 2024-01-01

正确示例：

    版次: 3
    变动日期: 2026-11-20
    生效日期: 2026-11-28

怎么改：生效日期写公布的这一天；实际变动的日子写在“变动日期”。确实从以前的日子起生效的（例如补录旧的版次），照实写，“调整原因”里说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.laws import Law
from generator.model.record import Edition
from generator.model.transition import Transition
from generator.rules.basis import ACCURACY
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """New editions of lists that are public, with a day in force before the base's. A law is in force whenever it is registered."""
    base = change.base.register
    for edition in change.head.records:
        if not isinstance(edition, Edition) or isinstance(edition, Law) or base.get(edition.ref) is not None:
            continue
        if edition.effective_on < change.day and any(change.was_public(known) for known in base.editions(edition.id)):
            key = key_of(edition, "effective_on")
            yield Problem(
                f"{edition.id} 已经公开，新的一版从以前的 {edition.effective_on} 起生效",
                "生效日期写公布的这一天，实际变动的日子写在“变动日期”；补录旧版的，照实写，“调整原因”里说明", (key,), edition.origin.path,
            )
