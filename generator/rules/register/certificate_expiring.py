"""执法证件快要到期

问题：现行执法人员清单里的证件，离有效期的最后一天不到规定的提醒天数。

为什么：证件到期而没有换发，持证人就不能执法（《统计法实施条例》第三十六条）。提前提醒，留出换证和另写一版清单的时间。提醒的天数见
content/reference/thresholds.yaml 的“证件到期前提醒的天数”，按构建日计算。只提醒，不阻止发布。

错误示例：

    # 构建日 2028-05-01
    证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 发证机关: 示例省统计局, 有效期: {起: 2023-06-01, 止: 2028-05-31}}]

正确示例：

    # 另写一版清单
    证件: [{种类: 统计执法证, 号码: SL-TJ-0001, 发证机关: 示例省统计局, 有效期: {起: 2028-06-01, 止: 2033-05-31}}]

怎么改：及时换证；换证后另写一版清单。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.register import Register
from generator.rules.certificates import listed_on
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3", basis="《统计法实施条例》第三十六条", timed=True,
    clauses=("二（一）2（2）", "二（一）2（3）"),
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Certificates that end within the window after ``as_of``."""
    window = register.policy.threshold("certificate-expiring", as_of)
    if window is None or window.value is None:
        return
    for listed in listed_on(register, as_of):
        left = (listed.held.validity.end - as_of).days
        if 0 <= left <= window.value:
            yield Problem(
                f"{listed.officer.number} 的{listed.held.sort}（{listed.held.number}）还有 {left} 天到期", "及时换证；换证后另写一版清单",
                listed.where, listed.roster.origin.path,
            )
