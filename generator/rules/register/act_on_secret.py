"""对不予公开的记录作了更正或撤下

问题：更正、隐私处理、撤下、恢复公示的对象，“公开方式”是“不予公开”。

为什么：不予公开的记录没有公开过，没有可以更正、撤下的内容；而更正、撤下的说明是公开的，会说出这条记录的内容
（《政府信息公开条例》第十四条、第十五条：不予公开的信息）。

错误示例：

    更正对象: penalties/2021-002        # 这份决定的公开方式是 不予公开

正确示例：

    # 直接修改 content/penalties/2021/2021-002.md，不写更正

怎么改：删去这份说明，直接修改记录。已经公开、现在认为不应当公开的，“公开方式”保持原样，另写撤下，“事由”写 误发。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Document
from generator.model.register import Register
from generator.rules.acts import target_key, with_target
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis="《政府信息公开条例》第十四条、第十五条")
def check(register: Register) -> Iterator[Problem]:
    """Acts on documents that are not published at all."""
    for act, record in with_target(register):
        if isinstance(record, Document) and record.is_secret:
            yield Problem(
                f"{record.ref} 不予公开，不能{act.KIND.title}",
                "没有公开过的，删去这份说明，直接修改记录；已经公开过的，恢复原来的“公开方式”，用撤下（事由：误发）",
                (target_key(act),),
                act.origin.path,
            )
