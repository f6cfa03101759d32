"""应当音像记录的环节没有音像记录

问题：音像记录事项清单列出的环节，在决定或者检查结果的“过程”里没有写“音像: 是”。

为什么：对现场检查、调查取证、送达等环节要按清单全程音像记录（本局实施方案二（二）2（1）；行政处罚法第四十七条：以文字、音像等形式进行全过程
记录）。

错误示例：

    # 音像记录事项清单列有“送达”
    过程:
      - {环节: 送达, 日期: 2020-06-03}

正确示例：

    过程:
      - {环节: 送达, 日期: 2020-06-03, 音像: 是}

怎么改：没有填“音像”的，对照案卷补写“音像: 是”或者“音像: 否”。确实没有记录的，如实写“音像: 否”，不要改成“是”，这一条就只是提醒。
清单按环节当天有效的那一版。清单的一行写明“事项”的，只要求这个事项的案件；写明“适用情形”的，不检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.recording_items import RecordingItem, RecordingList
from generator.model.parts import ProcessStep
from generator.model.record import Document
from generator.model.register import Register
from generator.rules.decisions import Decision, authority_of, withdrawal_of
from generator.rules.lists import lists_in_force
from generator.rules.registry import Problem, rule

_RECORDED = (PenaltyDecision, OtherDecision, InspectionResult)


@rule(severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第四十七条；《河津市统计局三项制度实施方案》二（二）2（1）")
def check(register: Register) -> Iterator[Problem]:
    """Every step that the list in force on its day names."""
    for record in register.documents:
        if isinstance(record, _RECORDED) and withdrawal_of(register, record) is None:
            for index, step in enumerate(record.process):
                if not step.recorded:
                    yield from _held_against(register, record, index, step)


def _held_against(
    register: Register, record: Decision | InspectionResult, index: int, step: ProcessStep
) -> Iterator[Problem]:
    body = record.agency.id if isinstance(record, InspectionResult) else authority_of(record).id
    for edition in lists_in_force(register, RecordingList, body, step.day):
        item = next((row for row in edition.rows if _demands(row, record, step)), None)
        if item is not None:
            where, path = ("过程", index), record.origin.path
            demand = f"音像记录事项清单第 {edition.number} 版（{item.number} {item.name}）要求记录{step.step}"
            if step.recorded is None:
                hint = "对照案卷，在这个环节补写“音像: 是”或者“音像: 否”"
                yield Problem(f"{demand}，而这个环节没有写“音像”", hint, where, path)
            else:
                hint = "核对记录的文件；确实没有记录的，保留“否”，不必改动"
                yield Problem(f"{demand}，而这个环节没有音像记录", hint, (*where, "音像"), path, Severity.WARNING)
            return


def _demands(row: RecordingItem, record: Document, step: ProcessStep) -> bool:
    """An inspection has no 事项 of its own: rows on its steps are meant for it."""
    if row.step != step.step or row.condition is not None:
        return False
    return row.power is None or isinstance(record, InspectionResult) or row.power == getattr(record, "power", None)
