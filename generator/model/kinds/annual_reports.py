"""年度报告：上一年行政执法总体情况，数据按报出时的口径填写。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Attachment, Channel, LateExplanation, ReleaseReview, Submission
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Money, Percentage, Text, Whole


class PenaltyFigures(Group):
    """表一 行政处罚: one case counts once, under the heaviest penalty."""

    warning: Whole = field("警告", "警告（宗）", required=True, example="1")
    criticism: Whole = field("通报批评", "通报批评（宗）", required=True, example="0")
    fine: Whole = field("罚款", "罚款（宗）", required=True, example="2")
    confiscation: Whole = field("没收", "没收违法所得、没收非法财物（宗）", required=True, example="0")
    suspension: Whole = field("暂扣许可证件", "暂扣许可证件（宗）", required=True, example="0")
    downgrade: Whole = field("降低资质等级", "降低资质等级（宗）", required=True, example="0")
    restriction: Whole = field("限制开展生产经营活动", "限制开展生产经营活动（宗）", required=True, example="0")
    stoppage: Whole = field("责令停产停业", "责令停产停业（宗）", required=True, example="0")
    closure: Whole = field("责令关闭或限制从业", "责令关闭、限制从业（宗）", required=True, example="0")
    revocation: Whole = field("吊销许可证件", "吊销许可证件（宗）", required=True, example="0")
    detention: Whole = field("行政拘留", "行政拘留（宗）", required=True, example="0")
    other: Whole = field("其他", "其他行政处罚（宗）", required=True, example="0")
    total: Whole = field("合计", "合计（宗）", required=True, example="3")
    amount: Money = field("罚没金额", "罚没金额（元）", required=True, example="25000")


class CoercionFigures(Group):
    """行政强制."""

    measures: Whole = field("强制措施", "查封、扣押、冻结等强制措施（次）", required=True, example="0")
    execution: Whole = field("强制执行", "行政强制执行（次）", required=True, example="0")
    court: Whole = field("申请法院强制执行", "申请人民法院强制执行（次）", required=True, example="0")


class OtherFigures(Group):
    """其他行政执法行为; an inspection that ended in a penalty is not counted."""

    inspection: Whole = field("行政检查", "行政检查（次）", required=True, example="12")
    levy: Whole = field("行政征收", "行政征收（次）", required=True, example="0")
    ruling: Whole = field("行政裁决", "行政裁决（次）", required=True, example="0")
    confirmation: Whole = field("行政确认", "行政确认（次）", required=True, example="0")
    reward: Whole = field("行政奖励", "行政奖励（次）", required=True, example="0")
    benefit: Whole = field("行政给付", "行政给付（次）", required=True, example="0")
    other: Whole = field("其他", "其他行政执法行为（宗）", required=True, example="0")


class LicenceFigures(Group):
    """行政许可."""

    applied: Whole = field("申请", "申请（件）", required=True, example="0")
    accepted: Whole = field("受理", "受理（件）", required=True, example="0")
    granted: Whole = field("许可", "许可（件）", required=True, example="0")
    refused: Whole = field("不予许可", "不予许可（件）", required=True, example="0")
    revoked: Whole = field("撤销许可", "撤销许可（件）", required=True, example="0")


class AnnualReport(Document):
    """The report on one year; figures as reported, prose in the Markdown."""

    KIND = Kind(
        folder="annual-reports",
        title="年度报告",
        summary="每年1月31日前公开上一年行政执法总体情况和有关数据，并报本级人民政府和上级主管部门。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.AFTER,
        order=40,
        prose=True,
        outline=(
            "## 一、执法主体和人员", "## 二、行政处罚", "## 三、行政检查", "## 四、其他执法行为",
            "## 五、三项制度落实情况", "## 六、存在的问题和下一步工作", "## 七、数据口径",
        ),
        caption="name",
        clauses=("二（一）3（4）",),
    )

    name: Text = field("名称", "报告名称", required=True, example="示例县统计局2020年度行政执法总体情况报告",
                       privacy=Privacy.IDENTITY, column=True)
    agency: BodyRef = field("机关", "作出报告的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    year: Whole = field("年度", "报告的年度", required=True, example="2020", privacy=Privacy.IDENTITY, column=True)
    penalties: PenaltyFigures = field("行政处罚", "表一 行政处罚", required=True)
    licences: LicenceFigures | None = field("行政许可", "行政许可；没有许可事项的不填")
    coercion: CoercionFigures = field("行政强制", "行政强制", required=True)
    others: OtherFigures = field("其他行政执法行为", "其他行政执法行为", required=True)
    full_text_rate: Percentage | None = field("全文公示率", "行政处罚决定书全文公示率", example="100%")
    officers: Whole | None = field("执法人员数", "年末执法人员数", example="4")
    certified_rate: Percentage | None = field("持证率", "执法人员持证率", example="100%")
    submissions: tuple[Submission, ...] = field("报送", "报送的机关和日期", many=True, late=True, clauses=("二（一）3（4）",))
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    channels: tuple[Channel, ...] = field("渠道", "同步公开的其他渠道", many=True, late=True, rank=6)
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
