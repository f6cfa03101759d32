"""涉外统计违法行为不由本机关查处

问题：不是国家统计局或者省级统计机构，却引用涉外统计的条款作处罚、检查的依据，或者把它列进执法事项、裁量基准。

为什么：涉外统计违法行为由国家统计局或者省级人民政府统计机构调查和处罚（《统计法实施条例》第五十三条、第五十四条）。市、县统计局发现的，应当移送。
条款和有权的机关见 content/reference/scopes.yaml 的“涉外处罚”。

错误示例：

    处罚机关: bodies/shili-tjj
    处罚依据: [{法律: laws/statistics-regulation, 版本: 2017, 条: 54}]

正确示例：

    处罚机关: bodies/shili-tjj
    处罚依据: [{法律: laws/statistics-law, 版本: 2024, 条: 44, 款: 2}]

怎么改：核对条款；写错的改正，确属涉外案件的，撤下并移送有权的机关。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import KeyPath, Severity
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.discretion import DiscretionBenchmark
from generator.model.kinds.inspection_items import InspectionItemList
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.powers import PowerList
from generator.model.parts import Citation
from generator.model.record import Record
from generator.model.references import Target
from generator.model.register import Register
from generator.model.walk import groups
from generator.rules.decisions import not_withdrawn
from generator.rules.penal import names
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on


@rule(severity=Severity.ERROR, since="0.3", basis="《统计法实施条例》第五十三条、第五十四条")
def check(register: Register) -> Iterator[Problem]:
    """The grounds of decisions and of the lists of what a body may do."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        cited = [(("违反条款", index), item) for index, item in enumerate(penalty.breached)]
        cited += [(("处罚依据", index), item) for index, item in enumerate(penalty.grounds)]
        yield from _problems(register, penalty, penalty.authority, penalty.decided_on, cited)
    for decision in not_withdrawn(register, OtherDecision):
        cited = [(("决定依据", index), item) for index, item in enumerate(decision.grounds)]
        yield from _problems(register, decision, decision.agency, decision.decided_on, cited)
    for kind in (PowerList, DiscretionBenchmark, InspectionItemList):
        for edition in register.of_kind(kind):
            cited = list(groups(edition, Citation))
            yield from _problems(register, edition, edition.agency, edition.effective_on, cited)  # type: ignore[attr-defined]


def _problems(
    register: Register, record: Record, body: Target, day: date, cited: list[tuple[KeyPath, Citation]]
) -> Iterator[Problem]:
    scope = scope_on(register, "涉外处罚", day)
    if scope is None:
        return
    for where, citation in cited:
        if names(scope.provisions, citation):
            holder = register.resolve(body, day)
            if isinstance(holder, EnforcementBody) and holder.name not in scope.bodies:
                yield Problem(
                    f"{holder.name}无权依第 {citation.article} 条查处涉外统计违法行为，它属于国家统计局或者省级统计机构",
                    "核对条款；确属涉外案件的，移送有权的机关", (*where, "条"), record.origin.path,
                )
