"""制度文件：三项制度的办法和配套制度，执法文书格式文本、用语指引等。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Attachment, Channel, Citation, LateExplanation, ReleaseReview, Step
from generator.model.record import Document, Filing, Kind, Lifecycle, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Day, Text, YesNo, choice

PolicySort = choice(
    "制度类别", "实施方案", "行政执法公示办法", "执法全过程记录办法", "重大执法决定法制审核办法", "音像记录管理制度",
    "执法行为用语指引", "执法文书格式文本", "执法案卷管理和评查制度", "裁量基准制度", "投诉举报制度", "考核与监督制度",
    "执法人员管理制度", "法制审核责任制", "信息公开发布撤销更新机制", "其他",
)
Validity = choice("有效性", "现行有效", "已修改", "已废止")


class UpperPaper(Group):
    """The paper of a higher authority that this one follows; the plan asks for the follow-up within a month."""

    name: Text = field("名称", "上位文件名称", required=True, example="示例市行政执法公示办法")
    issued_on: Day | None = field("印发日期", "上位文件修订出台的日期")


class PaperForm(Group):
    """One form of an enforcement paper (执法文书格式)."""

    name: Text = field("名称", "文书名称", required=True, example="行政处罚事先告知书")
    step: Step | None = field("环节", "用于哪个环节", example="告知")


class Duty(Group):
    """Who answers for what, by post and never by name."""

    post: Text = field("岗位", "岗位", required=True, example="主要负责人")
    duty: Text = field("职责", "承担的责任", required=True, example="推动落实本机关重大执法决定法制审核制度的第一责任人")


class PolicyDocument(Document):
    """One policy of the bureau; the Markdown is its text or our own summary."""

    KIND = Kind(
        folder="policies",
        title="制度文件",
        summary="行政执法公示、执法全过程记录、重大执法决定法制审核三项制度及配套制度。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.BEFORE,
        order=100,
        prose=True,
        outline=("## 适用范围", "## 内容", "## 责任"),
        caption="name",
        clauses=("一", "二（二）", "二（二）1", "二（二）2（1）", "二（二）2（3）", "二（二）3（1）", "二（三）3", "三（一）", "三（二）"),
    )

    name: Text = field("名称", "文件名称", required=True, example="三项制度实施方案", privacy=Privacy.IDENTITY, column=True)
    sort: PolicySort = field("制度类别", "哪一类制度", required=True, example="实施方案", column=True)
    number: Text | None = field("文号", "文件文号", privacy=Privacy.IDENTITY)
    agency: BodyRef = field("机关", "制定机关", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY,
                            column=True)
    adopted_on: Day | None = field("成文日期", "成文日期", privacy=Privacy.IDENTITY)
    in_force: Day | None = field("施行日期", "开始施行的日期")
    validity: Validity | None = field("有效性", "文件是否有效", example="现行有效", column=True)
    follows: tuple[UpperPaper, ...] = field("上位文件", "落实哪个上级文件", many=True, clauses=("三（二）",))
    grounds: tuple[Citation, ...] = field("依据", "依据的条款", many=True)
    filing: Filing | None = field("备案", "向有关机关备案的情况", clauses=("二（二）1",))
    forms: tuple[PaperForm, ...] = field("文书", "所附的执法文书格式", many=True, clauses=("二（二）1",))
    told: tuple[Text, ...] = field("告知内容", "执法人员应当主动告知当事人的内容", many=True, clauses=("二（一）2（3）", "二（二）2（1）"))
    duties: tuple[Duty, ...] = field("责任", "各岗位的责任", many=True, clauses=("二（三）3", "三（一）"))
    is_summary: YesNo = field("摘要", "本页是对文件的概述而不是全文的填 是", default=False, example="是", label="本页是概述")
    lacks_text: YesNo = field("文本待提供", "还没有取得文件文本、本页只写明对它的要求的填 是", default=False, example="否",
                              column=True)
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
    late_explanation: LateExplanation | None = field("迟延说明", "迟延公开的说明", rank=6)
    channels: tuple[Channel, ...] = field("渠道", "同步公开的其他渠道", many=True, late=True, rank=6)
    attachments: tuple[Attachment, ...] = field("附件", "附件", many=True, rank=6)
