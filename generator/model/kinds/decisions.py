"""其他执法决定：行政处罚以外的执法决定，二十个工作日内公开。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import (
    Archive,
    Attachment,
    Channel,
    Citation,
    LateExplanation,
    LegalReview,
    Openness,
    Party,
    PowerRef,
    ProcessStep,
    ReleaseReview,
)
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, OfficerNumber, ref
from generator.model.scalars import Day, DecisionNumber, Text, choice

DecisionSort = choice("决定种类", "责令改正", "行政检查", "行政强制措施", "行政强制执行", "行政确认", "行政奖励", "不予行政处罚", "其他")
ResultRef = ref("inspection-results", name="抽查结果")

_NOT_IN_FULL = ("openness", ("摘要", "不予公开"))


class OtherDecision(Document):
    """One decision that is not a penalty; the Markdown is its text."""

    KIND = Kind(
        folder="decisions",
        title="其他执法决定",
        summary="行政处罚以外的执法决定，自作出之日起二十个工作日内公开。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.AFTER,
        order=30,
        prose=True,
        outline=(
            "# 决定书", "## 当事人", "## 案件来源和调查经过", "## 查明的事实", "## 证据", "## 决定",
            "## 救济途径和期限",
        ),
        caption="number",
        clauses=("二（一）3（1）",),
    )

    number: DecisionNumber = field("文号", "决定书文号", required=True, example="示统责改字〔2020〕1号",
                                   privacy=Privacy.IDENTITY, column=True)
    agency: BodyRef = field("机关", "作出决定的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    sort: DecisionSort = field("决定种类", "执法类别", required=True, example="责令改正", privacy=Privacy.IDENTITY,
                               column=True)
    openness: Openness = field("公开方式", "全文、摘要或不予公开", required=True, example="全文")
    openness_ground: Text | None = field("公开方式理由", "不公开全文的理由", needed_when=_NOT_IN_FULL)
    openness_approver: Text | None = field(
        "公开方式批准人", "批准人（不公开）", privacy=Privacy.INTERNAL, needed_when=_NOT_IN_FULL
    )
    party: Party | None = field("当事人", "决定的对象", column=True, needed_when=("openness", ("全文", "摘要")))
    power: PowerRef | None = field("事项", "执法事项清单中的事项", example="powers/shili-tjj#3100-B-00101")
    inspection: ResultRef | None = field("来源检查", "引起决定的检查", example="inspection-results/shili-2020-003")
    grounds: tuple[Citation, ...] = field("决定依据", "依据的条款", many=True, required=True)
    conclusion: Text = field("执法结论", "决定的内容", required=True, example="责令于七日内改正", privacy=Privacy.PERSONAL)
    officers: tuple[OfficerNumber, ...] = field("执法人员", "执法人员的统计执法证号", many=True, example="SL-TJ-0001")
    process: tuple[ProcessStep, ...] = field("过程", "执法过程的环节", many=True, late=True)
    legal_review: LegalReview | None = field("法制审核", "重大执法决定法制审核")
    decided_on: Day = field("决定日期", "作出决定的日期", required=True, example="2020-05-06", privacy=Privacy.IDENTITY,
                            column=True)
    served_on: Day | None = field("送达日期", "送达当事人的日期", late=True)
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    performance: Text | None = field("履行情况", "当事人履行的情况", late=True, rank=6)
    archive: Archive | None = field("归档", "案卷归档", late=True, rank=6)
    channels: tuple[Channel, ...] = field("渠道", "同步公开的其他渠道", many=True, late=True, rank=6)
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
