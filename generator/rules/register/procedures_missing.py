"""没有执法程序表

问题：内容里有处罚决定，却没有 reference/procedures.yaml。

为什么：各种程序应有的环节、环节的先后、哪些处罚要告知听证、什么决定要先复议，都写在这张表里（依据行政处罚法第四十四条、第五十七条、
第五十八条、第六十三条）；没有表，这些就没有检查。

错误示例：

    content/reference/ 里没有 procedures.yaml

正确示例：

    content/reference/procedures.yaml

怎么改：恢复被删去的表；新建的内容，从本系统附带的 content/reference/ 里复制。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.procedures import ProcedureTable
from generator.model.register import Register
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs

_TABLE = "reference/procedures"


@rule(severity=Severity.WARNING, since="0.3", basis="《行政处罚法》第四十四条、第五十七条、第五十八条、第六十三条")
def check(register: Register) -> Iterator[Problem]:
    """Penalties in a tree without the table of procedures."""
    count = len(register.of_kind(PenaltyDecision))
    if count and not register.of_kind(ProcedureTable) and _TABLE not in unbound_refs(register):
        yield Problem(
            f"没有执法程序表，{count}份处罚决定的环节和先后没有检查", "恢复这张表，或者从本系统附带的内容里复制", path=f"{_TABLE}.yaml"
        )
