"""事项不在当时有效的执法事项清单里

问题：“事项”在决定日期（清单为生效日期）那天有效的执法事项清单里没有，或者是别的机关清单里的，或者不是行政处罚事项；处罚决定没有写事项。

为什么：行政机关只能行使法律赋予、清单列明的执法权，清单随法律、法规和机构职能的变化及时调整（实施方案二（一）1（2）；《行政处罚法》第十七条）。
引用以本记录日期那天有效的一版为准。

错误示例：

    事项: powers/shili-tjj#SL-JC-002      # 2024 年的一版已经删去
    决定日期: 2025-02-20

正确示例：

    事项: powers/shili-tjj#3100-B-00200
    决定日期: 2025-02-20

怎么改：核对事项编号和日期；清单缺少当时的版次的，补写那一版。清单里确实没有的权力，不能行使。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import KeyPath, Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.discretion import DiscretionBenchmark
from generator.model.kinds.guides import ServiceGuide
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.powers import Power, PowerList
from generator.model.kinds.recording_items import RecordingList
from generator.model.record import Record
from generator.model.references import Target
from generator.model.register import Register
from generator.model.walk import references
from generator.rules.decisions import not_withdrawn
from generator.rules.lists import list_in_force, row_of
from generator.rules.registry import Problem, rule
from generator.rules.unbound import unbound_refs

_HINT = "核对事项编号和日期；清单缺少当时的版次的，补写那一版"


@rule(severity=Severity.ERROR, since="0.3", basis="《河津市统计局三项制度实施方案》二（一）1（2）；《行政处罚法》第十七条")
def check(register: Register) -> Iterator[Problem]:
    """The powers that decisions and lists name, on their own days."""
    unread = unbound_refs(register)
    for penalty in not_withdrawn(register, PenaltyDecision):
        body, day = penalty.authority.id, penalty.decided_on
        if penalty.power is not None:
            yield from _listed(register, penalty, ("事项",), penalty.power, body, day, unread)
        elif not penalty.is_secret and list_in_force(register, PowerList, body, day) is not None:
            yield Problem("没有写明是执法事项清单中的哪一项", "补写“事项”", ("处罚机关",), penalty.origin.path)
    for decision in not_withdrawn(register, OtherDecision):
        if decision.power is not None:
            body, day = decision.agency.id, decision.decided_on
            yield from _listed(register, decision, ("事项",), decision.power, body, day, unread)
    for kind in (DiscretionBenchmark, RecordingList, ServiceGuide):
        for edition in register.of_kind(kind):
            for where, _slot, target in references(edition):
                if isinstance(target, Target) and target.id.startswith("powers/"):
                    body, day = edition.agency.id, edition.effective_on  # type: ignore[attr-defined]
                    yield from _listed(register, edition, where, target, body, day, unread)


def _listed(
    register: Register, record: Record, where: KeyPath, target: Target, body: str, day: date, unread: frozenset[str]
) -> Iterator[Problem]:
    if target.id in unread or not register.exists(target):
        return
    message = _fault(register, record, target, body, day)
    if message:
        yield Problem(message, _HINT, where, record.origin.path)


def _fault(register: Register, record: Record, target: Target, body: str, day: date) -> str:
    """What is wrong with a power that exists on some day; "" if nothing is."""
    edition = register.edition_on(target.id, day)
    if not isinstance(edition, PowerList):
        return f"{target.id} 在 {day} 还没有生效的版次"
    if edition.agency.id != body:
        return f"{target.id} 是 {edition.agency} 的执法事项清单，不是本机关的"
    row = row_of(register, edition, target.row) if target.row is not None else None
    if not isinstance(row, Power):
        return f"{day} 有效的执法事项清单是版次 {edition.number}，里面没有 {target.row or '写明的事项'}"
    if isinstance(record, PenaltyDecision) and row.sort != "行政处罚":
        return f"{target.row} 是{row.sort}事项，不是行政处罚事项"
    return ""
