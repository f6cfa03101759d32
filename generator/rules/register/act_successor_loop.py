"""替代关系绕成了圈

问题：撤下写的“替代”，是被撤下的决定自己，或者顺着“替代”一份一份找下去，又回到了自己；或者替代的决定作出得比被撤下的还早。

为什么：公众从撤下的页面顺着“替代”找到现在有效的决定。绕成圈，就永远找不到。

错误示例：

    撤下对象: penalties/2020-003
    替代: penalties/2020-003

正确示例：

    撤下对象: penalties/2020-003
    替代: penalties/2021-001

怎么改：“替代”写重新作出的那份决定的编号；没有重新作出决定的，不写“替代”，以后作出了再补写。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.finding import Severity
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.register import Register
from generator.rules.basis import ACCURACY
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Chains of successors that come back to where they began, or that lead back in time."""
    withdrawals = [act for act in register.acts if isinstance(act, Withdrawal) and act.successor is not None]
    following = {str(act.target): str(act.successor) for act in withdrawals}
    for act in withdrawals:
        where, path = (key_of(act, "successor"),), act.origin.path
        chain = _chain(str(act.target), following)
        if chain[-1] == chain[0]:
            yield Problem(f"替代关系绕成了圈：{' → '.join(chain)}", "“替代”写重新作出的、现在有效的决定", where, path)
            continue
        days = _decided(register, str(act.target)), _decided(register, str(act.successor))
        if days[0] is not None and days[1] is not None and days[1] < days[0]:
            yield Problem(
                f"替代的决定 {act.successor} 作出于 {days[1]}，早于被撤下的 {act.target}（{days[0]}）",
                "核对“替代”：应当是撤下以后重新作出的决定", where, path,
            )


def _chain(start: str, following: Mapping[str, str]) -> list[str]:
    """From a record along its successors: to the last one, or to the first that comes again."""
    chain = [start]
    while (after := following.get(chain[-1])) is not None:
        chain.append(after)
        if after in chain[:-1]:
            break
    return chain


def _decided(register: Register, ref: str) -> date | None:
    return getattr(register.get(ref), "decided_on", None)
