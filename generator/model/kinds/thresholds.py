"""界限表：多大的罚款算较大、至少几名执法人员、提前几天提醒等数字，写明依据和施行期间。"""

from __future__ import annotations

from generator.model.declaration import Group, field
from generator.model.parts import Citation, PartySort
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.scalars import Day, Money, Number, Text


class PartyAmount(Group):
    """An amount of money by kind of party."""

    subject: PartySort = field("当事人类别", "当事人类别", required=True, example="法人及非法人组织")
    amount: Money = field("金额", "金额（元），达到即算", required=True, example="50000")


class Threshold(Group):
    """One number that rules or pages work with; where the law changes it, a further row with the same 事项 follows."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="larger-fine")
    matter: Text = field("事项", "程序按事项和日期查找适用的一行", required=True, example="larger-fine")
    name: Text = field("名称", "这个数字是什么", required=True, example="较大数额罚款")
    value: Number | None = field("数值", "数字；按当事人类别区分的写“金额”", example="5")
    unit: Text | None = field("单位", "数字的单位", example="%")
    amounts: tuple[PartyAmount, ...] = field("金额", "按当事人类别的金额", many=True)
    basis: Text = field("依据", "出处：法律条款或文件", required=True)
    provisions: tuple[Citation, ...] = field("条款", "出处中已登记的法律条款", many=True)
    in_force: Day | None = field("施行日期", "从哪一天起适用；不知道的不填")
    until: Day | None = field("失效日期", "适用的最后一天")
    note: Text | None = field("说明", "怎样理解、还有什么没有查到")


class ThresholdTable(Policy):
    """All thresholds, in ``reference/thresholds.yaml``."""

    KIND = Kind(
        folder="reference",
        title="界限表",
        summary="检查用到的金额、比例和天数。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=950,
        stems="thresholds",
    )

    name: Text = field("名称", "表的名称", required=True, example="界限表")
    basis: Text = field("依据", "表的出处", required=True)
    rows: tuple[Threshold, ...] = field("条目", "每个数字一行", many=True, required=True)
