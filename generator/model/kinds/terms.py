"""公示期限表：信息公示多久，分门户公示和信用公示两条线，各写明依据、起算、最短、最长和施行期间；一个机关另有规定的，另列一张表。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.kinds.penalties import PenaltySort, Procedure
from generator.model.parts import Citation, PartySort
from generator.model.record import Kind, Lifecycle, Policy
from generator.model.references import BodyRef, code_of
from generator.model.scalars import Day, Text, Whole, YesNo, choice

TermTrack = choice("公示线", "门户公示", "信用公示")
TermClass = choice("失信等级", "轻微", "一般", "严重")
FineThresholdRef = code_of("reference/thresholds", "界限编号")


class PublicationTerm(Group):
    """One term. The conditions are alternatives: a record meets the row if it meets one of them, or if it has none."""

    number: Text = field("编号", "行的编号，不重复、不再次使用", required=True, example="credit-minor")
    track: TermTrack = field("公示线", "门户公示或者信用公示", required=True, example="信用公示")
    scheme: Text = field("方案", "属于哪套规则；用哪一套在设置里选定", required=True, example="cr36")
    kinds: tuple[Text, ...] = field("类别", "适用于哪些文件夹的记录", many=True, required=True, example="penalties")
    parties: tuple[PartySort, ...] = field("当事人类别", "只适用于这些当事人；不填为全部", many=True)
    rating: TermClass | None = field("等级", "同一方案分等级的填写；同时符合的取最重的", example="轻微")
    procedures: tuple[Procedure, ...] = field("案件程序", "符合的条件之一：按这些程序作出", many=True)
    penalties: tuple[PenaltySort, ...] = field("处罚种类", "符合的条件之一：含有其中一种处罚", many=True)
    fines: tuple[FineThresholdRef, ...] = field(
        "罚款达到", "符合的条件之一：罚款达到界限表中的数额", many=True, example="larger-fine"
    )
    start: Text = field("起算", "从记录的哪一项起算", required=True, example="决定日期")
    minimum: Whole | None = field("最短", "最短公示多少个月", example="3")
    maximum: Whole | None = field("最长", "最长公示多少个月；没有规定的不填", example="12")
    not_published: YesNo = field("原则上不公示", "原则上不公示的填 是；确需公示的不超过最长", default=False)
    basis: Text = field("依据", "出处：法律条款或文件", required=True)
    provisions: tuple[Citation, ...] = field("条款", "出处中已登记的法律条款", many=True)
    in_force: Day | None = field("施行日期", "从哪一天起适用，按起算日查找，以前的不追溯；不知道的不填")
    until: Day | None = field("失效日期", "适用的最后一天")
    note: Text | None = field("说明", "怎样理解、还有什么没有查到")


class TermTable(Policy):
    """The publication terms, in ``reference/terms.yaml``; those of one body alone in ``reference/terms-….yaml``.

    A body's own rows come first: the others apply only to its records to which none of its own does.
    """

    KIND = Kind(
        folder="reference",
        title="公示期限表",
        summary="门户公示和信用公示的期限。",
        lifecycle=Lifecycle.POLICY,
        stage=None,
        order=940,
        stems=r"terms(-[a-z0-9]+)*",
    )

    name: Text = field("名称", "表的名称", required=True, example="公示期限表")
    basis: Text = field("依据", "表的出处", required=True)
    agency: BodyRef | None = field("机关", "只适用于这个机关的记录；不填为全部机关", example="bodies/shili-tjj")
    rows: tuple[PublicationTerm, ...] = field("条目", "每项期限一行", many=True, required=True)
    sample: YesNo = field("示例", "虚构机关的期限填 是", default=False, privacy=Privacy.IDENTITY, rank=9, example="是")
