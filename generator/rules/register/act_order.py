"""更正、撤下的日期前后不对

问题：发现日期晚于更正日期；撤下的事由日期晚于撤下日期，或者早于决定日期。

为什么：撤下的期限从事由日期起算，更正的期限从发现日期起算（《行政处罚法》第四十八条：三日内撤回并公开说明理由）。日期前后颠倒，
就不知道是否按期办理。

错误示例：

    事由日期: 2021-03-05
    撤下日期: 2021-03-01

正确示例：

    事由日期: 2021-03-01
    撤下日期: 2021-03-01

怎么改：对照依据文书核对：事由日期是复议决定、判决等作出的日期，撤下日期是实际撤下的日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.corrections import Correction
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Act
from generator.model.register import Register
from generator.rules.acts import day_key
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第四十八条第二款；《政府信息公开条例》第六条、第二十六条")
def check(register: Register) -> Iterator[Problem]:
    """Days of acts that cannot follow each other."""
    for act in register.acts:
        if isinstance(act, Correction):
            yield from _not_after(act, "found_on")
        elif isinstance(act, Withdrawal):
            yield from _not_after(act, "ground_on")
            yield from _not_before_decision(act, register)


def _not_after(act: Act, name: str) -> Iterator[Problem]:
    day, key = getattr(act, name), key_of(act, name)
    if day is not None and day > act.day:
        yield Problem(f"“{key}”{day} 晚于“{day_key(act)}”{act.day}", "对照依据文书核对这两个日期", (key,), act.origin.path)


def _not_before_decision(act: Withdrawal, register: Register) -> Iterator[Problem]:
    record = register.get(str(act.target))
    decided = getattr(record, "decided_on", None)
    if record is not None and decided is not None and act.ground_on is not None and act.ground_on < decided:
        key = key_of(act, "ground_on")
        yield Problem(
            f"“{key}”{act.ground_on} 早于 {record.ref} 的“{key_of(record, 'decided_on')}”{decided}",
            "对照依据文书核对日期和撤下对象",
            (key,),
            act.origin.path,
        )
