"""豁免了不存在的规则

问题：“豁免”里写的规则编号不存在。

为什么：规则编号写错，豁免不起作用，以后也没有人看得懂当初要豁免什么。

错误示例：

    豁免: [{规则: publication-late, 理由: …, 批准人: …, 截止: 2026-12-31}]

正确示例：

    豁免: [{规则: publication-overdue, 理由: …, 批准人: …, 截止: 2026-12-31}]

怎么改：照检查结果方括号里的编号填写；全部规则见 disclosure explain。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import likely
from generator.rules.registry import Problem, all_rules, rule
from generator.rules.waivers import Settlement


@rule(severity=Severity.ERROR, since="0.3", basis=SPECIFICATION)
def check(settlement: Settlement) -> Iterator[Problem]:
    """Waivers of rules that do not exist."""
    known = [known.id for known in all_rules()]
    for held in settlement.held:
        if held.waiver.rule not in known:
            near = likely(held.waiver.rule, known)
            hint = f"是不是“{near}”？" if near else "照检查结果方括号里的编号填写；全部规则见 disclosure explain"
            yield Problem(
                f"没有叫“{held.waiver.rule}”的规则", hint, ("豁免", held.index, "规则"), held.record.origin.path
            )
