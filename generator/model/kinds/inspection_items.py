"""随机抽查事项清单：抽查什么、依据、比例、频次和方式；清单之外不得检查。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import Citation
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Percentage, Text, Whole, YesNo


class InspectionItem(Row):
    """One item of random inspection."""

    name: Text = field("抽查事项", "抽查事项名称", required=True, example="依法提供统计资料情况", column=True)
    grounds: tuple[Citation, ...] = field("抽查依据", "抽查依据的条款", many=True, required=True)
    scope: Text = field("抽查范围", "抽查对象的范围", required=True, example="全县规模以上工业企业", column=True)
    rate: Percentage | None = field("抽查比例", "每次抽查的比例下限", example="3%", column=True)
    frequency: Text | None = field("抽查频率", "抽查频率", example="每年1次", column=True)
    method: Text | None = field("抽查方式", "抽查方式", example="现场检查、书面检查", column=True)
    content: Text = field("抽查内容", "抽查内容", required=True, example="统计资料的真实性、准确性")
    standard: Text | None = field("检查标准", "判断合格与否的标准")
    on_enterprises: YesNo = field("涉企", "是否对企业实施", default=False, example="是")
    yearly_cap: Whole | None = field("年度频次上限", "对同一企业每年最多检查几次", example="1", column=True)
    note: Text | None = field("备注", "备注")


class InspectionItemList(Edition):
    """The random-inspection list of one body."""

    KIND = Kind(
        folder="inspection-items",
        title="随机抽查事项清单",
        summary="“双随机、一公开”抽查的事项、依据、比例和频次；没有列入清单的事项不得检查。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=40,
        clauses=("二（一）1（1）", "二（一）1（2）", "二（一）2（1）"),
    )

    agency: BodyRef = field("机关", "抽查主体", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY,
                            column=True)
    rows: tuple[InspectionItem, ...] = field("条目", "每项一行", many=True, required=True)
