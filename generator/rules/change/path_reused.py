"""编号给了另一条记录

问题：已经公开过的编号（也包括已经撤下、公示期满的），这次换成了另一条记录的内容。

为什么：编号和网址公开以后永远指同一条记录。换成另一条，撤下的说明、更正的说明、别处的引用就都指错了人（《政府信息公开条例》第六条）。

错误示例：

    # content/penalties/2020/2020-003.md 原来是已经撤下的 示市统罚决字〔2020〕3号，现在改写成
    文号: 示市统罚决字〔2021〕8号

正确示例：

    # 另写 content/penalties/2021/2021-008.md

怎么改：恢复原来的文件，另一条记录用新的文件名。同一文号的另一份记录，文件名加 -r2，如 2020-003-r2。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.record import Document
from generator.model.transition import Transition
from generator.rules.altered import overwritten
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(change: Transition) -> Iterator[Problem]:
    """Public documents whose id now stands for something else."""
    for comparison in change.comparisons:
        if isinstance(comparison.head, Document) and overwritten(comparison):
            yield Problem(
                f"编号 {comparison.head.ref} 已经公开过，现在换成了另一条记录",
                f"恢复原来的文件；另一条记录用新的文件名，同一文号的加 -r2，如 {comparison.head.origin.stem}-r2",
                None,
                comparison.head.origin.path,
            )
