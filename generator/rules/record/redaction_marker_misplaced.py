"""这里不能写【依法隐去】

问题：用【依法隐去】代替了不能隐去的内容：日期、种类、编号、引用等必填的项，或者标识这条记录的项。

为什么：没有文号、日期、种类，这条记录是什么、期限从哪一天起算就都说不清了。应当隐去的是当事人的住所、证件号码、金额等具体内容；
整条都不应当公开的，撤下（《政府信息公开条例》第三十七条：能够区分处理的，区分处理）。

错误示例：

    决定日期: 【依法隐去】

正确示例：

    决定日期: 2020-06-01
    当事人: {名称: 示例钢铁有限公司, 类别: 法人及非法人组织, 地址: 【依法隐去】}

怎么改：恢复原来的内容。整条记录都不应当公开的，用 disclosure withdraw 撤下。
"""

from __future__ import annotations

from generator.finding import Fault, Severity, path_text
from generator.model.draft import Draft
from generator.model.scalars import MARKER
from generator.rules.registry import fault_rule


def _misplaced(fault: Fault, _draft: Draft) -> tuple[str, str]:
    assert isinstance(fault.where, tuple)
    return f"“{path_text(fault.where)}”不能写{MARKER}", "恢复原来的内容；整条记录都不应当公开的，撤下（事由：误发）"


check = fault_rule(
    severity=Severity.ERROR,
    since="0.4",
    basis="《政府信息公开条例》第三十七条：能够作区分处理的，公开可以公开的内容",
    wordings={"marker-misplaced": _misplaced},
)
