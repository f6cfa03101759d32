"""一次改动的记录太多，没有登记

问题：这次提交更正、隐去、撤下、恢复、改动或者删除的，还有改了公示期限表、代码表因而期满、重新公开或者换了说法的已公开记录，超过了上限，大批改动登记里没有写明。

为什么：一个误操作（批量替换、整个文件夹被删、脚本出错）可能把许多已经公开的决定一起改掉。逐条的说明再齐全，也要有人确认过：确实要一次改动
这么多（《政府信息公开条例》第六条：及时、准确地公开政府信息）。

错误示例：

    # 这次提交写了 35 份撤下，content/reference/bulk-changes.yaml 没有登记

正确示例：

    # content/reference/bulk-changes.yaml
    上限: 20
    条目:
      - {编号: 2026-001, 日期: 2026-09-01, 记录数: 35, 理由: 复议机关一并撤销同一批决定, 批准人: 局长}

怎么改：先核对这次改动的记录是不是都该改。确实都该改的，在 content/reference/bulk-changes.yaml 里加一行，“记录数”写实际的条数；也可以分几次
提交。上限以上一次公开的登记为准，没有这个文件的是 20。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.bulk_changes import BulkChangeList
from generator.model.record import Act
from generator.model.register import Register
from generator.model.transition import Transition
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule

_FILE = "reference/bulk-changes.yaml"
#: Where the base has no such file.
_LIMIT = 20


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY, of_proposal=True)
def check(change: Transition) -> Iterator[Problem]:
    """Proposals that touch more public records than the base's limit, and say so nowhere."""
    touched = len(_touched(change))
    limit = next((found.limit for found in _lists(change.base.register)), _LIMIT)
    if touched <= limit:
        return
    known = {row.number for found in _lists(change.base.register) for row in found.rows}
    new = [row for found in _lists(change.head) for row in found.rows if row.number not in known]
    if any(row.records == touched for row in new):
        return
    told = f"，登记的是 {'、'.join(str(row.records) for row in new)} 条" if new else "，没有登记"
    yield Problem(
        f"这次改动、撤下了 {touched} 条已经公开的记录，上限是 {limit} 条{told}",
        f"核对是不是都该改；确实都该改的，在 {change.head.label}/{_FILE} 里加一行，“记录数”写 {touched}",
        path=_FILE if list(_lists(change.head)) else "",
    )


def _touched(change: Transition) -> set[str]:
    """The public documents and editions that are gone, differ, have new acts, have expired or come back by another table of terms, or use a
    code that means something else now.

    What was only filled in later does not count.
    """
    touched = {str(act.target) for act in change.head.acts if change.is_new(act)}
    touched |= {comparison.base.ref for comparison in change.comparisons if comparison.unaccounted}
    touched |= {record.ref for record, _over in change.lapses} | {record.ref for code in change.recoded for record in code.records}
    found = set()
    for record in change.base.register.records:
        if isinstance(record, Act) or not change.was_public(record):
            continue
        if record.ref in touched or change.head.get(record.ref) is None:
            found.add(record.ref)
    return found


def _lists(register: Register) -> Iterator[BulkChangeList]:
    for found in register.of_kind(BulkChangeList):
        assert isinstance(found, BulkChangeList)
        yield found
