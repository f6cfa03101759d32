"""补填过的内容改了，没有更正说明

问题：送达日期、过程中后来的环节、履行情况、归档、渠道、报送、替代等可以在公开以后补填；可是填过、公开过的内容，这次改了、删了，
却没有更正说明。

为什么：补填只能往后加。填过的内容公众已经看到，改动要有更正说明（《政府信息公开条例》第六条）。

错误示例：

    送达日期: 2020-06-04        # 原来公开的是 2020-06-03

正确示例：

    # content/corrections/2020/2020-001.yaml
    更正事项: [{字段: 送达日期, 原: 2020-06-03, 现: 2020-06-04}]

怎么改：过程、渠道等列表，新的一行写在最后，不要插在中间。确需改动的，运行 disclosure correct 编号 --reason “……”写更正说明；不该改的，
恢复原来的内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Edition
from generator.model.transition import Transition
from generator.rules.altered import group_of, overwritten
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """Late fields that were filled in public and now say something else."""
    for comparison in change.comparisons:
        if isinstance(comparison.head, Edition) or overwritten(comparison):
            continue
        late = [item for item in comparison.unaccounted if item.place is not None and item.place.late]
        for told, where in group_of(late):
            yield Problem(
                f"{comparison.head.ref} 已经公开的{told}改了，没有更正说明",
                f"列表里新的一行写在最后；确需改动的，运行 disclosure correct {comparison.head.ref} --reason “……”",
                where,
                comparison.head.origin.path,
                quote=False,
            )
