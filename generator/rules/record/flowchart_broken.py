"""流程图的步骤和去向对不上

问题：去向里的编号不是图中的步骤；没有开始或者结束；有的步骤走不到，或者走不出去；判断的去向没有写条件。

为什么：流程图向社会公开，公众照图办事。走不通的图比没有图更误事（实施方案二（一）1（2）要求公示《执法流程图》）。

错误示例：

    步骤: [{编号: s1, 名称: 受理, 类型: 开始}, {编号: s2, 名称: 是否立案, 类型: 判断}]
    转换: [{从: s1, 到: s3}]

正确示例：

    步骤: [{编号: s1, 名称: 受理, 类型: 开始}, {编号: s2, 名称: 结案, 类型: 结束}]
    转换: [{从: s1, 到: s2}]

怎么改：按提示补上步骤、去向或者条件；从“开始”能走到每一步，每一步都能走到“结束”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.flowcharts import Flowchart
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR, since="0.2",
    basis="《河津市统计局三项制度实施方案》二（一）1（2）：公示《执法流程图》",
)
def check(draft: Draft) -> Iterator[Problem]:
    """The chart as a graph."""
    chart = draft.record
    if not isinstance(chart, Flowchart):
        return
    index = {step.number: place for place, step in enumerate(chart.rows)}
    edges: list[tuple[str, str]] = []
    for place, arrow in enumerate(chart.transitions):
        for key, number in (("从", arrow.start), ("到", arrow.end)):
            if number not in index:
                yield Problem(f"图中没有编号为 {number} 的步骤", "核对编号，或者补上这一步", ("转换", place, key))
        if arrow.start in index and arrow.end in index:
            edges.append((arrow.start, arrow.end))
            if chart.rows[index[arrow.start]].sort == "判断" and not arrow.condition:
                yield Problem("从判断出发的去向没有写条件", "补写“条件”，如：成立、不成立", ("转换", place))
    yield from _ends(chart)
    starts = [step.number for step in chart.rows if step.sort == "开始"]
    ends = [step.number for step in chart.rows if step.sort == "结束"]
    reached = _closure(starts, edges)
    leading = _closure(ends, [(end, start) for start, end in edges])
    for place, step in enumerate(chart.rows):
        if starts and step.number not in reached:
            yield Problem(f"从开始走不到“{step.name}”", "补上到这一步的去向", ("步骤", place))
        elif ends and step.number not in leading:
            yield Problem(f"“{step.name}”走不到结束", "补上这一步之后的去向", ("步骤", place))


def _ends(chart: Flowchart) -> Iterator[Problem]:
    sorts = [step.sort for step in chart.rows]
    if sorts.count("开始") != 1:
        yield Problem(f"应当有且只有一个类型为“开始”的步骤，现有 {sorts.count('开始')} 个", "核对步骤的“类型”", ("步骤",), at_key=True)
    if "结束" not in sorts:
        yield Problem("没有类型为“结束”的步骤", "补上结束的步骤", ("步骤",), at_key=True)


def _closure(start: Iterable[str], edges: list[tuple[str, str]]) -> set[str]:
    """All that can be reached from ``start`` along ``edges``."""
    reached = set(start)
    grown = True
    while grown:
        fresh = {end for begin, end in edges if begin in reached} - reached
        reached |= fresh
        grown = bool(fresh)
    return reached
