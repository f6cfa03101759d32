"""期限表填得不对，或者两行冲突

问题：类别不是记录的文件夹；起算、完成写的不是那类记录的日期项；期限和单位没有成对填写；固定日期不存在；失效早于施行；同一
事项、同一类记录在同一天有两行都适用，又没有写哪行代替哪行。

为什么：公开、撤下、送达、办案的期限都按这两张表计算，每行应当写明依据和施行期间；两行冲突时，算出来的期限就没有依据
（《行政处罚法》第四十八条、第六十条、第六十一条；《政府信息公开条例》第二十六条）。

错误示例：

    - {编号: publication-penalty, 事项: 公开, 类别: [penalties], 起算: 决定日期, 完成: 公开日期, 期限: 7, 单位: 工作日, …}
    - {编号: publication-new, 事项: 公开, 类别: [penalties], 起算: 决定日期, 完成: 公开日期, 期限: 5, 单位: 工作日, …}

正确示例：

    - {编号: publication-penalty, 事项: 公开, …, 失效日期: 2026-12-31}
    - {编号: publication-new, 事项: 公开, …, 施行日期: 2027-01-01}

怎么改：按提示改正。规定改了的，给旧行写上失效日期，另加新行，不要改旧行：以前的记录仍按旧的算。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.deadlines import (
    Deadline,
    DeadlineTable,
    WithdrawalDeadline,
    WithdrawalDeadlineTable,
)
from generator.rules.policy_rows import overlapping, place, row_problems, undeclared
from generator.rules.registry import Problem, rule

#: Longer than any deadline; a slip in a number must not pass.
_MOST = 3650
_LEAP_YEAR = 2024


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《行政处罚法》第四十八条、第六十条、第六十一条；《政府信息公开条例》第二十六条",
)
def check(draft: Draft) -> Iterator[Problem]:
    """The two tables of deadlines, row by row and in pairs."""
    table = draft.record
    if isinstance(table, DeadlineTable):
        yield from row_problems(table.rows)
        for index, row in enumerate(table.rows):
            yield from _row(index, row, {other.number for other in table.rows})
        yield from _conflicts(table.rows)
    elif isinstance(table, WithdrawalDeadlineTable):
        yield from row_problems(table.rows)
        for index, demand in enumerate(table.rows):
            yield from _number(index, demand, "天数")
        yield from _withdrawal_conflicts(table.rows)


def _row(index: int, row: Deadline, numbers: set[str]) -> Iterator[Problem]:
    yield from _number(index, row, "期限")
    for key, path in (("起算", row.start), ("完成", row.finish)):
        for folder in undeclared(row, path) if path is not None else ():
            yield Problem(f"{folder} 的记录没有“{path}”这个日期", "照 docs/fields.md 写记录里的键", place(index, key))
    if row.extension is not None and row.limit is None:
        yield Problem("写了“可延长”，没有写“期限”", "补写“期限”和“单位”", place(index, "可延长"))
    if row.fixed is not None and row.limit is not None:
        yield Problem("“期限”和“固定日”只能写一个", "删去一个", place(index, "固定日"))
    if row.fixed is not None and not _exists(row.fixed.month, row.fixed.day):
        yield Problem(f"没有{row.fixed.month}月{row.fixed.day}日", "核对月、日", place(index, "固定日"))
    for other in row.instead_of:
        if other not in numbers - {row.number}:
            yield Problem(f"“代替”的 {other} 不是别的行的编号", "核对编号", place(index, "代替"))


def _number(index: int, row: Deadline | WithdrawalDeadline, key: str) -> Iterator[Problem]:
    if (row.limit is None) != (row.unit is None):
        yield Problem(f"“{key}”和“单位”要么都写，要么都不写", "补写缺的一项；没有规定天数的，两项都不写", place(index, "编号"))
    elif row.limit is not None and row.limit > _MOST:
        yield Problem(f"{row.limit}{row.unit}，不像期限", "核对数字", place(index, key))


def _exists(month: int, day: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _conflicts(rows: Sequence[Deadline]) -> Iterator[Problem]:
    for one, index, other in overlapping(rows):
        replaced = other.number in one.instead_of or one.number in other.instead_of
        if one.matter == other.matter and not replaced:
            yield _conflict(one.number, index, f"事项“{other.matter}”", "，或者写明“代替”")


def _withdrawal_conflicts(rows: Sequence[WithdrawalDeadline]) -> Iterator[Problem]:
    for one, index, other in overlapping(rows):
        if one.demand == other.demand and not set(one.grounds).isdisjoint(other.grounds):
            yield _conflict(one.number, index, f"同一事由的{other.demand}")


def _conflict(one: str, index: int, what: str, other_way: str = "") -> Problem:
    return Problem(
        f"{what}与 {one} 冲突：同一类记录在同一天两行都适用", f"给旧行写失效日期、新行写施行日期{other_way}",
        place(index, "编号"),
    )
