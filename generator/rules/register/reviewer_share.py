"""法制审核人员不足

问题：最新一版执法人员清单里，法制审核人员与执法人员之比低于规定的比例。

为什么：法制审核人员不得少于执法人员总数的 5%（实施方案二（三）1；国办发〔2018〕118号）。比例见 content/reference/thresholds.yaml。

错误示例：

    条目:
      - {编号: p01, 姓名: 示例甲, 职务: 科员, 岗位: 执法人员}      # 没有一名法制审核人员

正确示例：

    条目:
      - {编号: p01, 姓名: 示例甲, 职务: 科员, 岗位: 执法人员}
      - {编号: p06, 姓名: 示例己, 职务: 科员, 岗位: 法制审核人员, 资格: 取得法律职业资格}

怎么改：配备法制审核人员，另写一版清单；已经配备的，核对“岗位”。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.rosters import Roster
from generator.model.register import Register
from generator.rules.lists import newest
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《河津市统计局三项制度实施方案》二（三）1；国办发〔2018〕118号")
def check(register: Register) -> Iterator[Problem]:
    """The posts on the last edition of each roster."""
    for roster in newest(register, Roster):
        least = register.policy.threshold("reviewers-share", roster.effective_on)
        posts = Counter(officer.post for officer in roster.rows)
        officers, reviewers = posts["执法人员"], posts["法制审核人员"]
        if least is not None and least.value is not None and reviewers * 100 < officers * least.value:
            yield Problem(
                f"执法人员 {officers} 人，法制审核人员 {reviewers} 人，低于 {least.value:f}%", "配备法制审核人员，另写一版清单",
                ("条目",), roster.origin.path, at_key=True,
            )
