"""投诉举报：登记和办理情况的概要，不涉及任何个人。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import ReleaseReview
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, code_of
from generator.model.scalars import Day, Text, choice

ComplaintPath = choice("投诉方式", "来信", "来访", "电话", "网络", "上级转办")
ComplaintSort = choice("投诉事项", "统计违法行为", "执法人员行为", "信息公开", "其他")
ComplaintResult = choice("办理结果", "查证属实已处理", "查无实据", "不属于本机关职责已移送", "正在办理", "不予受理")
ConductCode = code_of("reference/codes-violations", "违法行为代码")


class ComplaintSummary(Document):
    """One complaint as registered and handled. Who complained is kept secret (统计法实施条例 第三十八条)."""

    KIND = Kind(
        folder="complaints",
        title="投诉举报",
        summary="投诉举报的登记和办理情况。举报人的信息依法保密。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.DURING,
        order=30,
        clauses=("二（一）2（2）", "三（二）"),
    )

    agency: BodyRef = field("机关", "受理的机关", required=True, example="bodies/shili-tjj", privacy=Privacy.IDENTITY,
                            column=True)
    registered_on: Day = field("登记日期", "登记的日期", required=True, example="2020-03-10", privacy=Privacy.IDENTITY,
                               column=True)
    path: ComplaintPath = field("方式", "怎样收到的", required=True, example="电话", column=True)
    sort: ComplaintSort = field("事项类别", "投诉举报什么", required=True, example="统计违法行为", column=True)
    conduct: tuple[ConductCode, ...] = field("违法行为", "涉及的违法行为代码", many=True, example="S44-2")
    summary: Text = field("概要", "概要；不写能识别个人或者单位的内容", required=True, example="反映某企业迟报统计资料")
    result: ComplaintResult = field("办理结果", "办理结果", required=True, example="查无实据", late=True, column=True)
    closed_on: Day | None = field("办结日期", "办结的日期", late=True, column=True)
    answered_on: Day | None = field("反馈日期", "答复投诉人的日期", late=True)
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
