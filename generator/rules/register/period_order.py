"""起止日期颠倒，或者行为期间在决定以后

问题：“止”早于“起”；或者违法行为期间的最后一天在决定日期以后。

为什么：适用哪一版法律，看行为期间的最后一天（行政处罚法第三十七条）；证件在哪些天有效，看有效期。日期颠倒，这些核对就都落空；决定以后的行为，不会写进
这份决定。

错误示例：

    行为期间: {起: 2024-12-31, 止: 2024-01-01}

正确示例：

    行为期间: {起: 2024-01-01, 止: 2024-12-31}

怎么改：对照决定书、证件核对年份和先后。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Validity
from generator.model.parts import Period
from generator.model.record import Document, Record
from generator.model.register import Register
from generator.model.walk import groups
from generator.rules.decisions import withdrawal_of
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule

_HINT = "对照原件核对年份和先后"


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第三十七条；《政府信息公开条例》第六条")
def check(register: Register) -> Iterator[Problem]:
    """Every pair of first and last day. What was withdrawn stays as it was."""
    for record in register.records:
        if not isinstance(record, Document) or withdrawal_of(register, record) is None:
            yield from _reversed(record)
            if isinstance(record, PenaltyDecision):
                yield from _ahead(record)


def _reversed(record: Record) -> Iterator[Problem]:
    for kind in (Period, Validity):
        for where, pair in groups(record, kind):
            if pair.end < pair.start:
                yield Problem(f"“起”{pair.start} 在“止”{pair.end} 以后", _HINT, (*where, "止"), record.origin.path)


def _ahead(penalty: PenaltyDecision) -> Iterator[Problem]:
    period = penalty.conduct_period
    if period is not None and period.end > penalty.decided_on:
        key = key_of(penalty, "conduct_period")
        yield Problem(
            f"“{key}”止于 {period.end}，在决定日期 {penalty.decided_on} 以后", _HINT, (key, "止"), penalty.origin.path,
        )
