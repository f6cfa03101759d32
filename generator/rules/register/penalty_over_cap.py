"""罚款超过法定上限

问题：罚款金额超过了法律对这种行为、这类当事人、这种情节规定的上限。

为什么：罚款只能在法律规定的幅度内作出（《行政处罚法》第四条、第五条）。实施行政处罚适用违法行为发生时的规定；决定时的新规定处罚较轻的，
适用新的规定（《行政处罚法》第三十七条）。幅度见 content/laws/ 各版本的“罚则”，按“行为期间”的最后一天、“决定日期”、当事人类别和情节选定；
一案有几种违法行为的，上限按各行为的上限相加。

错误示例：

    行为期间: {起: 2024-04-09, 止: 2024-04-09}      # 适用 2009 年版，上限五万元
    情节: 一般
    罚款金额: 60000

正确示例：

    行为期间: {起: 2024-04-09, 止: 2024-04-09}
    情节: 一般
    罚款金额: 18000

怎么改：对照决定书原件核对罚款金额、行为期间、当事人类别和情节，录错的改过来。决定书确实超出幅度的，依法纠正决定，不能照此公开。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.penal import applied_to, provision, reason, yuan
from generator.rules.registry import Problem, rule

_HINT = "核对罚款金额、行为期间、当事人类别和情节；决定书确实超出幅度的，先依法纠正决定"


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《行政处罚法》第四条、第三十七条；《统计法》（2024）第四十四条、第四十五条，（2009）第四十一条、第四十二条",
)
def check(register: Register) -> Iterator[Problem]:
    """The fine of each penalty against the sum of what its conducts allow."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        if not penalty.fine:
            continue
        capped = [one for one in applied_to(register, penalty) if one.allowed is not None and one.allowed.cap]
        total = sum(one.allowed.cap for one in capped)  # type: ignore[union-attr, misc]
        if capped and len(capped) == len({target.row for target in penalty.conduct}) and penalty.fine > total:
            first = capped[0]
            assert first.allowed is not None
            gravity = f"、情节{first.allowed.gravity}" if first.allowed.gravity else ""
            several = "各行为合计" if len(capped) > 1 else ""
            yield Problem(
                f"罚款 {yuan(penalty.fine)}超过法定上限：{reason(first, penalty)}，"
                f"{provision(first.law, first.allowed)}对{first.allowed.subject}{gravity}的罚款{several}不超过 {yuan(total)}",
                _HINT, ("罚款金额",), penalty.origin.path,
            )
