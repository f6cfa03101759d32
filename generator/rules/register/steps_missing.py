"""“过程”缺少应当有的环节

问题：决定已经作出，“过程”里却没有这种程序必须经过的环节：普通程序的立案、调查取证、告知，应当法制审核的没有法制审核，情节严重的没有
集体讨论，已经归档的没有送达；简易程序的没有告知、送达。

为什么：执法的启动、调查取证、审核、决定、送达、执行要全过程记录（行政处罚法第四十七条，本局实施方案二（二））；没有告知的不得作出处罚决定
（第六十二条），应当审核而没有审核的不得作出决定（第五十八条）。

错误示例：

    案件程序: 普通程序
    过程:
      - {环节: 立案, 日期: 2020-03-02}
      - {环节: 决定, 日期: 2020-06-01}

正确示例：

    过程:
      - {环节: 立案, 日期: 2020-03-02}
      - {环节: 调查取证, 日期: 2020-03-10}
      - {环节: 告知, 日期: 2020-05-18}
      - {环节: 决定, 日期: 2020-06-01}

怎么改：对照案卷补写环节和日期。当场作出的决定，把“案件程序”改成 简易程序。各种程序应有的环节列在 content/reference/procedures.yaml。
不予公开的决定，没有写“过程”的不检查。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.finding import Severity
from generator.model.day_paths import day_at
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.procedures import NeededStep
from generator.model.record import Document
from generator.model.register import Register
from generator.rules.decisions import STEP_KEYS, Decision, decisions, procedures_of, withdrawal_of
from generator.rules.registry import Problem, rule

#: The conditions that ``reference/procedures.yaml`` may name.
_CONDITIONS: dict[str, Callable[[Decision], bool]] = {
    "情节严重": lambda record: isinstance(record, PenaltyDecision) and record.gravity == "严重",
    "需要法制审核": lambda record: record.legal_review is not None and record.legal_review.needed,
    "已经归档": lambda record: record.archive is not None,
}


@rule(
    severity=Severity.ERROR, since="0.3", clauses=("二（三）",),
    basis="《行政处罚法》第四十七条；《河津市统计局三项制度实施方案》二（二）",
)
def check(register: Register) -> Iterator[Problem]:
    """The steps that the procedure asks for, one problem a record; what a key of the record says is left to the rule of the keys."""
    for record in decisions(register):
        if (record.is_secret and not record.process) or withdrawal_of(register, record) is not None:
            continue
        recorded = {step.step for step in record.process}
        missing = [
            step
            for row in procedures_of(register, record)
            for step in row.steps
            if step.step not in recorded and _is_needed(step, record) and not _said_by_key(step, record)
        ]
        if missing:
            names = "、".join(step.step for step in missing)
            basis = "；".join(dict.fromkeys(step.basis for step in missing))
            hint = f"对照案卷，在“过程”里补写{names}，写明日期"
            yield Problem(f"“过程”缺少{names}", hint, ("过程",), record.origin.path, basis=basis, at_key=True)


def _is_needed(step: NeededStep, record: Decision) -> bool:
    return step.condition is None or _CONDITIONS[step.condition](record)


def _said_by_key(step: NeededStep, record: Document) -> bool:
    key = STEP_KEYS.get(step.step)
    return key is not None and day_at(record, key) is not None
