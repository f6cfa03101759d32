"""没有期限表

问题：内容里有执法决定，却没有 reference/deadlines.yaml；或者有撤下说明，却没有 reference/withdrawal-deadlines.yaml。

为什么：公开、送达、办案、撤下的期限都写在这两张表里；没有表，是否按期公开（《河津市统计局三项制度实施方案》二（一）3（1））、是否按期
撤下（《行政处罚法》第四十八条）就没有检查，页面上的期限都是“期限未标注”。

错误示例：

    content/reference/ 里只有代码表

正确示例：

    content/reference/deadlines.yaml
    content/reference/withdrawal-deadlines.yaml

怎么改：恢复被删去的表；新建的内容，从本系统附带的 content/reference/ 里复制。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.register import Register
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs


@rule(
    severity=Severity.WARNING, since="0.3",
    basis="《河津市统计局三项制度实施方案》二（一）3；《行政处罚法》第四十八条、第六十条、第六十一条",
)
def check(register: Register) -> Iterator[Problem]:
    """Records that owe something, in a tree without the table that says by when."""
    owing = {
        "reference/deadlines": (PenaltyDecision, OtherDecision, InspectionResult),
        "reference/withdrawal-deadlines": (Withdrawal,),
    }
    for table, kinds in owing.items():
        count = sum(len(register.of_kind(kind)) for kind in kinds)
        if count and register.get(table) is None and table not in unbound_refs(register):
            yield Problem(
                f"没有期限表，{count}条记录是否按期没有检查", "恢复这张表，或者从本系统附带的内容里复制", path=f"{table}.yaml"
            )
