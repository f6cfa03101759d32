"""公示期限表改了，有的记录随之期满或者重新公开

问题：这次修改了公示期限表（reference/terms*.yaml），列出的已公开记录因此提前期满、撤去内容，或者期满以后又重新公开。这是警告，不是错误。

为什么：期满的记录只留文号、期限和依据，不需要另写撤下说明；改一行期限表，就可能让许多决定一起撤去内容，或者把已经删除的个人信息又公开出来
（个人信息保护法第四十七条；《政府信息公开条例》第六条：及时、准确地公开政府信息）。提交以前应当看一遍。

错误示例：

    # 只为一份决定改了“最长”，没有看到同一行管着全部决定
    - {编号: portal, 公示线: 门户公示, 类别: [penalties], 起算: 公开日期, 最长: 12, 依据: …}

正确示例：

    # 新的规定只管以后的决定：另加一行，写明施行日期；原来的一行写明失效日期
    - {编号: portal-2026, 公示线: 门户公示, 类别: [penalties], 起算: 公开日期, 最长: 12, 依据: …, 施行日期: 2026-09-01}

怎么改：照列出的记录看一遍，核对没有误填；只管以后的，写“施行日期”。不用改记录。条数超过上限的，还要登记（bulk-change-unacknowledged）。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.terms import TermTable
from generator.model.register import Register
from generator.model.transition import Transition
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.4", basis="《个人信息保护法》第四十七条；《政府信息公开条例》第六条")
def check(change: Transition) -> Iterator[Problem]:
    """The public documents that expire on this day, or no longer do, because of the table of terms alone."""
    words = {True: "随之期满、撤去内容", False: "已经期满，随之重新公开"}
    for is_over, told in words.items():
        found = [record.ref for record, over in change.lapses if over is is_over]
        if found:
            yield Problem(
                f"公示期限表改了，{len(found)}条已经公开的记录{told}：{listed(found)}", "照列出的记录看一遍；只管以后的，写“施行日期”",
                path=_path(change),
            )


def _path(change: Transition) -> str:
    """The first table that differs; one that is gone is named as it was."""
    base, head = _tables(change.base.register), _tables(change.head)
    return next((path for path in {**head, **base} if head.get(path) != base.get(path)), "")


def _tables(register: Register) -> dict[str, tuple[object, ...]]:
    return {table.origin.path: (table.agency, table.rows) for table in register.of_kind(TermTable)}  # type: ignore[attr-defined]
