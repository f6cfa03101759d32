"""已经公开的记录改成了示例，或者示例改成了真实的记录

问题：记录已经公开，这次改了“示例”，还写了更正说明。

为什么：正式发布的网站不含示例，真实的记录改成示例，就从网站上消失了，什么也没有留下；示例是虚构的，改成真实的记录，就把虚构的内容当作事实公开
（《行政处罚法》第四十八条第二款：撤回信息并公开说明理由；《政府信息公开条例》第六条：及时、准确）。更正说明也不能这样改。

错误示例：

    # content/corrections/2026/2026-003.yaml
    更正事项: [{字段: 示例, 原: 否, 现: 是}]

正确示例：

    # content/withdrawals/2026/2026-003.yaml
    撤下对象: penalties/2026-003
    事由: 误发

怎么改：恢复“示例”原来的内容。不应当公开的，运行 disclosure withdraw 编号 --ground 误发；虚构的记录不再需要的，也这样撤下。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.transition import Transition
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR, since="0.4",
    basis="《行政处罚法》第四十八条第二款：撤回信息并公开说明理由；《政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息",
)
def check(change: Transition) -> Iterator[Problem]:
    """Public records whose mark as a sample was changed by a correction; without one other rules tell of it."""
    for comparison in change.comparisons:
        base, head = comparison.base, comparison.head
        if base.is_sample == head.is_sample:
            continue
        where = (key_of(head, "sample"),)
        if any(item.path == where for item in comparison.unaccounted):
            continue
        yield Problem(
            f"{head.ref} 已经公开，不能从{_told(base.is_sample)}改成{_told(head.is_sample)}",
            f"恢复“示例”原来的内容；不应当公开的，运行 disclosure withdraw {head.ref} --ground 误发", where, head.origin.path,
        )


def _told(is_sample: bool) -> str:
    return "示例" if is_sample else "真实的记录"
