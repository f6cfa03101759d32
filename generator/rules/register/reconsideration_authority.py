"""行政复议机关写错了

问题：2024 年以后的执法主体信息或者其他清单，把复议机关写成上一级统计局，或者写成“人民政府或者上一级统计局”。

为什么：修订后的行政复议法自 2024-01-01 起施行，对县级以上地方人民政府工作部门的决定不服的，向本级人民政府申请行政复议
（《行政复议法》第二十四条），不再可以选择上一级主管部门。照旧写会让当事人走错门、误了六十日的期限。起算的日期见
content/reference/scopes.yaml 的“复议机关”。

错误示例：

    # 生效日期: 2024-09-30
    救济渠道:
      - {途径: 行政复议, 受理机关: 示例县人民政府或者示例市统计局}

正确示例：

    救济渠道:
      - {途径: 行政复议, 受理机关: 示例县人民政府}

怎么改：写本级人民政府的全称；已经公布的，另写一版。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.laws import Law
from generator.model.record import Edition
from generator.model.register import Register
from generator.model.walk import leaves
from generator.rules.reconsideration import is_bureau, outdated, told_in
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on

_HINT = "写本级人民政府的全称；已经公布的，另写一版"


@rule(severity=Severity.ERROR, since="0.3", basis="《行政复议法》（2023）第二十四条")
def check(register: Register) -> Iterator[Problem]:
    """The remedies of bodies, and what the texts of lists tell of reconsideration."""
    for body in register.of_kind(EnforcementBody):
        assert isinstance(body, EnforcementBody)
        for index, remedy in enumerate(body.remedies):
            if message := outdated(register, body, remedy, body.effective_on):
                yield Problem(message, _HINT, ("救济渠道", index, "受理机关"), body.origin.path)
    for edition in register.records:
        if isinstance(edition, Edition) and not isinstance(edition, Law):
            yield from _texts(register, edition)


def _texts(register: Register, edition: Edition) -> Iterator[Problem]:
    if scope_on(register, "复议机关", edition.effective_on) is None:
        return
    for where, _slot, value in leaves(edition):
        for authority in told_in(value) if isinstance(value, str) and "行政复议" in value else ():
            if is_bureau(authority):
                yield Problem(f"复议机关应当是本级人民政府，不是“{authority}”", _HINT, where, edition.origin.path)
