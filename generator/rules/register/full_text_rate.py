"""一年的全文公示率没有达到目标

问题：一个机关一年的处罚决定，“公开方式”是全文的占全部决定的比例低于目标（2019 年 80%，2020 年起 100%）。

为什么：本局实施方案要求处罚决定书全文公示，全文公示率 2019 年底前达到 80%，2020 年底前达到 100%（二（一）3（2））。摘要公开和不予公开的
都计入全部决定。

错误示例：

    # 2025 年共 5 份决定，其中一份
    公开方式: 摘要

正确示例：

    公开方式: 全文
    # 依法不能公开的内容在正文里写“【依法隐去】”，仍算全文

怎么改：能够隐去有关内容后公开全文的，改为全文。依法确实不能公开全文的，不必改动，理由写在“公开方式理由”里，这一条只是提醒。
目标列在 content/reference/thresholds.yaml。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.registry import Problem, rule

_RATE = "full-text-rate"


@rule(severity=Severity.WARNING, since="0.3", basis="《河津市统计局三项制度实施方案》二（一）3（2）：全文公示率")
def check(register: Register) -> Iterator[Problem]:
    """Each body's decisions of a year; the problem stands at the first that is not published in full."""
    years: dict[tuple[str, int], list[PenaltyDecision]] = defaultdict(list)
    for record in register.of_kind(PenaltyDecision):
        assert isinstance(record, PenaltyDecision)
        years[record.authority.id, record.decided_on.year].append(record)
    for (_body, year), records in years.items():
        goal = register.policy.threshold(_RATE, date(year, 12, 31))
        others = [record for record in records if record.openness != "全文"]
        full = len(records) - len(others)
        if goal is not None and goal.value is not None and full * 100 < goal.value * len(records):
            rate = f"{100 * full / len(records):.1f}".removesuffix(".0")
            named = "、".join(record.id for record in others)
            yield Problem(
                f"{year} 年 {len(records)} 份处罚决定，全文公示 {full} 份，全文公示率 {rate}%，目标是 {goal.value:f}%；"
                f"没有公示全文的：{named}",
                "隐去有关内容后能够公示全文的，改为全文；依法确实不能的，不必改动",
                ("公开方式",), others[0].origin.path, basis=goal.basis,
            )  # fmt: skip
