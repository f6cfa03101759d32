"""更正关键内容，没有与原件核对

问题：更正了文号、当事人、违法事实、处罚种类、罚款金额、处罚依据或者决定日期，却没有写“与原件核对: 是”。

为什么：更正是公示的内容与决定书不一致时，改成一致；决定本身变了的，应当撤下并公开说明理由（《行政处罚法》第四十八条）。这几项
决定了处罚的是谁、为什么、罚什么，改动前要有人拿着送达的决定书原件核对过。

错误示例：

    更正事项: [{字段: 罚款金额, 原: 50000, 现: 5000}]

正确示例：

    更正事项: [{字段: 罚款金额, 原: 50000, 现: 5000}]
    与原件核对: 是

怎么改：与送达的决定书原件核对，一致的，补写“与原件核对: 是”。决定本身变更了的，恢复记录，另写撤下，“替代”写新的决定。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.paths import parse_path
from generator.model.record import Document
from generator.model.register import Register
from generator.rules.acts import corrections
from generator.rules.registry import Problem, rule

#: The keys that define a decision (DESIGN §3); what lies below them counts too.
_DEFINING = ("文号", "当事人", "违法事实", "处罚种类", "罚款金额", "处罚依据", "决定依据", "执法结论", "检查对象", "决定日期")


@rule(severity=Severity.ERROR, since="0.4", basis="《行政处罚法》第四十八条第二款；《政府信息公开条例》第六条")
def check(register: Register) -> Iterator[Problem]:
    """Corrections of what defines a decision, without a word that somebody held it against the original."""
    for correction, record in corrections(register):
        if correction.matches_original or not isinstance(record, Document) or getattr(record, "decided_on", None) is None:
            continue
        for index, change in enumerate(correction.changes):
            if change.path is not None and parse_path(change.path)[0] in _DEFINING:
                yield Problem(
                    f"更正了“{change.path}”，没有写与原件核对",
                    "与送达的决定书原件核对，一致的，补写“与原件核对: 是”；决定本身变了的，用撤下",
                    ("更正事项", index, "字段"),
                    correction.origin.path,
                )
                break
