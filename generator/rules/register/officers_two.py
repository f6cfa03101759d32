"""执法人员少于两人

问题：检查、调查取证、送达等环节的执法人员不足两人；同一个人的两个证号只算一人。

为什么：行政处罚应当由具有执法资格的执法人员实施，执法人员不得少于两人（《行政处罚法》第四十二条）；统计监督检查人员不得少于两人
（《统计法》第三十八条第二款，2009 年为第三十五条第二款）。人数见 content/reference/thresholds.yaml，环节见 content/reference/scopes.yaml。

错误示例：

    执法人员: [SL-TJ-0001]

正确示例：

    执法人员: [SL-TJ-0001, SL-TJ-0002]
    过程:
      - {环节: 送达, 日期: 2020-06-03, 执法人员: [SL-TJ-0002, SL-TJ-0003]}      # 与本案的不同时才写

怎么改：照案卷补写其他执法人员的统计执法证号；某一环节换了人的，写在那个环节的“执法人员”里。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.rules.people import Deed, Enforced, body_of, enforced, holder
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《行政处罚法》第四十二条；《统计法》（2024）第三十八条第二款，（2009）第三十五条第二款",
    clauses=("二（一）2（2）",),
)
def check(register: Register) -> Iterator[Problem]:
    """The officers of each step; those of the whole record are counted once."""
    for record, deeds in enforced(register):
        if not record.officers and getattr(record, "is_secret", False):
            continue
        counted: set[KeyPath] = set()
        for deed in deeds:
            row = register.policy.threshold("officers-per-step", deed.day)
            if deed.where in counted or row is None or row.value is None:
                continue
            counted.add(deed.where)
            persons = _persons(register, record, deed)
            if persons < row.value:
                yield Problem(
                    f"{deed.step}环节的执法人员只有 {persons} 人，至少要 {row.value:f} 人",
                    "照案卷补写其他执法人员的统计执法证号；某一环节换了人的，写在那个环节的“执法人员”里",
                    deed.where, record.origin.path,
                )


def _persons(register: Register, record: Enforced, deed: Deed) -> int:
    """How many people the certificates belong to; each number that a redaction took out is somebody else's."""
    body = body_of(record)
    shown = [number for number in deed.officers if number.number != MARKER]
    rows = [(number, holder(register, body, number.number, deed.day)) for number in shown]
    return len({row.number if row is not None else number.number for number, row in rows}) + len(deed.officers) - len(shown)
