"""填的值不在可选的范围里

问题：这一项只能从规定的几个词里选一个，填了别的词。

为什么：同一个意思用同一个词，才能统计、检索和对照；处罚种类等用的是法律上的名称（《行政处罚法》第九条）。

错误示例：

    案件程序: 一般程序

正确示例：

    案件程序: 普通程序

怎么改：从提示列出的词里选一个，一字不差地填写。
"""

from __future__ import annotations

from generator.finding import Fault, Severity, path_text
from generator.model.draft import Draft
from generator.rules.basis import SPECIFICATION
from generator.rules.fields import likely
from generator.rules.registry import fault_rule


def _unknown(fault: Fault, _draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    value, options = fault.context["value"], fault.context["options"]
    meant = likely(value, options)
    question = f"是不是“{meant}”？" if meant else ""
    return f"“{path_text(fault.where)}”不能填“{value}”", f"{question}可以填：{'、'.join(options)}"


check = fault_rule(
    severity=Severity.ERROR, since="0.1", basis=SPECIFICATION, wordings={"choice-unknown": _unknown}
)
