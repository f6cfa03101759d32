"""节假日安排：国务院办公厅每年的放假和调休通知；通知没有填写的年份，不算有安排。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, WebAddress, Whole


class DaysOff(Group):
    """One holiday: first and last day off, both included."""

    name: Text = field("名称", "节日", required=True, example="元旦")
    start: Day = field("起", "放假的第一天", required=True, example="2024-01-01")
    end: Day = field("止", "放假的最后一天", required=True, example="2024-01-01")


class CalendarYear(Policy):
    """One year of the State Council's notice in ``reference/calendar-<year>.yaml``.

    Without 通知文号 the file is an empty frame: the year stays unknown, whatever else is filled in.
    """

    KIND = Kind(
        folder="reference",
        title="节假日安排",
        summary="一年的放假和调休安排，工作日按它计算。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=920,
        stems=r"calendar-[a-z0-9-]+",
    )

    year: Whole = field("年份", "哪一年的安排，与文件名一致", required=True, example="2024")
    notice_name: Text | None = field("通知名称", "国务院办公厅通知的名称", example="国务院办公厅关于2024年部分节假日安排的通知")
    notice: Text | None = field("通知文号", "通知的文号；没有填写的，这一年不算有安排", example="国办发明电〔2023〕7号")
    address: WebAddress | None = field("网址", "通知原文的网址")
    days_off: tuple[DaysOff, ...] = field("放假", "每个节日一行，起止都放假（含周末）", many=True)
    workdays: tuple[Day, ...] = field("调休上班", "调休后要上班的星期六、星期日", many=True, example="2024-02-04")
    note: Text | None = field("说明", "需要说明的情况")
