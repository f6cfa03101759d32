"""执法服务指南：一个执法事项找谁、凭什么条件、多久办完。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import PowerRef, TimeLimits
from generator.model.record import Edition, Kind, Lifecycle, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Text


class ServiceGuide(Edition):
    """One service guide; the Markdown explains."""

    KIND = Kind(
        folder="guides",
        title="执法服务指南",
        summary="执法事项的受理机构、审批机构、受理条件和办理时限。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=80,
        prose=True,
        outline=("## 适用于谁", "## 怎样办理", "## 您的权利和义务"),
        caption="name",
        clauses=("二（一）1（2）", "二（一）2（3）"),
    )

    name: Text = field("事项名称", "指南所说的事项", required=True, example="统计违法行为举报", privacy=Privacy.IDENTITY,
                       column=True)
    agency: BodyRef = field("机关", "提供服务的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    powers: tuple[PowerRef, ...] = field("事项", "对应的执法事项", many=True, example="powers/shili-tjj#3100-B-00101")
    receiving_office: Text | None = field("受理机构", "受理的机构", example="法规股", column=True)
    approving_office: Text | None = field("审批机构", "审批的机构", example="示例县统计局")
    conditions: tuple[Text, ...] = field("受理条件", "受理条件", many=True)
    papers: tuple[Text, ...] = field("申请材料", "需要提交的材料", many=True)
    steps: tuple[Text, ...] = field("办理流程", "办理步骤", many=True)
    told: tuple[Text, ...] = field("告知内容", "执法人员应当主动告知当事人的内容", many=True, clauses=("二（一）2（3）",))
    limits: TimeLimits | None = field("办理时限", "办理时限")
    fees: Text | None = field("收费", "是否收费", example="不收费")
    place: Text | None = field("办理地点", "办理地点")
    telephone: Text | None = field("咨询电话", "咨询电话")
    complaint_telephone: Text | None = field("监督电话", "监督投诉电话")
