"""对这类当事人不能这样处罚

问题：对国家机关处以罚款；依统计法处罚自然人；对个体工商户处罚法律没有规定的行为；或者处罚种类是这一条没有规定的。

为什么：处罚由法律设定，对谁、对什么行为、用什么种类，都以法律规定为限（《行政处罚法》第四条）。统计法对国家机关只规定警告和通报，不处罚款；
对个体工商户只就其列明的行为处罚；对个人在普查中的违法行为，责令改正、批评教育，不给予行政处罚。统一社会信用代码以 11 开头的法人是机关
（见 content/reference/scopes.yaml 的“国家机关”）。

错误示例：

    当事人: {名称: 示例县某局, 类别: 法人及非法人组织, 统一社会信用代码: 11…}
    处罚种类: [警告, 罚款]

正确示例：

    当事人: {名称: 示例县某局, 类别: 法人及非法人组织, 统一社会信用代码: 11…}
    处罚种类: [警告, 通报批评]

怎么改：核对当事人类别、统一社会信用代码、违法行为和处罚种类，录错的改过来。决定书确实如此的，依法纠正决定。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.law_versions import Applied, allows_nothing
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.penal import applied_to, law_name, provision, subject_of
from generator.rules.registry import Problem, rule

_HINT = "核对当事人类别、统一社会信用代码、违法行为和处罚种类；决定书确实如此的，先依法纠正决定"


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《行政处罚法》第四条；《统计法》（2024）第四十四条、第四十五条、第四十七条",
)
def check(register: Register) -> Iterator[Problem]:
    """The kinds of each penalty against what the law provides for such a party and conduct."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        applied = applied_to(register, penalty)
        refused = [one for one in applied if one.allowed is None or allows_nothing(one.allowed)]
        refusals = [_refusal(one, subject_of(register, penalty) or "") for one in refused]
        if refusals:
            yield Problem(refusals[0], _HINT, ("处罚种类",), penalty.origin.path)
        elif applied:
            yield from _kinds(penalty, applied)


def _refusal(applied: Applied, subject: str) -> str:
    """Why such a party may not be punished for this conduct at all."""
    if applied.allowed is None:
        return f"{law_name(applied.law)}没有规定对{subject}的这种行为（{applied.conduct}）给予处罚"
    return f"对{subject}的这种行为（{applied.conduct}）不给予行政处罚：{provision(applied.law, applied.allowed)}"


def _kinds(penalty: PenaltyDecision, applied: tuple[Applied, ...]) -> Iterator[Problem]:
    """A kind is allowed if the provision for any of the conducts has it."""
    ranges = [one.allowed for one in applied if one.allowed is not None]
    fit = {
        "警告": any(item.warning for item in ranges),
        "通报批评": any(item.notice for item in ranges),
        "罚款": any(item.cap for item in ranges),
    }
    law, subject = provision(applied[0].law, ranges[0]), ranges[0].subject
    for index, kind in enumerate(penalty.penalties):
        if not fit.get(kind, False):
            message = f"对{subject}不能给予“{kind}”：{law}没有规定"
            yield Problem(message, _HINT, ("处罚种类", index), penalty.origin.path)
    if penalty.fine and "罚款" not in penalty.penalties and not fit["罚款"]:
        yield Problem(f"对{subject}不能处以罚款：{law}没有规定", _HINT, ("罚款金额",), penalty.origin.path)
