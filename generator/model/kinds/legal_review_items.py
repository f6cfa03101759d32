"""重大执法决定法制审核事项清单：哪些决定作出前必须经法制审核。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Citation, PartySort
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Money, Text, YesNo, choice

Gravity = choice("情节", "一般", "严重")


class FineThreshold(Group):
    """The fine from which a decision is major, by kind of party."""

    subject: PartySort = field("当事人类别", "当事人类别", required=True, example="法人及非法人组织")
    amount: Money = field("金额", "罚款达到这个金额（元）即为重大", required=True, example="50000")


class ReviewItem(Row):
    """One item that needs a legal review."""

    name: Text = field("事项名称", "执法决定的名称", required=True, example="较大数额罚款的处罚决定", column=True)
    standard: Text = field("重大标准", "达到什么标准即为重大", required=True, column=True)
    thresholds: tuple[FineThreshold, ...] = field("罚款起点", "按当事人类别的罚款金额起点", many=True)
    gravity: Gravity | None = field("情节", "达到这一情节即为重大", example="严重")
    after_hearing: YesNo | None = field("经过听证", "举行过听证即为重大的填 是", example="是")
    grounds: tuple[Citation, ...] = field("依据", "依据的条款", many=True, required=True)
    papers: tuple[Text, ...] = field("送审材料", "送审时应当提交的材料", many=True)
    focus: tuple[Text, ...] = field("审核重点", "审核的重点", many=True)
    office: Text | None = field("审核机构", "承担审核的机构", example="法规股", column=True)
    duty: Text | None = field("审核责任", "送审、审核和决定各自的责任")


class LegalReviewList(Edition):
    """The list of decisions of one body that need a legal review."""

    KIND = Kind(
        folder="legal-review-items",
        title="重大执法决定法制审核事项清单",
        summary="列入清单的执法决定，未经法制审核或者审核未通过的，不得作出。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=60,
        clauses=("二（三）", "二（三）2"),
    )

    agency: BodyRef = field("机关", "清单所属的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    rows: tuple[ReviewItem, ...] = field("条目", "每项一行", many=True, required=True)
