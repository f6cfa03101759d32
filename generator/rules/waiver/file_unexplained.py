"""文件读不成记录，又没有说明原因

问题：有一个文件没有读成记录，可是没有一条规则说出它错在哪里。

为什么：读不成的文件不会出现在网站上。不说明原因就放过去，应当公开的内容会无声无息地漏掉（《政府信息公开条例》第六条：及时、准确地
公开政府信息）。

错误示例：penalties/2020/2020-001.md 没有读成记录，检查结果里没有提到它。

正确示例：每个读不成的文件，检查结果里至少有一个错误说明它错在哪里。

怎么改：这是程序的问题，不是记录的问题。请把这一行连同这个文件交给维护人员；修好以前不能生成网站，原来的网站没有改动。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule
from generator.rules.waivers import Settlement


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(settlement: Settlement) -> Iterator[Problem]:
    """Files that could not be bound and of which no finding says why."""
    for path in settlement.unexplained:
        yield Problem(
            "这个文件没有读成记录，也没有哪条规则说明原因",
            "这是程序的问题，不是记录的问题：请把本行连同这个文件交给维护人员",
            path=path,
        )
