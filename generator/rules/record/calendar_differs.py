"""填写的节假日安排与程序收录的不一致

问题：这一年程序已经收录了国务院的通知，填写的安排有的日子与它不同。计算时以填写的为准。

为什么：两者都来自同一份通知，不一致说明有一处错了；错一天，期限就错一天（《全国年节及纪念日放假办法》；国务院办公厅每年的通知）。

错误示例：

    # content/reference/calendar-2024.yaml：漏了 2024-02-18（星期日）调休上班
    调休上班: [2024-02-04]

正确示例：

    调休上班: [2024-02-04, 2024-02-18, 2024-04-07, 2024-04-28, 2024-05-11, 2024-09-14, 2024-09-29, 2024-10-12]

怎么改：对照通知核对提示的日子。填写的没有错（如本地另有放假），不用改；程序收录以后不再需要的，可以删去这个文件。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.calendars import CalendarYear
from generator.model.policy import overlay_of
from generator.primitives.calendar import Calendar
from generator.rules.lateness import listed
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《全国年节及纪念日放假办法》；国务院办公厅每年的节假日安排通知")
def check(draft: Draft) -> Iterator[Problem]:
    """The entered year held against the library's, day by day."""
    overlay = overlay_of(draft.record) if isinstance(draft.record, CalendarYear) else None
    known = Calendar()
    if overlay is None or not known.covers(overlay.year):
        return
    entered = Calendar({overlay.year: overlay})
    ordinals = range(date(overlay.year, 1, 1).toordinal(), date(overlay.year, 12, 31).toordinal() + 1)
    days = [day for day in map(date.fromordinal, ordinals) if known.is_working_day(day) != entered.is_working_day(day)]
    if days:
        told = listed(f"{day}（填写的是{'上班' if entered.is_working_day(day) else '放假'}）" for day in days)
        yield Problem(f"与程序收录的{overlay.year}年通知不同的日子：{told}", "对照通知核对；填写的没有错，不用改", ("年份",))
