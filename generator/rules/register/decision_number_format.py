"""文号的写法不对

问题：文号里的年份不是决定日期的年份，序号前面有 0 或者“第”，或者机关代字不是本机关处罚决定书的代字。

为什么：文号是决定书的标识，读者凭它查找、引用决定（行政处罚法第五十二条、第五十九条，《党政机关公文格式》GB/T 9704—2012：
年份用六角括号，序号不编虚位、不加“第”字）。写法不统一，就查不到，也分不清是哪个机关的决定。

错误示例：

    文号: 示统罚决字〔2019〕01号
    决定日期: 2020-06-01

正确示例：

    文号: 示统罚决字〔2020〕1号
    决定日期: 2020-06-01

怎么改：对照决定书原件改正文号或者决定日期。原件就写了“第”的，照录即可，这一条只是提醒。机关代字以
content/bodies/ 中决定日期当天有效的那一版的“文号代字”为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.rules.decisions import Decision, body_of, decisions, number_parts
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.3", basis="《党政机关公文格式》（GB/T 9704—2012）关于发文字号的规定")
def check(register: Register) -> Iterator[Problem]:
    """The number of every decision against its day and its body."""
    for record in decisions(register):
        for message, hint, severity in _faults(record, register):
            yield Problem(message, hint, ("文号",), record.origin.path, severity)


def _faults(record: Decision, register: Register) -> Iterator[tuple[str, str, Severity | None]]:
    parts = number_parts(record.number)
    if parts.year != record.decided_on.year:
        yield (
            f"文号的年份是 {parts.year}，而决定日期在 {record.decided_on.year} 年",
            "对照决定书原件，改正文号或者决定日期", None,
        )  # fmt: skip
    if parts.digits.startswith("0"):
        yield "序号不编虚位，前面没有 0，从 1 编起", f"对照决定书原件，写成 {parts.plain}" if parts.number else "对照决定书原件改正", None
    if parts.ordinal:
        yield "序号前面不加“第”字", f"原件没有“第”字的，写成 {parts.plain}；原件就有的，照录", Severity.WARNING
    body = body_of(register, record) if isinstance(record, PenaltyDecision) else None
    if body is not None and body.number_prefix and body.number_prefix != parts.prefix:
        yield (
            f"机关代字是“{parts.prefix}”，而{body.name}的文号代字是“{body.number_prefix}”",
            f"对照决定书原件核对文号和“处罚机关”；机关代字有变动的，为 {body.id} 增加一版", None,
        )  # fmt: skip
