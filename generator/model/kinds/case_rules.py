"""办案编号规则：一个机关的案号、平台办案编号写成什么样。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.kinds.penalties import Procedure as CaseProcedure
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.references import BodyRef
from generator.model.scalars import Day, Text, YesNo, choice

NumberedItem = choice("编号项", "案号", "平台办案编号")


class NumberForm(Group):
    """The form of one number, with places for the year and the running number."""

    item: NumberedItem = field("编号项", "决定记录中的哪一项", required=True, example="案号")
    procedure: CaseProcedure | None = field("案件程序", "只适用于这种程序；不分程序的不填", example="普通程序")
    form: Text = field(
        "格式", "照写，年份处写 {年份}，序号处写 {序号}；序号要补足四位的写 {序号:4}", required=True,
        example="示例统案〔{年份}〕{序号}号",
    )
    basis: Text = field("依据", "编号规则的出处", required=True)
    in_force: Day | None = field("施行日期", "从哪一天起适用，按决定日期查找；一直适用的不填")
    until: Day | None = field("失效日期", "适用的最后一天")


class CaseRules(Policy):
    """How one body numbers its cases, in ``reference/case-rules-….yaml``; without a file nothing is demanded of it."""

    KIND = Kind(
        folder="reference",
        title="办案编号规则",
        summary="案号和平台办案编号的格式。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=970,
        stems=r"case-rules-[a-z0-9-]+",
    )

    name: Text = field("名称", "规则的名称", required=True, example="示例县统计局办案编号规则")
    basis: Text = field("依据", "规则的出处", required=True)
    agency: BodyRef = field("机关", "哪个机关的编号", required=True, example="bodies/shili-tjj")
    rows: tuple[NumberForm, ...] = field("条目", "每种编号一行", many=True, required=True)
    sample: YesNo = field("示例", "虚构机关的规则填 是", default=False, privacy=Privacy.IDENTITY, rank=9, example="是")
