"""法制审核人员没有写明资格、备案，或者不在清单里

问题：最新一版清单里的法制审核人员没有写“资格”或者“备案”；或者某个案件的审核人员，审核那天不是清单上的法制审核人员。

为什么：法制审核人员从取得统计执法资格的人员和法律专业人员中确定，并向司法局报备基本信息（实施方案二（三）1）；初次从事行政处罚决定法制审核的人员，
应当通过国家统一法律职业资格考试取得法律职业资格（《行政处罚法》第五十八条第二款）。

错误示例：

    - {编号: p06, 姓名: 示例己, 职务: 科员, 岗位: 法制审核人员}

正确示例：

    - {编号: p06, 姓名: 示例己, 职务: 科员, 岗位: 法制审核人员, 资格: 取得法律职业资格, 备案: {机关: 示例县司法局, 日期: 2023-06-06}}

怎么改：补写“资格”“备案”，清单已经公布的另写一版；案件的审核人员写错的，核对审核意见书后改正。审核人员的姓名不公开，检查结果里也不显示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.rosters import Roster
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.lists import lists_in_force, newest
from generator.rules.people import body_of
from generator.rules.registry import Problem, rule
from generator.rules.reviewers import REVIEWER, named

_MEND = "补写在这一行；清单已经公布的，另写一版"


@rule(severity=Severity.WARNING, since="0.3", basis="《河津市统计局三项制度实施方案》二（三）1；《行政处罚法》第五十八条第二款")
def check(register: Register) -> Iterator[Problem]:
    """The reviewers of the last edition of each roster, and those whom the records name."""
    for roster in newest(register, Roster):
        for index, officer in enumerate(roster.rows):
            if officer.post != REVIEWER:
                continue
            where, path = ("条目", index, "岗位"), roster.origin.path
            if officer.qualification is None:
                yield Problem(f"法制审核人员 {officer.number} 没有写明资格", f"“资格”{_MEND}", where, path, quote=False)
            if officer.filing is None:
                yield Problem(f"法制审核人员 {officer.number} 没有写明备案", f"“备案”{_MEND}", where, path, quote=False)
    for kind in (PenaltyDecision, OtherDecision):
        for record in not_withdrawn(register, kind):
            if not _are_listed(register, record):
                yield Problem(
                    "审核人员在审核那天不是本机关清单上的法制审核人员", "与审核意见书核对人员和日期；清单缺少当时的版次的，补写那一版",
                    ("法制审核", "人员"), record.origin.path, quote=False,
                )


def _are_listed(register: Register, record: PenaltyDecision | OtherDecision) -> bool:
    """Whether all reviewers were on the roster; a body without a roster on that day says nothing."""
    review = record.legal_review
    if review is None or review.reviewer is None:
        return True
    rosters = lists_in_force(register, Roster, body_of(record), review.day or record.decided_on)
    listed = {officer.name for roster in rosters for officer in roster.rows if officer.post == REVIEWER}
    return not rosters or named(review.reviewer) <= listed
