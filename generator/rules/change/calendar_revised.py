"""节假日安排改了，有的期限随之改变

问题：这次修改了 reference/calendar-年份.yaml，列出的记录的期限与修改前不同。这是提示，不是错误。

为什么：工作日以国务院办公厅的通知为准，通知公布或者修改以后，算到这一年的期限都要重算（《全国年节及纪念日放假办法》；国务院办公厅
每年的通知）。期限变了，是否按期也可能变，提交以前应当看一遍。

错误示例：

    # 补填了 2027 年的通知以后没有看影响哪些记录，就提交公布

正确示例：

    # 照提示逐条看过：penalties/2026-031 的公开期限由待通知变为 2027-01-06，公开日期 2027-01-05，没有逾期

怎么改：照列出的记录看一遍，核对没有误填日期。不用改记录。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.finding import Severity
from generator.model.transition import Transition
from generator.primitives.calendar import Calendar
from generator.rules.dues import differing
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.NOTICE, since="0.3", basis="《全国年节及纪念日放假办法》；国务院办公厅每年的节假日安排通知")
def check(change: Transition) -> Iterator[Problem]:
    """For each year whose entry was added, changed or removed the records whose deadlines come out differently."""
    old, policy = change.base.register.policy.calendar.overlays, change.head.policy
    new = policy.calendar.overlays
    for year in sorted(year for year in {*old, *new} if old.get(year) != new.get(year)):
        overlays = {known: overlay for known, overlay in new.items() if known != year}
        before = replace(policy, calendar=Calendar(overlays | ({year: old[year]} if year in old else {})))
        told = [text for record in change.head.records if (text := differing(record, before, policy)) is not None]
        if told:
            yield Problem(
                f"{year}年的节假日安排改了，{len(told)}条记录的期限随之改变：{listed(told)}", "照列出的记录看一遍",
                path=f"reference/calendar-{year}.yaml",
            )
