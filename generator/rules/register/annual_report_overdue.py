"""年度报告迟了，或者到期还没有

问题：年度报告的公开日期晚于次年1月31日；或者这一天已经过去，某一年的报告还没有。

为什么：每年1月31日前公开上一年行政执法总体情况分析报告及有关数据（《河津市统计局三项制度实施方案》二（一）3（4））。从执法主体在本
栏目首次公布的那一年起，每年都应当有一份。

错误示例：

    年度: 2020
    公开日期: 2021-02-05

正确示例：

    年度: 2020
    公开日期: 2021-01-29

怎么改：还没有的，写出报告（可以用 disclosure report 填写数据）后公开；迟了的照实填写，补写“迟延说明”。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.register import Register
from generator.model.timeliness import annual_due, timeliness
from generator.rules.duties import Duty, duties
from generator.rules.lateness import missed, years
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.3", basis="《河津市统计局三项制度实施方案》二（一）3（4）", timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Reports that came late, and years of which the report is missing although its day has passed."""
    reports = [record for record in register.of_kind(AnnualReport) if isinstance(record, AnnualReport)]
    for report in reports:
        item = timeliness(report, register)
        if item is not None and item.is_late:
            yield Problem(
                f"年度报告迟了：{missed(item, '', '公开')}", "核对日期；确实迟了的照实填写，补写“迟延说明”",
                ("公开日期",), report.origin.path, basis=item.due.basis,
            )
    there = {(report.agency.id, report.year) for report in reports}
    for duty in duties(register):
        yield from _missing(duty, there, register, as_of)


def _missing(duty: Duty, there: set[tuple[str, int]], register: Register, as_of: date) -> Iterator[Problem]:
    dues = {year: annual_due(register.policy, year) for year in range(duty.since.year, as_of.year)}
    gone = {year: due for year, due in dues.items() if due is not None and due.day is not None and due.day < as_of}
    missing = [year for year in gone if (duty.body.id, year) not in there]
    if missing:
        due = gone[missing[-1]]
        yield Problem(
            f"{duty.body.name}没有{years(missing)}的年度报告，{missing[-1]}年的应当在{due.day}以前公开",
            "写出报告后公开；已在别处公开过的，也收进本栏目", path=duty.body.origin.path, basis=due.basis,
        )
