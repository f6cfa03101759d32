"""调查数据的差额或者差错率算得不对

问题：“差额”不等于上报数与核查数之差的绝对值，或者“差错率”不等于差额除以核查数。

为什么：差错率决定情节和裁量档次，算错了处罚就失去依据；公开以后任何人都可以复算（行政处罚法第五条、第四十条：处罚以事实为依据，事实必须
查清）。分母是核查数，不是上报数。

错误示例：

    # 示例：上报 800、核查 1000，差额应为 200，差错率应为 20%
    调查数据: [{报表: …, 报告期: …, 指标: …, 单位: 千元, 上报数: 800, 核查数: 1000, 差额: 200, 差错率: 25%}]

正确示例：

    调查数据: [{报表: …, 报告期: …, 指标: …, 单位: 千元, 上报数: 800, 核查数: 1000, 差额: 200, 差错率: 20%}]

怎么改：核对四个数。差错率按写出的位数四舍五入，如 87.3% 可以是 87.25% 到 87.35% 之间的任何数。决定书原件本身算错的，“差额”或者“差错率”
这一格不填，正文照录。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.penalties import PenaltyDecision, SurveyFigure
from generator.rules.registry import Problem, rule

_HINT = "核对上报数、核查数、差额和差错率；决定书原件本身算错的，这一格不填，正文照录"


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第四十条：必须查明事实")
def check(draft: Draft) -> Iterator[Problem]:
    """Each row by its own figures, none of which is printed: they are about one respondent (统计法 2024 第二十八条)."""
    record = draft.record
    if isinstance(record, PenaltyDecision):
        for index, row in enumerate(record.figures):
            for key, message in _faults(row):
                yield Problem(message, _HINT, ("调查数据", index, key), quote=False)


def _faults(row: SurveyFigure) -> Iterator[tuple[str, str]]:
    difference = row.difference
    if row.reported is not None and row.verified is not None:
        difference = abs(row.reported - row.verified)
        if row.difference is not None and row.difference != difference:
            yield "差额", "差额不等于上报数与核查数之差的绝对值"
    if row.error_rate is None or row.verified is None or difference is None:
        return
    if row.verified == 0:
        yield "差错率", "核查数是 0，算不出差错率"
    elif not _is_rounded(row.error_rate, abs(difference * 100 / row.verified)):
        yield "差错率", "差错率不等于差额除以核查数（分母是核查数，按写出的位数四舍五入）"


def _is_rounded(stated: Decimal, exact: Decimal) -> bool:
    """Whether ``stated`` lies within half a unit of its last written place."""
    places = -int(stated.as_tuple().exponent)
    return abs(stated - exact) <= Decimal(5).scaleb(-places - 1)
