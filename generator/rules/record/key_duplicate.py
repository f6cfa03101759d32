"""同一个键写了两次

问题：一条记录里，或者同一组里，同一个键出现了两次。

为什么：只能有一个值是对的，程序不能替人决定用哪一个（《政府信息公开条例》第六条：公开的信息应当准确）。

错误示例：

    罚款金额: 5000
    处罚内容: 警告，并处罚款5000元
    罚款金额: 50000

正确示例：

    罚款金额: 5000
    处罚内容: 警告，并处罚款5000元

怎么改：核对原件，留下正确的一行，删去另一行。有几个值要写的，写成列表。
"""

from __future__ import annotations

from generator.finding import Fault, Severity
from generator.model.draft import Draft
from generator.rules.basis import ACCURACY
from generator.rules.registry import fault_rule


def _duplicate(fault: Fault, _draft: Draft) -> tuple[str, str]:
    key, first = fault.context["key"], fault.context["first_line"]
    return f"“{key}”写了两次，第一次在第 {first} 行", "核对原件，留下正确的一行，删去另一行"


check = fault_rule(
    severity=Severity.ERROR, since="0.1", basis=ACCURACY, wordings={"yaml-key-duplicate": _duplicate}, at_key=True
)
