"""双随机抽取：签号、权重、种子和抽中的签，任何人都可以照样重算一遍。"""

from __future__ import annotations

import re
from typing import Annotated

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import ReleaseReview
from generator.model.record import Document, Kind, Lifecycle, Stage
from generator.model.references import BodyRef, ref
from generator.model.scalars import Day, Scalar, Text, Whole, choice, refuse

PlanRef = ref("inspection-plans", name="抽查计划")
DrawMethod = choice("抽取方法", "sha256-v1")


def _parse_digest(text: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise refuse("digest-form")
    return text


Digest = Annotated[
    str, Scalar("摘要值", "64 位小写十六进制数", _parse_digest, {"type": "string", "pattern": "^[0-9a-f]{64}$"})
]


class Lot(Group):
    """One lot: an opaque number and its weight. Who is behind it stays outside the site."""

    number: Text = field("签号", "签号，不能看出是谁", required=True, example="A017")
    weight: Whole = field("权重", "权重；信用好的可以少", default=1, example="1")


class Pool(Group):
    """The lots and what was drawn of them."""

    lots: tuple[Lot, ...] = field("签", "全部的签", many=True, required=True)
    drawn: tuple[Text, ...] = field("抽中", "抽中的签号，按抽取顺序", many=True, required=True, example="A017")
    digest: Digest | None = field(
        "名录摘要", "签号与对象对照表加盐后的 SHA-256 摘要",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )


class InspectionDraw(Document):
    """One draw of objects and officers."""

    KIND = Kind(
        folder="inspection-draws",
        title="双随机抽取",
        summary="随机抽取检查对象和执法人员的过程：签号、权重、种子和结果，可以照样重算。",
        lifecycle=Lifecycle.DOCUMENT,
        stage=Stage.DURING,
        order=20,
        clauses=("二（一）2（1）",),
    )

    agency: BodyRef = field("机关", "组织抽取的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    plan: PlanRef = field("抽查计划", "所属的抽查计划", required=True, example="inspection-plans/shili-2020-001",
                          privacy=Privacy.IDENTITY, column=True)
    drawn_on: Day = field("抽取日期", "抽取的日期", required=True, example="2020-04-01", privacy=Privacy.IDENTITY,
                          column=True)
    method: DrawMethod = field("抽取方法", "抽取方法；sha256-v1 的算法见说明页“双随机抽取怎样重算”", required=True, example="sha256-v1")
    seed: Text = field("种子", "事先约定、抽取当日才能知道的数，如当日公布的某项指数", required=True, example="2020-04-01 3000.00")
    seed_source: Text = field("种子来源", "种子从哪里来", required=True, example="当日上证综合指数收盘点位")
    objects: Pool = field("检查对象", "检查对象的签和抽中的签", required=True)
    officers: Pool | None = field("执法人员", "执法人员的签和抽中的签")
    witness: Text | None = field("监督", "由谁监督抽取", example="法规股")
    release_review: ReleaseReview | None = field("公开审查", "公开前的审查（不公开）", privacy=Privacy.INTERNAL, rank=6)
