"""执法人员当天没有有效的统计执法证

问题：执法人员在实施检查、调查取证、送达那天，不在本机关当时有效的执法人员清单里，或者统计执法证不在有效期内，或者写的不是统计执法证号。

为什么：从事统计执法工作的人员应当取得统计执法证（《统计法实施条例》第三十六条），执法时应当出示（《统计法》第三十八条第二款）；没有执法资格的人员
实施的处罚不能成立（《行政处罚法》第三十八条、第四十二条）。以各环节那天有效的一版清单为准。

错误示例：

    执法人员: [SL-TJ-0001, SL-TJ-0003]      # SL-TJ-0003 的人员已于 2023-06-01 调离
    过程: [{环节: 调查取证, 日期: 2023-07-05}]

正确示例：

    执法人员: [SL-TJ-0001, SL-TJ-0007]
    过程: [{环节: 调查取证, 日期: 2023-07-05}]

怎么改：核对证号和日期；某一环节由别人实施的，写在那个环节的“执法人员”里；清单缺少当时的版次、换证没有登记的，补写清单。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity
from generator.model.kinds.scopes import Scope
from generator.model.references import Certificate
from generator.model.register import Register
from generator.rules.people import Deed, body_of, enforced, has_roster, holder
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on
from generator.rules.unbound import unbound_refs

_HINT = "核对证号和日期；某一环节由别人实施的，写在那个环节的“执法人员”里；清单缺少当时的版次的，补写那一版"


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《统计法实施条例》第三十六条；《统计法》（2024）第三十八条第二款；《行政处罚法》第四十二条",
    clauses=("二（一）2（2）", "二（一）2（3）"),
)
def check(register: Register) -> Iterator[Problem]:
    """Each officer on the day of each step; one finding per place, for the first day that fails."""
    if any(ref.startswith("rosters/") for ref in unbound_refs(register)):
        return
    for record, deeds in enforced(register):
        body = body_of(record)
        if register.edition_on(body, record.decided_on) is None:
            continue
        told: set[KeyPath] = set()
        for deed in deeds:
            scope = scope_on(register, "执法证件", deed.day)
            for index, certificate in enumerate(deed.officers):
                where = (*deed.where, index)
                if where in told or not register.exists(certificate):
                    continue
                message = _fault(register, body, deed, certificate, scope)
                if message:
                    told.add(where)
                    yield Problem(message, _HINT, where, record.origin.path)


def _fault(register: Register, body: str, deed: Deed, certificate: Certificate, scope: Scope | None) -> str:
    """What is wrong with an officer on the day of a step; "" if nothing is."""
    row = holder(register, body, certificate.number, deed.day)
    if row is None:
        if has_roster(register, body, deed.day):
            return f"证号 {certificate} 的人员，{deed.day}（{deed.step}）不在本机关当时有效的执法人员清单里"
        return f"{deed.day}（{deed.step}）本机关还没有生效的执法人员清单，核对不了证号 {certificate}"
    if scope is None:
        return ""
    fitting = [held for held in row.certificates if held.sort in scope.certificates]
    numbers = [held.number for held in fitting]
    if certificate.number in numbers and any(held.validity.start <= deed.day <= held.validity.end for held in fitting):
        return ""
    wanted = "、".join(scope.certificates)
    if not fitting:
        return f"证号 {certificate} 的人员没有{wanted}"
    if certificate.number not in numbers:
        return f"证号 {certificate} 不是{wanted}的号码，这名人员的{wanted}号是 {numbers[0]}"
    terms = "、".join(f"{held.validity.start} 至 {held.validity.end}" for held in fitting)
    return f"证号 {certificate} 的{wanted}，{deed.day}（{deed.step}）不在有效期内（{terms}）"
