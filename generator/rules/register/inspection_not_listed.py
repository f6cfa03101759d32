"""检查事项不在当时有效的随机抽查事项清单里

问题：检查结果的“检查事项”在检查那天有效的清单里没有，或者抽查计划的“抽查事项”在计划批准（没有写的为公开）那天有效的清单里没有，
或者是别的机关的清单。

为什么：检查事项应当列入清单并公布，没有公布的事项不得检查（国办发〔2024〕54号；实施方案二（一）1（1）、2（1））。

错误示例：

    检查事项: [inspection-items/shili-tjj#c04]      # 2024 年的一版已经取消
    检查日期: 2025-07-08

正确示例：

    检查事项: [inspection-items/shili-tjj#c01]
    检查日期: 2025-07-08

怎么改：核对事项编号和日期；清单缺少当时的版次的，补写那一版。确实没有公布的事项，不能检查。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.kinds.inspection_items import InspectionItemList
from generator.model.kinds.inspection_plans import InspectionPlan
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.record import Record
from generator.model.references import Target
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.lists import row_of
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs

_HINT = "核对事项编号和日期；清单缺少当时的版次的，补写那一版"


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）；《河津市统计局三项制度实施方案》二（一）2（1）",
)
def check(register: Register) -> Iterator[Problem]:
    """The items of results on the day of the inspection, those of plans on the day of their approval."""
    unread = unbound_refs(register)
    for result in not_withdrawn(register, InspectionResult):
        yield from _listed(register, result, "检查事项", result.items, result.agency.id, result.inspected_on, unread)
    for plan in not_withdrawn(register, InspectionPlan):
        day = plan.approved_on or plan.published_on
        yield from _listed(register, plan, "抽查事项", plan.items, plan.agency.id, day, unread)


def _listed(
    register: Register, record: Record, key: str, items: tuple[Target, ...], body: str, day: date, unread: frozenset[str]
) -> Iterator[Problem]:
    for index, target in enumerate(items):
        if target.id in unread or not register.exists(target):
            continue
        if message := _fault(register, target, body, day):
            yield Problem(message, _HINT, (key, index), record.origin.path)


def _fault(register: Register, target: Target, body: str, day: date) -> str:
    edition = register.edition_on(target.id, day)
    if not isinstance(edition, InspectionItemList):
        return f"{target.id} 在 {day} 还没有生效的版次"
    if edition.agency.id != body:
        return f"{target.id} 是 {edition.agency} 的清单，不是本机关的"
    if target.row is None or row_of(register, edition, target.row) is None:
        return f"{day} 有效的清单是版次 {edition.number}，里面没有 {target.row or '写明的事项'}"
    return ""
