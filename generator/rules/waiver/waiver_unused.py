"""豁免没有用处

问题：“豁免”里的规则对本记录没有发现问题，这条豁免是多余的。

为什么：多余的豁免会把以后真正的问题遮住。

错误示例：记录已经按期公开，仍留着：

    豁免: [{规则: publication-overdue, 理由: …, 批准人: …, 截止: 2026-12-31}]

正确示例：删去这条豁免。

怎么改：删去这条豁免；确实还需要的，核对规则编号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, Scope, all_rules, rule
from generator.rules.waivers import Settlement

#: A rule of changes speaks only in a proposal: its waiver is idle most of the time.
_LASTING = (Scope.RECORD, Scope.REGISTER)


@rule(severity=Severity.WARNING, since="0.3", basis=SPECIFICATION)
def check(settlement: Settlement) -> Iterator[Problem]:
    """Waivers that let nothing pass."""
    lasting = {known.id for known in all_rules() if known.scope in _LASTING}
    for held in settlement.held:
        path = held.record.origin.path
        if held.waiver.rule in lasting and (path, held.waiver.rule) not in settlement.used:
            yield Problem(f"豁免的规则 {held.waiver.rule} 对本记录没有发现问题", "删去这条豁免", ("豁免", held.index), path)
