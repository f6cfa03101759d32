"""执法事项清单：本机关可以行使的每一项执法权，依据、对象和时限。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Citation, TimeLimits
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Text, choice

PowerSort = choice("执法类别", "行政许可", "行政处罚", "行政强制", "行政征收", "行政检查", "行政确认", "行政奖励", "行政裁决", "其他")


class PowerGrounds(Group):
    """The legal grounds of a power by their rank, as the provincial list arranges them."""

    laws: tuple[Citation, ...] = field("法律", "法律条款", many=True)
    regulations: tuple[Citation, ...] = field("行政法规", "行政法规条款", many=True)
    local: tuple[Text, ...] = field("地方性法规", "地方性法规条款", many=True)
    ministry_rules: tuple[Text, ...] = field("部委规章", "部委规章条款", many=True)
    government_rules: tuple[Text, ...] = field("政府规章", "政府规章条款", many=True)
    papers: tuple[Text, ...] = field("规范性文件", "规范性文件", many=True)


class Power(Row):
    """One power; its 编号 is the project code, ``3100-B-00101``."""

    name: Text = field("项目名称", "执法事项名称", required=True, example="对提供不真实统计资料的处罚", column=True)
    sort: PowerSort = field("执法类别", "执法类别", required=True, example="行政处罚", column=True)
    office: Text | None = field("承办机构", "承办的内设机构", example="法规股", column=True)
    grounds: PowerGrounds = field("执法依据", "执法依据", required=True)
    objects: Text = field("实施对象", "对谁实施", required=True, example="统计调查对象", column=True)
    limits: TimeLimits | None = field("办理时限", "办理时限")
    fees: Text | None = field("收费依据和标准", "收费依据和标准", example="不收费")
    liability: Text | None = field("责任事项", "执法机关在本事项中的责任")
    note: Text | None = field("备注", "备注")


class PowerList(Edition):
    """The list of powers of one body (山西省执法事项清单 columns)."""

    KIND = Kind(
        folder="powers",
        title="执法事项清单",
        summary="本机关行使的执法权逐项列出，随法律、法规、规章和机构职能的变化及时调整。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=30,
        clauses=("二（一）1（1）", "二（一）1（2）"),
    )

    agency: BodyRef = field("机关", "清单所属的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    rows: tuple[Power, ...] = field("条目", "每项一行", many=True, required=True)
