"""执法程序表：每种程序应当有哪些环节、谁先谁后，什么处罚要告知听证，是否复议前置，依据哪一条，从哪天起施行。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.kinds.penalties import PenaltySort
from generator.model.kinds.penalties import Procedure as CaseProcedure
from generator.model.parts import Step
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, YesNo, choice

#: When a step is needed; without one it is needed for every decision.
StepCondition = choice("环节条件", "情节严重", "需要法制审核", "已经归档")


class NeededStep(Group):
    """A step that must be recorded once the decision has been made."""

    step: Step = field("环节", "应当有的环节", required=True, example="告知")
    condition: StepCondition | None = field("条件", "只在这种情况下需要；每件都需要的不填", example="需要法制审核")
    basis: Text = field("依据", "出处：法律条款或文件", required=True)


class StepOrder(Group):
    """Two days of a record of which one may not be before the other; they may be the same."""

    first: Text = field("先", "在先的日期，过程中的环节写成 过程.告知", required=True, example="过程.告知")
    then: Text = field("后", "在后的日期", required=True, example="决定日期")
    basis: Text = field("依据", "出处：法律条款或文件", required=True)


class HearingSorts(Group):
    """The kinds of penalty that call for a hearing whatever their amount."""

    sorts: tuple[PenaltySort, ...] = field("处罚种类", "拟给予这些处罚的", many=True, required=True, example="吊销许可证件")
    basis: Text = field("依据", "出处：法律条款或文件", required=True)


class PriorReconsideration(Group):
    """Reconsideration has to come before litigation."""

    demanded: YesNo = field("需要", "不服决定的，是否应当先申请行政复议", required=True, example="是")
    basis: Text = field("依据", "出处：法律条款或文件", required=True)


class ProcedureRow(Group):
    """What one procedure asks of the records of one kind. Several rows may apply to one record."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="penalty-general")
    kind: Text = field("类别", "适用于哪个文件夹的记录", required=True, example="penalties")
    procedure: CaseProcedure | None = field("案件程序", "只适用于这种程序；不分程序的不填", example="普通程序")
    steps: tuple[NeededStep, ...] = field("应有环节", "公开时“过程”里应当有的环节", many=True)
    orders: tuple[StepOrder, ...] = field("先后", "日期的先后", many=True)
    hearing: HearingSorts | None = field("听证", "不论数额都应当告知听证权利的处罚；较大数额罚款写在 reference/thresholds.yaml")
    prior: PriorReconsideration | None = field("复议前置", "提起行政诉讼以前是否应当先申请行政复议")
    in_force: Day | None = field("施行日期", "从哪一天起适用，按决定日期查找；一直适用的不填")
    until: Day | None = field("失效日期", "适用的最后一天")


class ProcedureTable(Policy):
    """All procedures, in ``reference/procedures.yaml``."""

    KIND = Kind(
        folder="reference",
        title="执法程序表",
        summary="各种程序应有的环节和先后。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=960,
        stems="procedures",
    )

    name: Text = field("名称", "表的名称", required=True, example="执法程序表")
    basis: Text = field("依据", "表的出处", required=True)
    rows: tuple[ProcedureRow, ...] = field("条目", "每种程序一行", many=True, required=True)
