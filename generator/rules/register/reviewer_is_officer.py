"""审核自己办的案件

问题：法制审核的人员，同时是本案的执法人员。

为什么：法制审核由办案人员以外的人独立进行，才能发现问题（《行政处罚法》第五十八条；实施方案二（三））。

错误示例：

    执法人员: [SL-TJ-0001, SL-TJ-0002]
    法制审核: {需要: 是, 日期: 2020-05-28, 人员: 示例甲, 结论: 通过}      # 示例甲就是 SL-TJ-0001

正确示例：

    法制审核: {需要: 是, 日期: 2020-05-28, 人员: 示例己, 结论: 通过}

怎么改：与审核意见书核对；确由办案人员审核的，另行指派审核人员重新审核。审核人员的姓名不公开，检查结果里也不显示。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.finding import Severity
from generator.model.register import Register
from generator.rules.people import Deed, body_of, enforced, holder
from generator.rules.registry import Problem, rule
from generator.rules.reviewers import named


@rule(severity=Severity.WARNING, since="0.3", basis="《行政处罚法》第五十八条；《河津市统计局三项制度实施方案》二（三）")
def check(register: Register) -> Iterator[Problem]:
    """The reviewers' names against those of the holders of the cited certificates."""
    for record, deeds in enforced(register):
        review = getattr(record, "legal_review", None)
        if review is None or review.reviewer is None:
            continue
        names = named(review.reviewer)
        if any(name in names for name in _officers(register, body_of(record), deeds)):
            yield Problem(
                "法制审核的人员是本案的执法人员", "与审核意见书核对；确由办案人员审核的，另行指派审核人员重新审核",
                ("法制审核", "人员"), record.origin.path, quote=False,
            )


def _officers(register: Register, body: str, deeds: Iterable[Deed]) -> Iterator[str]:
    for deed in deeds:
        for certificate in deed.officers:
            row = holder(register, body, certificate.number, deed.day)
            if row is not None:
                yield row.name
