"""国家调查队组织的调查由调查队查处

问题：“调查组织”是国家调查队，处罚机关却是统计局。

为什么：国家统计局派出的调查机构组织实施的统计调查活动中发生的统计违法行为，由组织实施该项调查的调查机构负责查处
（《统计法》第三十六条第二款，2009 年为第三十三条第二款），统计局没有管辖权。

错误示例：

    处罚机关: bodies/shili-tjj
    调查组织: 国家调查队

正确示例：

    处罚机关: bodies/shili-tjj
    调查组织: 本级统计局

怎么改：核对是谁组织的调查，录错的改过来；确属国家调查队组织的，移送调查队，已经作出的决定依法纠正。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《统计法》（2024）第三十六条第二款，（2009）第三十三条第二款；《行政处罚法》第十七条",
)
def check(register: Register) -> Iterator[Problem]:
    """The body that punished, where a survey team ran the survey."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        if penalty.investigator != "国家调查队":
            continue
        scope = scope_on(register, "国家调查队", penalty.decided_on)
        body = register.resolve(penalty.authority, penalty.decided_on)
        if scope is not None and isinstance(body, EnforcementBody) and not any(word in body.name for word in scope.bodies):
            yield Problem(
                f"调查由国家调查队组织，{body.name}没有查处的权限", "核对是谁组织的调查；确属国家调查队组织的，移送调查队",
                ("调查组织",), penalty.origin.path,
            )
