"""抽查（检查）结果：查了谁、查了什么、结果怎样、后来怎么处理。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import (
    Attachment,
    Channel,
    InspectionItemRef,
    LateExplanation,
    Openness,
    Party,
    ProcessStep,
    ReleaseReview,
)
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, OfficerNumber, ref
from generator.model.scalars import Day, Text, choice

PlanRef = ref("inspection-plans", name="抽查计划")
DrawRef = ref("inspection-draws", name="双随机抽取")
ResultSort = choice(
    "检查结果", "未发现问题", "发现问题已责令改正", "发现涉嫌违法转立案查处", "不配合检查", "对象已停业或者无法联系", "其他"
)
InspectionSort = choice("检查类型", "双随机抽查", "专项检查", "重点检查", "举报核查")


class InspectionResult(Document):
    """The result of one inspection of one object."""

    KIND = Kind(
        folder="inspection-results",
        title="抽查（检查）结果",
        summary="检查结果自作出之日起二十个工作日内公开。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.AFTER,
        order=20,
        clauses=("二（一）2（1）", "二（一）3（1）"),
    )

    agency: BodyRef = field("机关", "实施检查的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    sort: InspectionSort = field("检查类型", "检查类型", required=True, example="双随机抽查", column=True)
    openness: Openness = field("公开方式", "全文、摘要或不予公开", default="全文", example="全文")
    plan: PlanRef | None = field("抽查计划", "所属的抽查计划", example="inspection-plans/shili-2020-001")
    draw: DrawRef | None = field("抽取", "抽中该对象的抽取", example="inspection-draws/shili-2020-001")
    party: Party | None = field("检查对象", "检查对象", column=True, needed_when=("openness", ("全文", "摘要")))
    items: tuple[InspectionItemRef, ...] = field("检查事项", "检查的事项", many=True, required=True,
                                                 example="inspection-items/shili-tjj#c01")
    inspected_on: Day = field("检查日期", "实施检查的日期", required=True, example="2020-04-20")
    officers: tuple[OfficerNumber, ...] = field("执法人员", "执法人员的统计执法证号", many=True, required=True,
                                                example="SL-TJ-0001")
    process: tuple[ProcessStep, ...] = field("过程", "检查过程的环节", many=True, late=True)
    result: ResultSort = field("检查结果", "检查结果", required=True, example="未发现问题", column=True)
    findings: Text | None = field("检查情况", "检查情况概要", privacy=Privacy.PERSONAL)
    follow_up: Text | None = field("后续处理", "后续处理情况", late=True)
    decided_on: Day = field("决定日期", "检查结果作出的日期", required=True, example="2020-05-06",
                            privacy=Privacy.IDENTITY, column=True)
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    channels: tuple[Channel, ...] = field("渠道", "同步公开的其他渠道", many=True, late=True, rank=6)
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
