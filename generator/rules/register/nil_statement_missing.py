"""没有案件的年份缺零公示声明

问题：一个年度没有作出行政处罚决定，也没有零公示声明。

为什么：没有声明，公众分不清是“没有案件”还是“没有公开”。

错误示例：2022 年没有处罚决定，nil-statements/ 下也没有这一年的声明。

正确示例：

    # content/nil-statements/2023/2023-001.yaml
    事项种类: [行政处罚]
    期间: {起: 2022-01-01, 止: 2022-12-31}

怎么改：核实确实没有案件后，补一份零公示声明；有案件没有公开的，补充公开。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.kinds.nil_statements import NilStatement
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.duties import duties
from generator.rules.registry import Problem, rule

_PENALTY = "行政处罚"


@rule(
    severity=Severity.WARNING, since="0.3", basis="《政府信息公开条例》第六条：及时、准确地公开政府信息", timed=True,
    clauses=("二（一）3（1）",),
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Every whole past year since a body is shown, without a decision and without a statement."""
    if any(draft.record is None and draft.kind in (PenaltyDecision, NilStatement) for draft in register.drafts):
        return  # what cannot be read may be the very decision or statement
    decided: dict[str, set[int]] = defaultdict(set)
    stated: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for record in register.documents:
        if isinstance(record, PenaltyDecision):
            decided[record.authority.id].add(record.decided_on.year)
        elif isinstance(record, NilStatement) and _PENALTY in record.sorts:
            stated[record.agency.id].append((record.period.start, record.period.end))
    for duty in duties(register):
        body = duty.body.id
        first = duty.since.year + (duty.since > date(duty.since.year, 1, 31))
        bare = [
            str(year) for year in range(first, as_of.year)
            if year not in decided[body] and not any(_covers(period, year) for period in stated[body])
        ]
        if bare:
            yield Problem(
                f"{'、'.join(bare)} 年没有行政处罚决定，也没有零公示声明",
                "核实确实没有案件后，在 nil-statements/ 补零公示声明；有案件的，补充公开",
                None, duty.body.origin.path,
            )


def _covers(period: tuple[date, date], year: int) -> bool:
    return period[0] <= date(year, 1, 1) and date(year, 12, 31) <= period[1]
