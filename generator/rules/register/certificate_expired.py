"""执法证件已经过期

问题：现行执法人员清单里的证件，到构建日已经过了有效期。

为什么：没有有效执法证件的人员不得执法（《统计法实施条例》第三十六条；《行政处罚法》第四十二条），公众照清单核对就会受误导。只提醒，不阻止发布；
过期以后实施的检查、调查由“执法人员当天没有有效的统计执法证”检查。

错误示例：

    # 构建日 2028-06-15
    证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 发证机关: 示例省统计局, 有效期: {起: 2023-06-01, 止: 2028-05-31}}]

正确示例：

    # 另写一版清单
    证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 发证机关: 示例省统计局, 有效期: {起: 2028-06-01, 止: 2033-05-31}}]

怎么改：已经换证的，另写一版清单；没有换证的，把他从清单中调出。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.register import Register
from generator.rules.certificates import listed_on
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3", basis="《统计法实施条例》第三十六条；《行政处罚法》第四十二条", timed=True,
    clauses=("二（一）2（2）", "二（一）2（3）"),
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Certificates whose last day lies before ``as_of``."""
    for listed in listed_on(register, as_of):
        if listed.held.validity.end < as_of:
            yield Problem(
                f"{listed.officer.number} 的{listed.held.sort}（{listed.held.number}）已于 {listed.held.validity.end} 到期",
                "已经换证的，另写一版清单；没有换证的，把他从清单中调出", listed.where, listed.roster.origin.path,
            )
