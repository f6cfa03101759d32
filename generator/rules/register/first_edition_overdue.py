"""清单首次公布迟了，或者到期还没有

问题：方案要求6月底前公布的清单，首版的生效日期晚于这一天；或者这一天已经过去，清单还没有。

为什么：6月底前完成执法事项清单、执法人员清单、随机抽查事项清单、执法服务指南、执法流程图等并公示（《河津市统计局三项制度实施方案》
二（一）1（2）），编制重大执法决定法制审核事项清单（二（三）2）。方案没有写年份：按执法主体在本栏目首次公布以后的第一个6月30日
计算；期限表填写了“年份”的，按那一年。

错误示例：

    # content/bodies/hejin-tjj/1.md 自 2026-11-23 起；content/powers/hejin-tjj/1.yaml：
    版次: 1
    生效日期: 2027-07-15

正确示例：

    版次: 1
    生效日期: 2026-11-23

怎么改：还没有的，尽快编制公布；迟了的照实填写。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.deadlines import Due
from generator.model.kinds import all_kinds
from generator.model.record import Edition, Record
from generator.model.register import Register
from generator.model.timeliness import first_edition_due
from generator.rules.duties import Duty, duties
from generator.rules.fields import key_of
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.WARNING, since="0.3", timed=True,
    basis="《河津市统计局三项制度实施方案》二（一）1（2）、二（三）2",
)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """For each body the first edition of each kind of list that the plan asks for."""
    for duty in duties(register):
        missing: dict[Due, list[str]] = {}
        for kind in all_kinds():
            due = first_edition_due(register.policy, kind.KIND.folder, duty.since)
            if due is None or due.day is None:
                continue
            first = _first(kind, duty, register)
            if first is None and due.day < as_of:
                missing.setdefault(due, []).append(kind.KIND.title)
            elif first is not None and first.effective_on > due.day:
                yield _late(first, due)
        for due, titles in missing.items():
            yield Problem(
                f"{duty.body.name}还没有{listed(titles)}，应当在{due.day}以前首次公布", "尽快编制公布",
                path=duty.body.origin.path, basis=due.basis,
            )


def _first(kind: type[Record], duty: Duty, register: Register) -> Edition | None:
    """The earliest edition of the body's lists of one kind."""
    own = [
        record for record in register.of_kind(kind)
        if isinstance(record, Edition) and getattr(record, "agency", None) is not None
        and record.agency.id == duty.body.id  # type: ignore[attr-defined]
    ]
    return min(own, key=lambda edition: edition.effective_on, default=None)


def _late(first: Edition, due: Due) -> Problem:
    return Problem(
        f"首次公布迟了：应当在{due.day}以前，{first.effective_on}才生效", "核对日期；确实迟了的照实填写，这条提示长期保留",
        (key_of(first, "effective_on"),), first.origin.path, basis=due.basis,
    )
