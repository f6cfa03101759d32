"""流程图：执法和法制审核的步骤与去向，按数据绘成图，另附文字步骤。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Text, choice

ChartSort = choice("流程图种类", "执法流程图", "法制审核流程图")
NodeSort = choice("步骤类型", "开始", "步骤", "判断", "结束")


class FlowStep(Row):
    """One step of the chart."""

    name: Text = field("名称", "步骤名称", required=True, example="立案")
    sort: NodeSort = field("类型", "开始、步骤、判断或结束", required=True, example="步骤")
    duty: Text | None = field("责任", "由谁负责", example="执法股")
    limit: Text | None = field("时限", "时限", example="七个工作日")
    note: Text | None = field("说明", "说明")


class Transition(Group):
    """From one step to another; both are 编号 of steps in the same chart."""

    start: Text = field("从", "从哪一步（编号）", required=True, example="s1")
    end: Text = field("到", "到哪一步（编号）", required=True, example="s2")
    condition: Text | None = field("条件", "什么条件下", example="违法事实成立")


class Flowchart(Edition):
    """One flowchart; one list id is one chart."""

    KIND = Kind(
        folder="flowcharts",
        title="执法流程图",
        summary="执法流程图和重大执法决定法制审核流程图。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=90,
        caption="name",
        clauses=("二（一）1（2）", "二（三）"),
    )

    name: Text = field("名称", "流程图名称", required=True, example="统计行政处罚普通程序流程图",
                       privacy=Privacy.IDENTITY, column=True)
    sort: ChartSort = field("种类", "执法流程图或法制审核流程图", required=True, example="执法流程图", column=True)
    agency: BodyRef = field("机关", "流程图所属的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    rows: tuple[FlowStep, ...] = field("步骤", "每步一行", many=True, required=True)
    transitions: tuple[Transition, ...] = field("转换", "从哪一步到哪一步", many=True, required=True, label="步骤的去向")
