"""重大执法决定没有通过法制审核

问题：按决定那天有效的重大执法决定法制审核事项清单属于重大的处罚决定，没有法制审核，或者审核没有通过；或者写了需要审核而没有日期、人员、结论。

为什么：列入清单的决定，未经法制审核或者审核未通过的，不得作出（《行政处罚法》第五十八条第一款；实施方案二（三）2）。清单中可以核对的标准是罚款起点、
情节和是否经过听证；经过听证的，法律也要求审核。

错误示例：

    罚款金额: 80000
    法制审核: {需要: 否}

正确示例：

    罚款金额: 80000
    法制审核: {需要: 是, 日期: 2023-09-13, 人员: 示例己, 结论: 通过}

怎么改：照案卷补写“法制审核”；确实没有审核的，决定程序违法，依法纠正。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.legal_review_items import LegalReviewList, ReviewItem
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.parts import LegalReview
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.lists import list_in_force
from generator.rules.penal import yuan
from generator.rules.registry import Problem, rule
from generator.rules.scopes import scope_on

_PASSED = ("通过", "修改后通过")
_HINT = "照案卷补写“法制审核”；确实没有审核或者没有通过的，依法纠正决定"


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第五十八条第一款；《河津市统计局三项制度实施方案》二（三）2")
def check(register: Register) -> Iterator[Problem]:
    """Decisions that are major by the list of the day, and reviews that were said to be needed."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        ground = _ground(register, penalty)
        review = penalty.legal_review
        if ground and (review is None or not review.needed):
            where = ("法制审核", "需要") if review is not None else ("决定日期",)
            yield Problem(f"{ground}，应当经法制审核", _HINT, where, penalty.origin.path)
        elif review is not None:
            yield from _outcome(review, penalty.origin.path)
    for decision in not_withdrawn(register, OtherDecision):
        if decision.legal_review is not None:
            yield from _outcome(decision.legal_review, decision.origin.path)


def _ground(register: Register, penalty: PenaltyDecision) -> str:
    """Why the decision is a major one; "" if nothing says so."""
    edition = list_in_force(register, LegalReviewList, penalty.authority.id, penalty.decided_on)
    for item in edition.rows if edition is not None else ():
        if why := _meets(item, penalty):
            return f"{why}，属于清单 {item.number}“{item.name}”"
    if _was_heard(penalty) and scope_on(register, "听证后审核", penalty.decided_on) is not None:
        return "经过听证"
    return ""


def _meets(item: ReviewItem, penalty: PenaltyDecision) -> str:
    sort = penalty.party.sort if penalty.party is not None else ""
    for threshold in item.thresholds:
        if threshold.subject == sort and penalty.fine is not None and penalty.fine >= threshold.amount:
            return f"罚款 {yuan(penalty.fine)}达到起点 {yuan(threshold.amount)}"
    if item.gravity is not None and item.gravity == penalty.gravity:
        return f"情节{penalty.gravity}"
    return "经过听证" if item.after_hearing and _was_heard(penalty) else ""


def _was_heard(penalty: PenaltyDecision) -> bool:
    return penalty.hearing is not None and penalty.hearing.held_on is not None


def _outcome(review: LegalReview, path: str) -> Iterator[Problem]:
    """A review that was needed has a day, a reviewer and a result that lets the decision be made."""
    if not review.needed:
        return
    missing = [key for key, value in (("日期", review.day), ("人员", review.reviewer), ("结论", review.result)) if value is None]
    if missing:
        yield Problem(f"需要法制审核，但没有写{'、'.join(missing)}", _HINT, ("法制审核", "需要"), path, quote=False)
    elif review.result not in _PASSED:
        yield Problem(f"法制审核的结论是“{review.result}”，不得作出决定", _HINT, ("法制审核", "结论"), path, quote=False)
