"""同一企业的检查超过年度频次上限

问题：一年内对同一企业的检查次数，超过了所查事项公布的年度频次上限。

为什么：同一行政机关对同一企业实施行政检查的年度频次上限应当公布并遵守；根据投诉举报等线索确需实施的检查不受此限
（国办发〔2024〕54号）。上限以检查那天有效的随机抽查事项清单为准，按检查日期的年份计数，一份检查结果算一次，撤下的也算。

错误示例：

    # 清单 c01：涉企: 是，年度频次上限: 1；同一企业 7 月已经检查过一次
    检查类型: 双随机抽查
    检查事项: [inspection-items/shili-tjj#c01]
    检查日期: 2025-11-03

正确示例：

    检查类型: 举报核查          # 有投诉举报线索的
    检查事项: [inspection-items/shili-tjj#c01]
    检查日期: 2025-11-03

怎么改：核对检查类型、检查日期和检查对象；确属超出上限的，用“豁免”写明理由和批准人。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.inspection_items import InspectionItem
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.references import Target
from generator.model.register import Register
from generator.rules.lists import row_of
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on


@rule(
    severity=Severity.ERROR, since="0.3", basis="《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）",
    clauses=("二（一）2（1）",),
)
def check(register: Register) -> Iterator[Problem]:
    """Inspections in the order of their days, counted by body, enterprise and year."""
    counted: Counter[tuple[str, str, int]] = Counter()
    results: list[InspectionResult] = list(register.of_kind(InspectionResult))  # type: ignore[arg-type]
    for result in sorted(results, key=lambda result: (result.inspected_on, result.id)):
        if result.party is None or _is_exempt(register, result):
            continue
        year = result.inspected_on.year
        enterprise = (result.agency.id, result.party.credit_code or result.party.name, year)
        counted[enterprise] += 1
        for index, target in enumerate(result.items):
            cap = _cap(register, result, target)
            if cap is not None and counted[enterprise] > cap:
                yield Problem(
                    f"{year} 年对这家企业的第 {counted[enterprise]} 次检查，超过 {target.row} 的年度频次上限 {cap} 次",
                    "核对检查类型、检查日期和检查对象；确属超出上限的，用“豁免”写明理由和批准人",
                    ("检查事项", index), result.origin.path,
                )
                break


def _cap(register: Register, result: InspectionResult, target: Target) -> int | None:
    """The yearly cap of an item on the day of the inspection; None where none was published."""
    edition = register.edition_on(target.id, result.inspected_on)
    row = row_of(register, edition, target.row) if edition is not None and target.row is not None else None
    return row.yearly_cap if isinstance(row, InspectionItem) and row.on_enterprises else None


def _is_exempt(register: Register, result: InspectionResult) -> bool:
    scope = scope_on(register, "频次上限除外", result.inspected_on)
    return scope is not None and result.sort in scope.sorts
