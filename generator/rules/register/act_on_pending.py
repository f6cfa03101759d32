"""对还没有公开的记录作了更正或撤下

问题：更正、隐私处理、撤下、恢复公示的日期，早于记录的公开日期（清单的一版早于生效日期，说明早于它自己的日期）。

为什么：还没有公开的记录，公众没有看到，不需要更正、撤下，可以直接修改或者删除。为没有公开过的内容写一份公开的说明，反而把它
公开了。

错误示例：

    公开日期: 2020-06-05
    # content/withdrawals/2020/2020-001.yaml
    撤下日期: 2020-06-03

正确示例：

    # 还没有到公开日期：直接修改或者删除记录

怎么改：核对两个日期。记录确实还没有公开的，删去这份说明，直接修改或者删除记录。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.editions import first_day
from generator.model.record import Policy
from generator.model.register import Register
from generator.rules.acts import day_key, with_target
from generator.rules.basis import SPECIFICATION
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=SPECIFICATION)
def check(register: Register) -> Iterator[Problem]:
    """Acts dated before their record came before the public."""
    for act, record in with_target(register):
        if isinstance(record, Policy) or act.day >= first_day(record):
            continue
        yield Problem(
            f"{record.ref} 从 {first_day(record)} 起公开，“{day_key(act)}”{act.day} 在这之前",
            "核对日期；记录还没有公开的，删去这份说明，直接修改或者删除记录",
            (day_key(act),),
            act.origin.path,
        )
