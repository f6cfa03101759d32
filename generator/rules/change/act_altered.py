"""已经公开的说明改了

问题：更正、隐私处理、撤下、恢复公示的说明已经公开，这次改动了它的内容。

为什么：这些说明就是公众看到的处理历史，改动它等于改写历史（《行政处罚法》第四十八条：公开说明理由）。“替代”可以在以后补填，批准人不公开，
可以直接改；隐私处理以后，说明里引用被隐去内容的地方改成【依法隐去】，这是可以的。

错误示例：

    # 直接改 content/withdrawals/2021/2021-001.yaml
    理由: …

正确示例：

    # content/corrections/2021/2021-001.yaml
    更正对象: withdrawals/2021-001
    更正事项: [{字段: 依据文书, 原: 示例政复决字〔2021〕2号, 现: 示例政复决字〔2021〕1号}]

怎么改：恢复原来的内容。说明写错了的，对它作更正：disclosure correct 说明的编号 --reason “……”。处理本身不对的，另作一次相反的处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Act
from generator.model.transition import Transition
from generator.rules.altered import group_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第四十八条第二款：撤回信息并公开说明理由")
def check(change: Transition) -> Iterator[Problem]:
    """Acts in effect that now say something else, but for late fields, corrections of the act and what redactions hide."""
    for comparison in change.comparisons:
        if not isinstance(comparison.head, Act):
            continue
        altered = [item for item in comparison.unaccounted if not (item.place and item.place.late)]
        for told, where in group_of(altered):
            yield Problem(
                f"{comparison.head.ref} 已经公开，这次改了{told}",
                f"恢复原来的内容；写错了的，运行 disclosure correct {comparison.head.ref} --reason “……”对它作更正",
                where,
                comparison.head.origin.path,
                quote=False,
            )
