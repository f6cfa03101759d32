"""行政处罚决定：决定书的主要事项和全文。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import (
    Archive,
    Attachment,
    Channel,
    Citation,
    LateExplanation,
    LegalReview,
    Openness,
    Party,
    Period,
    PowerRef,
    ProcessStep,
    ReleaseReview,
)
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, OfficerNumber, code_of, ref
from generator.model.scalars import Day, DecisionNumber, Money, Number, Percentage, Text, YesNo, choice

CaseSource = choice("案件来源", "双随机抽查", "上级转办", "专项检查", "重点检查", "举报")
Procedure = choice("案件程序", "普通程序", "简易程序")
Investigator = choice("调查组织", "本级统计局", "国家调查队")
Gravity = choice("情节", "一般", "严重")
MicrodataHandling = choice("微观数据处理", "全部", "仅比率", "隐去")
PenaltySort = choice(
    "处罚种类", "警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣许可证件", "降低资质等级",
    "吊销许可证件", "限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业", "行政拘留",
)
ConductCode = code_of("reference/codes-violations", "违法行为代码")
ResultRef = ref("inspection-results", name="抽查结果")
BenchmarkRef = ref("discretion", name="裁量基准")

_PERSONAL = Privacy.PERSONAL
_INTERNAL = Privacy.INTERNAL
_IDENTITY = Privacy.IDENTITY
_PUBLISHED = ("openness", ("全文", "摘要"))
_NOT_IN_FULL = ("openness", ("摘要", "不予公开"))


class SurveyFigure(Group):
    """One reported figure held against the verified one."""

    form: Text = field("报表", "统计报表名称", required=True, example="工业企业成本费用")
    form_code: Text | None = field("表号", "统计报表的表号", example="B103-2")
    period: Text = field("报告期", "报告期", required=True, example="2019年")
    indicator: Text = field("指标", "指标名称", required=True, example="应收账款")
    unit: Text = field("单位", "计量单位", required=True, example="千元")
    reported: Number | None = field("上报数", "上报的数值", example="646")
    verified: Number | None = field("核查数", "检查核实的数值", example="5087")
    difference: Number | None = field("差额", "上报数与核查数之差的绝对值", example="4441")
    error_rate: Percentage | None = field("差错率", "差额占核查数的百分比", example="87.3%")


class Microdata(Group):
    """How much of the survey figures is shown (统计法 2024 第二十八条)."""

    handling: MicrodataHandling = field("处理", "全部、仅比率或隐去", required=True, example="仅比率")
    ground: Text = field("理由", "这样处理的理由", required=True,
                         example="统计法第二十八条：不得对外提供能够识别或者推断单个统计调查对象身份的资料")


class Hearing(Group):
    """The hearing, where one was offered."""

    notified_on: Day = field("告知日期", "告知听证权利的日期", required=True)
    held_on: Day | None = field("举行日期", "听证举行的日期")


class Discretion(Group):
    """The band of the discretion benchmark that was applied."""

    benchmark: BenchmarkRef = field("基准", "裁量基准的编号，含行号", required=True, example="discretion/shili-tjj#S44-2")
    band: Text | None = field("档次", "适用的档次", example="一般")


class CaseExtension(Group):
    """An approved extension of the time for the case."""

    approved_on: Day = field("批准日期", "批准延期的日期", required=True, example="2020-05-28")
    until: Day = field("延长至", "延长到哪一天", required=True, example="2020-08-31")
    reason: Text = field("理由", "延期的理由（不公开）", required=True, privacy=_INTERNAL)
    approver: Text = field("批准人", "批准人（不公开）", required=True, privacy=_INTERNAL)


class PenaltyDecision(Document):
    """One penalty decision; the Markdown is its full text."""

    KIND = Kind(
        folder="penalties",
        title="行政处罚决定",
        summary="自作出行政处罚决定之日起七个工作日内公开，全文公示。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.AFTER,
        order=10,
        prose=True,
        outline=(
            "# 行政处罚决定书", "## 当事人", "## 案件来源和调查经过", "## 查明的事实", "## 证据",
            "## 告知和陈述申辩", "## 裁量理由", "## 处罚决定", "## 履行方式和期限", "## 救济途径和期限",
        ),
        caption="number",
        clauses=("二（一）3（1）", "二（一）3（2）", "二（四）4"),
    )

    number: DecisionNumber = field("文号", "行政处罚决定书文号", required=True, example="示统罚决字〔2020〕1号",
                                   privacy=_IDENTITY, export="CF_WSH", column=True)
    authority: BodyRef = field("处罚机关", "作出处罚决定的机关", required=True, example="bodies/shili-tjj",
                               privacy=_IDENTITY, export="CF_CFJG")
    party: Party | None = field("当事人", "被处罚的当事人；不予公开的决定可以不填", column=True, needed_when=_PUBLISHED)
    case_number: Text | None = field("案号", "案件编号", privacy=_INTERNAL, clauses=("二（二）3（1）",))
    source: CaseSource | None = field("案件来源", "案件从哪里来", example="双随机抽查", needed_when=_PUBLISHED)
    platform_number: Text | None = field("平台办案编号", "省行政执法信息服务平台的办案编号", privacy=_INTERNAL, clauses=("二（四）3",))
    procedure: Procedure = field("案件程序", "普通程序或简易程序", required=True, example="普通程序")
    openness: Openness = field("公开方式", "全文、摘要或不予公开", required=True, example="全文")
    openness_ground: Text | None = field("公开方式理由", "不公开全文的理由", needed_when=_NOT_IN_FULL)
    openness_approver: Text | None = field(
        "公开方式批准人", "批准人（不公开）", privacy=_INTERNAL, needed_when=_NOT_IN_FULL
    )
    investigator: Investigator | None = field(
        "调查组织", "谁组织的统计调查", example="本级统计局", needed_when=_PUBLISHED,
    )
    conduct_period: Period | None = field("行为期间", "违法行为发生的期间", needed_when=_PUBLISHED)
    conduct: tuple[ConductCode, ...] = field("违法行为", "违法行为代码", many=True, example="S44-2", column=True,
                                             export="CF_WFXW", needed_when=_PUBLISHED)
    power: PowerRef | None = field("事项", "执法事项清单中的事项", example="powers/shili-tjj#3100-B-00101")
    inspection: ResultRef | None = field("来源检查", "发现违法行为的检查", example="inspection-results/shili-2020-003")
    breached: tuple[Citation, ...] = field("违反条款", "当事人违反的条款", many=True, needed_when=_PUBLISHED)
    gravity: Gravity | None = field("情节", "一般或严重", example="一般", needed_when=_PUBLISHED)
    facts: Text | None = field("违法事实", "违法事实概要", privacy=_PERSONAL, export="CF_SY", needed_when=_PUBLISHED)
    figures: tuple[SurveyFigure, ...] = field("调查数据", "上报数与核查数的对照", many=True, privacy=_PERSONAL)
    microdata: Microdata | None = field("微观数据", "调查数据公开到什么程度")
    grounds: tuple[Citation, ...] = field("处罚依据", "处罚依据的条款", many=True, export="CF_YJ", needed_when=_PUBLISHED)
    penalties: tuple[PenaltySort, ...] = field("处罚种类", "处罚种类", many=True, required=True, example="罚款",
                                               column=True, export="CF_CFLB")
    fine: Money | None = field("罚款金额", "罚款金额（元）", example="5000", export="CF_NR_FK", column=True)
    terms: Text | None = field("处罚内容", "处罚内容", export="CF_NR", needed_when=_PUBLISHED)
    confiscated: Money | None = field("没收违法所得", "没收的金额（元）", example="0", export="CF_NR_WFFF")
    discretion: Discretion | None = field("裁量", "适用的裁量基准")
    hearing: Hearing | None = field("听证", "听证情况")
    notice_given: YesNo | None = field("公开告知", "是否已告知当事人决定将公开", example="是", needed_when=_PUBLISHED)
    officers: tuple[OfficerNumber, ...] = field(
        "执法人员", "执法人员的统计执法证号", many=True, example="SL-TJ-0001", needed_when=_PUBLISHED,
    )
    process: tuple[ProcessStep, ...] = field("过程", "执法过程的环节", many=True, late=True, needed_when=_PUBLISHED, clauses=("二（二）",))
    extension: CaseExtension | None = field("延期", "办案期限经批准延长的填写")
    legal_review: LegalReview | None = field("法制审核", "重大执法决定法制审核", clauses=("二（三）",))
    discussed_on: Day | None = field("集体讨论日期", "集体讨论的日期")
    decided_on: Day = field("决定日期", "作出决定的日期", required=True, example="2020-06-01", privacy=_IDENTITY,
                            export="CF_JDRQ", column=True)
    served_on: Day | None = field("送达日期", "送达当事人的日期", late=True)
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=_INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    performance: Text | None = field("履行情况", "当事人履行的情况", late=True, rank=6)
    archive: Archive | None = field("归档", "案卷归档", late=True, rank=6, clauses=("二（二）3（1）",))
    channels: tuple[Channel, ...] = field("渠道", "同步公开的其他渠道", many=True, late=True, rank=6, clauses=("二（一）1（3）", "二（一）3（1）"))
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
