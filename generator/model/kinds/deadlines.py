"""期限表：什么事从哪一天起、在多少天内办完，依据哪一条，从哪天起施行；没有规定天数的也写明。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.kinds.withdrawals import Ground
from generator.model.parts import Citation
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Text, Whole, choice

Matter = choice(
    "期限事项", "公开", "更正", "清单调整", "首次公布", "年度报告", "季度报送", "办案", "送达", "缴纳罚款", "听证要求", "听证间隔",
    "归档", "行政复议", "行政诉讼",
)
DayUnit = choice("期限单位", "工作日", "日", "月")
DemandSort = choice("要求", "目标", "期限")


class YearDay(Group):
    """A day of every year."""

    month: Whole = field("月", "几月", required=True, example="1")
    day: Whole = field("日", "几日", required=True, example="31")


class Deadline(Group):
    """One deadline: what has to be done, counted from which key of which kinds, within how long, by what authority."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="publication-penalty")
    matter: Matter = field("事项", "什么事", required=True, example="公开")
    name: Text = field("名称", "页面上怎样称呼这个期限", required=True, example="公开期限")
    kinds: tuple[Text, ...] = field("类别", "适用于哪些文件夹的记录", many=True, example="penalties")
    start: Text | None = field(
        "起算", "从记录的哪一项起算（当日不算），过程中的环节写成 过程.立案；固定日期的不填", example="决定日期"
    )
    finish: Text | None = field("完成", "记录的哪一项说明已经办完；由当事人办的不填", example="公开日期")
    limit: Whole | None = field("期限", "多少；没有规定的不填，页面显示“期限未标注”", example="7")
    unit: DayUnit | None = field("单位", "工作日、日（自然日）或者月", example="工作日")
    extension: Whole | None = field("可延长", "经批准最多可以延长多少（同一单位）", example="3")
    fixed: YearDay | None = field("固定日", "每年的固定日期")
    year: Whole | None = field("年份", "固定日期只有一次的，哪一年", example="2020")
    instead_of: tuple[Text, ...] = field("代替", "同时施行时，本行代替哪些行（另有规定的从其规定）", many=True)
    basis: Text = field("依据", "出处：法律条款或文件", required=True)
    provisions: tuple[Citation, ...] = field("条款", "出处中已登记的法律条款", many=True)
    in_force: Day | None = field("施行日期", "从哪一天起适用，按起算日查找；不知道的不填")
    until: Day | None = field("失效日期", "适用的最后一天")
    note: Text | None = field("说明", "怎样计算、还有什么没有查到")


class DeadlineTable(Policy):
    """All deadlines but those of withdrawals, in ``reference/deadlines.yaml``."""

    KIND = Kind(
        folder="reference",
        title="期限表",
        summary="公开、送达、办案、救济等期限。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=930,
        stems="deadlines",
    )

    name: Text = field("名称", "表的名称", required=True, example="期限表")
    basis: Text = field("依据", "表的出处", required=True)
    rows: tuple[Deadline, ...] = field("条目", "每个期限一行", many=True, required=True)


class WithdrawalDeadline(Group):
    """How soon a publication is withdrawn, by kind of record and ground; without 天数: no number is laid down."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="law-48")
    kinds: tuple[Text, ...] = field("类别", "撤下对象属于哪些文件夹；不填为全部", many=True, example="penalties")
    grounds: tuple[Ground, ...] = field("事由", "适用于哪些撤下事由", many=True, required=True, example="撤销")
    demand: DemandSort = field("要求", "目标：本机关方案的要求；期限：法律的规定", required=True, example="期限")
    limit: Whole | None = field("天数", "自事由日期起多少天内撤下，0 为当日；没有规定的不填", example="3")
    unit: DayUnit | None = field("单位", "工作日、日（自然日）或者月", example="工作日")
    basis: Text = field("依据", "出处：法律条款或文件", required=True)
    provisions: tuple[Citation, ...] = field("条款", "出处中已登记的法律条款", many=True)
    in_force: Day | None = field("施行日期", "从哪一天起适用，按事由日期查找；不知道的不填")
    until: Day | None = field("失效日期", "适用的最后一天")
    note: Text | None = field("说明", "怎样理解、还有什么没有查到")


class WithdrawalDeadlineTable(Policy):
    """The deadlines of withdrawals, in ``reference/withdrawal-deadlines.yaml``."""

    KIND = Kind(
        folder="reference",
        title="撤下期限表",
        summary="按记录类别和撤下事由的撤下期限。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=931,
        stems="withdrawal-deadlines",
    )

    name: Text = field("名称", "表的名称", required=True, example="撤下期限表")
    basis: Text = field("依据", "表的出处", required=True)
    rows: tuple[WithdrawalDeadline, ...] = field("条目", "每项要求一行", many=True, required=True)
