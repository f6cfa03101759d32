"""公示期限表填得不对，或者两行冲突

问题：类别不是记录的文件夹；起算写的不是那类记录的日期项；最短大于最长；失效早于施行；同一方案、同一等级、同一类记录在同一天
有两行都适用；或者设置里选的方案，表里没有。

为什么：公示截止期按这张表计算，各条线的规则不同（《信用修复管理办法》；《国家统计局行政处罚信息公示办法》），每行应当写明依据和施行
期间；两行冲突时，截止期就没有依据。公示得过长，损害当事人；过早撤下，公众查不到。

错误示例：

    - {编号: credit-ordinary, 公示线: 信用公示, 方案: cr36, 等级: 一般, …, 最短: 12, 最长: 3}

正确示例：

    - {编号: credit-ordinary, 公示线: 信用公示, 方案: cr36, 等级: 一般, …, 最短: 3, 最长: 12}

怎么改：按提示改正。规定改了的，给旧行写上失效日期，另加新行：以前的决定仍按旧的算。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.finding import Severity
from generator.model.kinds.terms import PublicationTerm, TermTable
from generator.model.register import Register
from generator.model.terms import CREDIT, PORTAL, scheme_of
from generator.rules.policy_rows import overlapping, place, row_problems, undeclared
from generator.rules.registry import Problem, rule

_SETTING = {PORTAL: "DISCLOSURE_PORTAL_TERMS", CREDIT: "DISCLOSURE_CREDIT_TERMS"}


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《信用修复管理办法》；《国家统计局行政处罚信息公示办法》；《河津市统计局三项制度实施方案》二（一）3",
)
def check(register: Register) -> Iterator[Problem]:
    """The tables of terms, row by row, in pairs, and against the settings."""
    tables = [table for table in register.of_kind(TermTable) if isinstance(table, TermTable)]
    for table in tables:
        for problem in (*row_problems(table.rows), *_rows(table.rows)):
            yield replace(problem, path=table.origin.path)
    for agency in dict.fromkeys(table.agency for table in tables):
        yield from _conflicts([table for table in tables if table.agency == agency])
    yield from _schemes([table for table in tables if table.agency is None], register)


def _rows(rows: Sequence[PublicationTerm]) -> Iterator[Problem]:
    for index, row in enumerate(rows):
        for folder in undeclared(row, row.start):
            yield Problem(f"{folder} 的记录没有“{row.start}”这个日期", "照 docs/fields.md 写记录里的键", place(index, "起算"))
        if row.minimum is not None and row.maximum is not None and row.minimum > row.maximum:
            yield Problem(f"最短{row.minimum}个月，最长却是{row.maximum}个月", "核对两个数字", place(index, "最短"))


def _conflicts(tables: Sequence[TermTable]) -> Iterator[Problem]:
    places = [(table.origin.path, index) for table in tables for index, _row in enumerate(table.rows)]
    for one, position, other in overlapping([row for table in tables for row in table.rows]):
        same = (one.track, one.scheme, one.rating) == (other.track, other.scheme, other.rating)
        parties = not (one.parties or other.parties) or not set(one.parties).isdisjoint(other.parties)
        if same and parties:
            path, index = places[position]
            yield Problem(
                f"与 {one.number} 冲突：同一类记录在同一天两行都适用", "给旧行写失效日期、新行写施行日期，或者分开等级、当事人类别",
                place(index, "编号"), path,
            )


def _schemes(tables: Sequence[TermTable], register: Register) -> Iterator[Problem]:
    rows = [row for table in tables for row in table.rows]
    for track, setting in _SETTING.items() if tables else ():
        known = sorted({row.scheme for row in rows if row.track == track})
        chosen = scheme_of(track, register.settings)
        if chosen not in known:
            yield Problem(
                f"设置 {setting} 选的方案是“{chosen}”，表里的{track}没有这套方案",
                f"可选的有：{'、'.join(known)}" if known else f"在表里补上{track}的方案", ("条目",), tables[0].origin.path,
            )
