"""办案超过期限

问题：从立案到作出决定超过了办案期限，又没有写经批准的延期；或者延期超过了最长的期限。

为什么：应当自立案之日起九十日内作出行政处罚决定，法律、法规、规章另有规定的从其规定（《行政处罚法》第六十条）；统计违法案件按规章
三个月，经批准可以延长，最多再延三个月。

错误示例：

    过程: [{环节: 立案, 日期: 2020-03-02}]
    决定日期: 2020-06-03

正确示例：

    过程: [{环节: 立案, 日期: 2020-03-02}]
    延期: {批准日期: 2020-05-28, 延长至: 2020-07-01, 理由: 需要补充证据, 批准人: 局长}
    决定日期: 2020-06-03

怎么改：核对日期；经批准延期的，补写“延期”。确实超期的照实填写。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Document
from generator.model.register import Register
from generator.model.timeliness import deadlines_of
from generator.rules.lateness import missed
from generator.rules.registry import Problem, rule

_EXTENDED = "经批准延期的，补写“延期”：批准日期、延长至、理由、批准人"


@rule(severity=Severity.WARNING, since="0.3", basis="《行政处罚法》第六十条；统计执法监督检查的部门规章")
def check(register: Register) -> Iterator[Problem]:
    """Cases that took longer than the table allows, with the extension that the record tells."""
    for record in register.documents:
        yield from _case(record, register)


def _case(record: Document, register: Register) -> Iterator[Problem]:
    extension = getattr(record, "extension", None)
    for item in deadlines_of(record, register.policy, "办案"):
        due, path = item.due, record.origin.path
        if extension is not None and due.day is not None and extension.until > due.day:
            yield Problem(
                f"延期到{extension.until}，超过了最长的办案期限（{due.day}）", "核对延期的批准文书",
                ("延期", "延长至"), path, basis=due.basis,
            )
        if item.is_late:
            hint = "核对日期；确实超期的照实填写" if extension is not None else f"核对日期；{_EXTENDED}"
            word = "延长后的期限" if extension is not None else "期限"
            yield Problem(f"办案超过{word}：{missed(item, '立案', '作出决定')}", hint, ("决定日期",), path, basis=due.basis)
