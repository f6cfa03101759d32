"""代码的名称改了，引用它的记录说的就是另一回事

问题：这次修改或者删去了代码表里一行的名称，而已经公开的记录引用着这个编号。这是警告，不是错误。

为什么：页面上的“违法行为”等按编号显示代码表里的名称。改一行名称，引用它的决定全都换了说法，却没有更正说明（《政府信息公开条例》第六条：
及时、准确地公开政府信息）。编号不重复、不再次使用，也不换意思。

错误示例：

    # 原来是“提供不真实或者不完整的统计资料”
    - {编号: S44-2, 名称: 迟报统计资料, 依据: …}

正确示例：

    - {编号: S45-1, 名称: 迟报统计资料, 依据: …}

怎么改：意思变了的，恢复原来的名称，另加一行用新的编号，再对用错编号的决定写更正。只是改错字的，照列出的记录看一遍再提交。
条数超过上限的，还要登记（bulk-change-unacknowledged）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.transition import Transition
from generator.rules.basis import ACCURACY
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """Codes of the base that have another name now, or none, with the public records that use them."""
    for code in change.recoded:
        refs = [record.ref for record in code.records]
        yield Problem(
            f"代码 {code.number} 的名称改了，{len(refs)}条已经公开的记录引用它：{listed(refs)}",
            "意思变了的，恢复原来的名称，另加一行用新的编号；只是改错字的，照列出的记录看一遍", path=code.path,
        )
