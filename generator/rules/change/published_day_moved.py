"""改了公开日期

问题：记录已经公开，这次改了“公开日期”。

为什么：公开日期是公众第一次看到它的日子，公开的期限按它计算（《行政处罚法》第四十八条；《河津市统计局三项制度实施方案》二（一）3）。改到以后，
已经公开的记录会从网站上消失；改到以前，迟延公开就看不出来了。

错误示例：

    公开日期: 2020-06-01        # 原来是 2020-06-05

正确示例：

    公开日期: 2020-06-05

怎么改：恢复原来的日期。当初确实录入错误的，写更正说明（字段: 公开日期），新的日期不能在以后。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Document
from generator.model.transition import Transition
from generator.rules.altered import DAY, overwritten
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR,
    since="0.4",
    basis="《行政处罚法》第四十八条；《河津市统计局三项制度实施方案》二（一）3：公开的期限",
)
def check(change: Transition) -> Iterator[Problem]:
    """Another day of publication: never one that lies ahead, and none without a correction."""
    for comparison in change.comparisons:
        base, head = comparison.base, comparison.head
        if not isinstance(base, Document) or not isinstance(head, Document) or base.published_on == head.published_on:
            continue
        if overwritten(comparison):
            continue
        if head.published_on > change.day:
            message = f"{head.ref} 已经公开，公开日期不能从 {base.published_on} 改到以后的 {head.published_on}"
            hint = f"恢复原来的日期；不应当再公开的，运行 disclosure withdraw {head.ref}"
        elif any(item.path == DAY for item in comparison.unaccounted):
            message = f"{head.ref} 的公开日期从 {base.published_on} 改成了 {head.published_on}，没有更正说明"
            hint = f"恢复原来的日期；当初录入错误的，运行 disclosure correct {head.ref} --reason “……”"
        else:
            continue
        yield Problem(message, hint, DAY, head.origin.path)
