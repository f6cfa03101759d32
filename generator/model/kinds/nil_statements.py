"""零公示声明：某一期间没有作出某类执法决定时的声明，使“没有”与“没公开”分得开。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.parts import Period, ReleaseReview
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef
from generator.model.scalars import Text, choice

NilSort = choice("事项种类", "行政处罚", "行政检查", "行政强制", "其他执法决定")


class NilStatement(Document):
    """A statement that nothing of a kind was decided in a period."""

    KIND = Kind(
        folder="nil-statements",
        title="零公示声明",
        summary="一段期间内没有作出执法决定的，予以声明。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.AFTER,
        order=50,
        clauses=("二（一）3（1）",),
    )

    agency: BodyRef = field("机关", "作出声明的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    sorts: tuple[NilSort, ...] = field("事项种类", "没有作出哪类决定", many=True, required=True, example="行政处罚",
                                       privacy=Privacy.IDENTITY, column=True)
    period: Period = field("期间", "声明的期间", required=True, column=True)
    statement: Text = field("声明", "声明的内容", required=True, example="本期间内没有作出行政处罚决定。")
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
