"""已经公开的内容改了，没有更正说明

问题：记录已经公开，这次改动了公众看得到的字段或者正文，却没有一份更正说明写明原来是什么、现在是什么。

为什么：公开的信息不准确的，应当及时更正（《河津市统计局三项制度实施方案》二（一））；悄悄改掉，公众和当事人都不知道改过，也无法核对。
批准人、审查人等不公开的项可以直接改；送达日期、履行情况、归档、渠道、过程中后来的环节，可以补填，不需要更正。

错误示例：

    # 已经公开的 content/penalties/2020/2020-002.md，直接改金额
    罚款金额: 8000        # 原来是 80000

正确示例：

    # content/corrections/2020/2020-001.yaml
    更正对象: penalties/2020-002
    更正事项: [{字段: 罚款金额, 原: 80000, 现: 8000}]

怎么改：确需更正的，运行 disclosure correct penalties/2020-002 --reason “……”，它会找出改动，写好更正说明。不该改的，恢复原来的内容。决定
本身变更了的，恢复原来的内容，用 disclosure withdraw 撤下。不应当公开的内容，用 disclosure redact 隐去。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Document
from generator.model.transition import Transition
from generator.rules.altered import DAY, group_of, overwritten
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR,
    since="0.4",
    basis="《河津市统计局三项制度实施方案》二（一）：公开的信息不准确的，及时予以更正",
)
def check(change: Transition) -> Iterator[Problem]:
    """Public fields and texts of documents that changed without a new correction or redaction."""
    for comparison in change.comparisons:
        if not isinstance(comparison.head, Document) or overwritten(comparison):
            continue
        silent = [item for item in comparison.unaccounted if item.path != DAY and not (item.place and item.place.late)]
        for told, where in group_of(silent):
            yield Problem(
                f"{comparison.head.ref} 已经公开，这次改了{told}，没有更正说明",
                f"运行 disclosure correct {comparison.head.ref} --reason “……”写更正说明；不该改的，恢复原来的内容",
                where,
                comparison.head.origin.path,
                quote=False,
            )
