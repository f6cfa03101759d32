"""更正：公示内容与决定原件不一致时的更正说明，逐项写明原值和现值。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.record import Act, AnyTarget, Effect, Kind, Lifecycle, Stage
from generator.model.scalars import Day, Text, YesNo, choice

CorrectionSource = choice("更正来源", "依职权", "当事人申请", "社会监督")


class Change(Group):
    """One corrected field, or one passage of the text."""

    path: Text | None = field("字段", "被更正的字段，如 当事人.地址、调查数据.1.上报数", example="罚款金额",
                              privacy=Privacy.IDENTITY)
    in_body: YesNo | None = field("正文", "更正的是正文时填 是", example="是")
    was: Text = field("原", "更正前的内容；原来没有写 （空）", required=True, example="50000")
    now: Text = field("现", "更正后的内容；删除写 （空）", required=True, example="5000")


class Correction(Act):
    """A correction of what was published."""

    EFFECT = Effect.CORRECT
    KIND = Kind(
        folder="corrections",
        title="更正",
        summary="公示内容与决定原件不一致时予以更正，并说明更正了什么、为什么。",
        lifecycle=Lifecycle.ACT,
        stage=Stage.ACTS,
        order=10,
        clauses=("二（一）", "二（一）3（3）"),
    )

    target: AnyTarget = field("更正对象", "被更正的记录的编号", required=True, example="penalties/shili-2020-001",
                              privacy=Privacy.IDENTITY, column=True)
    day: Day = field("更正日期", "更正之日", required=True, example="2020-07-01", privacy=Privacy.IDENTITY, column=True)
    found_on: Day | None = field("发现日期", "发现错误之日", example="2020-06-30", privacy=Privacy.IDENTITY)
    changes: tuple[Change, ...] = field("更正事项", "逐项写明原和现", many=True, required=True)
    matches_original: YesNo | None = field(
        "与原件核对", "更正决定的关键内容时，确认更正后与决定书原件一致", example="是", privacy=Privacy.IDENTITY,
        rank=2,
    )
    source: CorrectionSource | None = field("来源", "更正的来源", example="依职权", privacy=Privacy.IDENTITY,
                                            rank=2)
