"""已经公布的清单版次改了

问题：清单的这一版已经公布，这次改动了它的内容。

为什么：清单的变化由新的一版来表示，每一版都说明为什么调整、从哪一天起生效（《河津市统计局三项制度实施方案》二（一）1（2）：根据变化及时
进行动态调整）。改动旧的一版，公众就不知道当时有效的是什么。

错误示例：

    # 直接改 content/rosters/toy-tjj/2.yaml 里的一行

正确示例：

    # 另写 content/rosters/toy-tjj/3.yaml
    版次: 3
    调整原因: 更正差错

怎么改：恢复这一版，另写新的一版，“调整原因”写清楚；运行 disclosure adjust 清单编号 --reason “……”会写好它。法律登记错了的，写更正。不应当
公开的内容，用 disclosure redact 隐去，写明版次，如 rosters/toy-tjj@2。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.laws import Law
from generator.model.record import Edition
from generator.model.transition import Transition
from generator.rules.acts import next_edition
from generator.rules.altered import group_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《河津市统计局三项制度实施方案》二（一）1（2）：根据变化及时进行动态调整")
def check(change: Transition) -> Iterator[Problem]:
    """Editions that were in force in public and now say something else, but for what a new redaction hides."""
    for comparison in change.comparisons:
        if not isinstance(comparison.head, Edition):
            continue
        for told, where in group_of(comparison.unaccounted):
            message = f"{comparison.head.ref} 已经公布，这次改了{told}"
            yield Problem(message, _hint(comparison.head, change), where, comparison.head.origin.path, quote=False)


def _hint(edition: Edition, change: Transition) -> str:
    if isinstance(edition, Law):
        return f"恢复原来的内容；登记错了的，运行 disclosure correct {edition.ref} --reason “……”对它作更正"
    following = next_edition(change.head, edition.id)
    return f"恢复这一版；运行 disclosure adjust {edition.id} --reason “……”另写新的一版 {following}"
