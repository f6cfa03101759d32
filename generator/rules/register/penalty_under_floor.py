"""处罚低于法定下限

问题：法律规定了罚款下限（情节严重的），罚款低于下限或者没有罚款；或者法律规定应当给予警告，处罚种类里没有警告。

为什么：从轻处罚也要在法定幅度以内；低于下限是减轻处罚，要有《行政处罚法》第三十二条规定的情形，并在处罚依据中写明
（《行政处罚法》第五条、第三十二条）。适用哪一版法律，与“罚款超过法定上限”一样按行为时从旧兼从轻选定。

错误示例：

    情节: 严重
    处罚依据: [{法律: laws/statistics-law, 版本: 2024, 条: 44, 款: 2}]
    处罚种类: [警告, 罚款]
    罚款金额: 60000                       # 情节严重的下限是十万元

正确示例：

    情节: 严重
    处罚依据:
      - {法律: laws/statistics-law, 版本: 2024, 条: 44, 款: 2}
      - {法律: laws/penalty-law, 版本: 2021, 条: 32}      # 依法减轻
    处罚种类: [警告, 罚款]
    罚款金额: 60000

怎么改：核对情节、行为期间和罚款金额；依法减轻处罚的，在“处罚依据”中补写减轻的条款。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.penal import applied_to, hides_fine, is_mitigated, provision, reason, yuan
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第四条、第五条、第三十二条、第三十七条")
def check(register: Register) -> Iterator[Problem]:
    """The fine and the warning of each penalty that does not cite the provision on mitigation."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        applied = [one for one in applied_to(register, penalty) if one.allowed is not None]
        if not applied or is_mitigated(register, penalty) or hides_fine(penalty):
            continue
        strictest = max(applied, key=lambda one: one.allowed.floor or 0)  # type: ignore[union-attr]
        allowed = strictest.allowed
        assert allowed is not None
        if allowed.floor and (penalty.fine or 0) < allowed.floor:
            gravity = f"情节{allowed.gravity}的" if allowed.gravity else ""
            given = f"罚款 {yuan(penalty.fine)}低于" if penalty.fine else "没有罚款，低于"
            yield Problem(
                f"{given}法定下限：{reason(strictest, penalty)}，"
                f"{provision(strictest.law, allowed)}规定{gravity}罚款 {yuan(allowed.floor)}以上",
                "核对罚款金额、情节和行为期间；依法减轻处罚的，在“处罚依据”中补写减轻的条款",
                ("罚款金额",) if penalty.fine is not None else ("处罚种类",), penalty.origin.path,
            )
        if allowed.warning and "警告" not in penalty.penalties:
            yield Problem(
                f"处罚种类里没有警告：{provision(strictest.law, allowed)}规定应当给予警告",
                "核对决定书；给予了警告的补上，依法减轻处罚的在“处罚依据”中补写减轻的条款",
                ("处罚种类",), penalty.origin.path,
            )

