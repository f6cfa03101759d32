"""公开日期与台账不同

问题：填写的公开日期与公示台账登记的首次公开日不是同一天。

为什么：公开是否按期，以社会公众真正能够看到的日期为准。台账登记每条记录首次出现在网站上的日期，任何人都可以核对；填写的日期
早于它的，那一天公众还看不到。期限按两者中较晚的一天计算，页面上两个日期并列。台账开始以前已经公开的记录不比较。

错误示例：

    公开日期: 2026-08-03      # 台账：2026-08-10 首次公开

正确示例：

    公开日期: 2026-08-10

怎么改：公开日期写错了的，改正并写更正说明；网站发布晚了的，不用改，迟了的补写“迟延说明”。以后提交公开时，公开日期写预计发布的
那一天。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.register import Register
from generator.model.standing import is_public
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.WARNING, since="0.4", basis="《河津市统计局三项制度实施方案》二（一）3（1）", timed=True)
def check(register: Register, as_of: date) -> Iterator[Problem]:
    """Public documents whose typed day is not the one on which the ledger saw them first."""
    ledger = register.ledger
    for record in register.documents if ledger is not None else ():
        first = ledger.first_day(record.ref, record.published_on) if ledger is not None and is_public(record, as_of) else None
        if first is not None and first != record.published_on:
            yield Problem(
                f"填写的公开日期是{record.published_on}，台账登记的首次公开日是{first}",
                "日期写错的，改正并写更正说明；发布晚了的，不用改，期限按较晚的一天计算",
                (key_of(record, "published_on"),), record.origin.path,
            )
