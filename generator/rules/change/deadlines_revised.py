"""期限表改了，已经公开的记录的期限随之改变

问题：这次修改了 reference/deadlines.yaml 或者 reference/withdrawal-deadlines.yaml，列出的已公开记录的期限与修改前不同。这是警告，不是错误。

为什么：期限印在每份决定的页面上，是否按期公开也照它计算。把期限改长，过去的迟延就看不出来了（《政府信息公开条例》第六条：及时、准确）。
新的规定管施行以后的事，以前的照旧。

错误示例：

    # 直接把原来一行的“期限”从 7 改成 30
    - {编号: publication-penalty, 事项: 公开, 类别: [penalties], 起算: 决定日期, 期限: 30, 单位: 工作日, 依据: …}

正确示例：

    # 原来的一行写失效日期，另加一行写施行日期
    - {编号: publication-penalty-2027, 事项: 公开, …, 期限: 30, 单位: 工作日, 依据: …, 施行日期: 2027-01-01}

怎么改：新的规定另加一行，写“施行日期”，原来的一行写“失效日期”。原来确实填错了的，照列出的记录看一遍再提交。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.finding import Severity
from generator.model.transition import Transition
from generator.rules.basis import ACCURACY
from generator.rules.dues import differing
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule

_TABLES = {"deadlines": "reference/deadlines.yaml", "withdrawals": "reference/withdrawal-deadlines.yaml"}


@rule(severity=Severity.WARNING, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """For each table of deadlines that differs, the public records whose last days come out differently by it alone."""
    old, new = change.base.register.policy, change.head.policy
    for name, path in _TABLES.items():
        if getattr(old, name) == getattr(new, name):
            continue
        before = replace(new, **{name: getattr(old, name)})
        public = [record for record in change.head.records if change.base.register.get(record.ref) and change.was_public(record)]
        told = [text for record in public if (text := differing(record, before, new)) is not None]
        if told:
            yield Problem(
                f"期限表改了，{len(told)}条已经公开的记录的期限随之改变：{listed(told)}",
                "新的规定另加一行，写“施行日期”，原来的一行写“失效日期”；原来填错了的，照列出的记录看一遍", path=path,
            )
