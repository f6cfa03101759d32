"""已经公开的记录不见了

问题：上一次公开的内容里有这条记录，这一次的文件里没有了：文件被删除、改名，或者移到了别处。

为什么：公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，应当撤回并公开说明理由（《行政处罚法》第四十八条）；
撤下要有说明（《河津市统计局三项制度实施方案》二（一）3（3））。直接删除文件，等于撤下而不说明理由，网址也会变成错误页面。

错误示例：

    git rm content/penalties/2020/2020-001.md

正确示例：

    # 保留 content/penalties/2020/2020-001.md，另写 content/withdrawals/2021/2021-001.yaml
    撤下对象: penalties/2020-001
    事由: 撤销
    撤下日期: 2021-03-01
    理由: …
    批准人: …

怎么改：恢复原文件。不应当再公开的决定，另写一份撤下说明；清单有变化的，另写新的一版；更正、撤下的说明本身有错的，对它再作
更正。只是想改文件名的，也不行：公开以后网址不变。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Act, Edition, Record
from generator.model.transition import Transition
from generator.rules.acts import next_edition
from generator.rules.registry import Problem, rule
from generator.rules.renames import renames
from generator.rules.unbound import unbound_refs


@rule(
    severity=Severity.ERROR,
    since="0.1",
    basis="《行政处罚法》第四十八条第二款；《河津市统计局三项制度实施方案》二（一）3（3）",
)
def check(change: Transition) -> Iterator[Problem]:
    """Whatever was public in the base and is not in the head under its reference.

    A file that is there but cannot be read, or that has another name now, is not missed: other findings tell of it.
    """
    unread = unbound_refs(change.head) | renames(change).keys()
    for record in change.base.register.records:
        if change.was_public(record) and change.head.get(record.ref) is None and record.ref not in unread:
            message = f"{record.KIND.title} {record.ref} 已经公开，现在的文件里没有了"
            yield Problem(message, f"恢复这个文件；{_instead(record, change)}", path=record.origin.path)


def _instead(record: Record, change: Transition) -> str:
    if isinstance(record, Edition):
        return f"清单有变化的，另写新的一版 {next_edition(change.base.register, record.id)}"
    if isinstance(record, Act):
        return f"说明有错的，运行 disclosure correct {record.ref} --reason “……”对它作更正"
    return f"不应当再公开的，运行 disclosure withdraw {record.ref} --ground 事由，另写一份撤下"
