"""节假日安排填得不对

问题：年份与文件名不一致；只填了一半（有放假没有通知文号，或者有文号没有放假）；假期的止在起以前、长得不像假期，或者不在这一年；
调休上班的日子不是星期六、星期日，或者落在假期里。

为什么：工作日按它计算，错一天，公开、送达、撤下的期限就都错一天（《全国年节及纪念日放假办法》；国务院办公厅每年的通知）。没有通知
文号的不算有安排，免得把推测当成通知。

错误示例：

    # content/reference/calendar-2024.yaml
    年份: 2024
    放假: [{名称: 春节, 起: 2024-02-10, 止: 2024-02-17}]      # 没有通知文号
    调休上班: [2024-02-05]                                   # 星期一

正确示例：

    年份: 2024
    通知文号: 国办发明电〔2023〕7号
    放假: [{名称: 春节, 起: 2024-02-10, 止: 2024-02-17}]
    调休上班: [2024-02-04, 2024-02-18]

怎么改：对照国务院办公厅的通知逐项核对。通知可以涉及上一年12月的日子，照写。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import KeyPath, Severity
from generator.model.draft import Draft
from generator.model.kinds.calendars import CalendarYear
from generator.rules.registry import Problem, rule

#: 春节 2020, prolonged, took 10 days; whatever is much longer is a slip.
_LONGEST = 31
_SATURDAY = 5


@rule(severity=Severity.ERROR, since="0.3", basis="《全国年节及纪念日放假办法》；国务院办公厅每年的节假日安排通知")
def check(draft: Draft) -> Iterator[Problem]:
    """One year as the bureau entered it."""
    year = draft.record
    if not isinstance(year, CalendarYear):
        return
    if year.origin.stem != f"calendar-{year.year}":
        yield Problem(f"年份是 {year.year}，文件名却是 {year.origin.stem}.yaml", "核对年份；一年一个文件", ("年份",))
    if (year.notice is None) != (not year.days_off):
        given, missing = ("放假", "通知文号") if year.notice is None else ("通知文号", "放假")
        yield Problem(f"填了“{given}”，没有填“{missing}”，这一年不算有安排", "照国务院办公厅的通知填全", (given,))
    yield from _days_off(year)
    yield from _workdays(year)


def _days_off(year: CalendarYear) -> Iterator[Problem]:
    for index, item in enumerate(year.days_off):
        where: KeyPath = ("放假", index)
        if item.end < item.start:
            yield Problem(f"{item.name}的止在起以前", "核对起止", (*where, "止"))
        elif (item.end - item.start).days >= _LONGEST:
            yield Problem(f"{item.name}有{(item.end - item.start).days + 1}天，不像假期", "核对起止的年月", (*where, "止"))
        elif not (_belongs(item.start, year.year) and item.end.year == year.year):
            yield Problem(f"{item.name}不在{year.year}年", "核对起止的年份", (*where, "起"))


def _workdays(year: CalendarYear) -> Iterator[Problem]:
    for index, day in enumerate(year.workdays):
        where: KeyPath = ("调休上班", index)
        if not _belongs(day, year.year):
            yield Problem(f"{day}不在{year.year}年", "核对年份", where)
        elif day.weekday() < _SATURDAY:
            yield Problem(f"{day}不是星期六、星期日，本来就上班", "核对日期", where)
        elif any(item.start <= day <= item.end for item in year.days_off):
            yield Problem(f"{day}在假期里，又要上班", "核对日期", where)


def _belongs(day: date, year: int) -> bool:
    """In the year, or in the December before it."""
    return day.year == year or (day.year, day.month) == (year - 1, 12)
