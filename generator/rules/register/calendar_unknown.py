"""期限算到还没有节假日安排的年份

问题：有的期限要算到的年份，国务院的节假日通知还没有收录，也没有在 reference/ 里填写，最后一天算不出来。

为什么：工作日和休假日以国务院办公厅每年的通知为准（《全国年节及纪念日放假办法》）；通知没有公布以前，任何推算都可能错。算不出来的
期限，页面显示“期限待国务院节假日通知”，也不判断是否逾期。

错误示例：

    # content/reference/calendar-2027.yaml：没有通知文号，不算有安排
    年份: 2027

正确示例：

    年份: 2027
    通知名称: 国务院办公厅关于2027年部分节假日安排的通知
    通知文号: 国办发明电〔…〕…号
    放假: [{名称: 元旦, 起: 2027-01-01, 止: 2027-01-03}, …]
    调休上班: [2027-02-06, …]

怎么改：通知公布以后，照通知填写 reference/calendar-年份.yaml。通知公布以前不用做什么。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.finding import Severity
from generator.model.day_paths import day_at
from generator.model.deadlines import Timeliness
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.policy import PolicyData
from generator.model.record import Record
from generator.model.register import Register
from generator.model.timeliness import deadlines_of, withdrawal_timeliness
from generator.primitives.calendar import Calendar
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《全国年节及纪念日放假办法》；国务院办公厅每年的节假日安排通知")
def check(register: Register) -> Iterator[Problem]:
    """For each year without a notice the records whose deadlines run into it."""
    waiting: dict[int, dict[str, list[str]]] = defaultdict(dict)
    near, starts = _near_unknown(register.policy), cache(partial(_starts, register.policy))
    for record in register.records:
        days = (day_at(record, path) for path in starts(record.origin.folder))
        for item in _all(record, register.policy, any(day is not None and near(day.year) for day in days)):
            if item.due.is_waiting and item.start is not None:
                year = _unknown_year(item.start.year, register.policy.calendar)
                waiting[year].setdefault(record.ref, []).append(item.due.name)
    for year, found in sorted(waiting.items()):
        told = listed(f"{ref}（{'、'.join(names)}）" for ref, names in sorted(found.items()))
        yield Problem(
            f"{year}年的节假日安排还没有，{len(found)}条记录有期限算不出来：{told}",
            f"国务院办公厅的通知公布以后，填写 reference/calendar-{year}.yaml", path=f"reference/calendar-{year}.yaml",
        )


def _starts(policy: PolicyData, folder: str) -> tuple[str, ...]:
    """The days that deadlines of a folder's records are counted from, each once."""
    return tuple(dict.fromkeys(row.start for row in policy.deadlines_of(folder) if row.start is not None))


def _all(record: Record, policy: PolicyData, may_wait: bool) -> Iterator[Timeliness]:
    if may_wait:
        yield from deadlines_of(record, policy)
    if isinstance(record, Withdrawal):
        yield from withdrawal_timeliness(record, policy)


def _near_unknown(policy: PolicyData) -> Callable[[int], bool]:
    """Tells of a year whether any deadline that begins in it can run into an unknown one: nearly all records are spared."""
    spans = {"工作日": 200, "日": 365, "月": 12, None: 1}
    lengths = (((row.limit or 0) + (row.extension or 0)) // spans[row.unit] for row in policy.deadlines)
    years = 1 + max(lengths, default=0)

    @cache
    def near(year: int) -> bool:
        return any(not policy.calendar.covers(later) for later in range(year, year + years + 1))

    return near


def _unknown_year(year: int, calendar: Calendar) -> int:
    while calendar.covers(year):
        year += 1
    return year
