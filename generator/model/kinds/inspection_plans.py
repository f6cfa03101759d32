"""抽查计划：本年度抽查哪些事项、对象范围、比例和时间。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import Attachment, InspectionItemRef, LateExplanation, Period, ReleaseReview
from generator.model.record import Document, Filing, Kind, Lifecycle, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Day, Percentage, Text, Whole, choice

PlanSort = choice("抽查类型", "定向抽查", "不定向抽查", "专项检查")


class InspectionPlan(Document):
    """One plan of random inspections."""

    KIND = Kind(
        folder="inspection-plans",
        title="抽查计划",
        summary="“双随机、一公开”抽查的年度计划和专项检查计划。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.DURING,
        order=10,
        caption="name",
        clauses=("二（一）2（1）",),
    )

    name: Text = field("任务名称", "计划名称", required=True, example="2020年统计双随机抽查计划", privacy=Privacy.IDENTITY,
                       column=True)
    number: Text | None = field("计划编号", "计划的编号", privacy=Privacy.IDENTITY)
    agency: BodyRef = field("机关", "牵头的机关", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY,
                            column=True)
    year: Whole = field("年度", "计划的年度", required=True, example="2020", column=True)
    sort: PlanSort = field("类型", "抽查类型", required=True, example="不定向抽查", column=True)
    items: tuple[InspectionItemRef, ...] = field("抽查事项", "随机抽查事项清单中的事项", many=True, required=True,
                                                 example="inspection-items/shili-tjj#c01")
    scope: Text = field("对象范围", "抽查对象的范围", required=True, example="全县联网直报企业")
    population: Whole | None = field("对象总数", "名录库中的对象数", example="60")
    rate: Percentage | None = field("抽查比例", "抽查比例", example="5%")
    drawn: Whole | None = field("抽查户数", "计划抽查的户数", example="3", column=True)
    period: Period = field("实施时间", "计划实施的时间", required=True)
    partners: tuple[Text, ...] = field("配合部门", "联合抽查的部门", many=True)
    approved_on: Day | None = field("批准日期", "计划批准的日期")
    filing: Filing | None = field("备案", "专项检查计划的备案")
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
