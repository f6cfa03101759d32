"""行政处罚裁量基准：什么情形罚多少，分档列出，上下限不超出法律的幅度。"""

from __future__ import annotations

from generator.model.declaration import Group, Privacy, field
from generator.model.parts import Citation, PartySort, PowerRef
from generator.model.record import Edition, Kind, Lifecycle, Row, Stage
from generator.model.references import BodyRef, code_of
from generator.model.scalars import Day, Money, Text, choice

Gravity = choice("情节", "一般", "严重")
ConductCode = code_of("reference/codes-violations", "违法行为代码")


class Band(Group):
    """One band of a benchmark."""

    name: Text = field("名称", "档次名称", required=True, example="较轻")
    when: Text = field("适用情形", "什么情形适用本档", required=True, example="差错率在10%以下，主动改正")
    gravity: Gravity | None = field("情节", "法律上的情节", example="一般")
    subject: PartySort | None = field("适用对象", "适用的当事人类别", example="法人及非法人组织")
    standard: Text = field("裁量标准", "处罚的种类和幅度", required=True, example="警告，可以并处一万元以下罚款")
    floor: Money | None = field("罚款下限", "罚款下限（元）", example="0")
    cap: Money | None = field("罚款上限", "罚款上限（元）", example="10000")


class Benchmark(Row):
    """The benchmark for one conduct."""

    conduct: ConductCode = field("违法行为", "违法行为代码", required=True, example="S44-2", column=True)
    power: PowerRef | None = field("事项", "执法事项清单中的事项", example="powers/shili-tjj#3100-B-00101", column=True)
    acts_until: Day | None = field(
        "适用行为截止", "本行只适用于这一天（含）以前发生的行为，用于法律修改后的过渡；不限的不填", example="2024-09-12"
    )
    grounds: tuple[Citation, ...] = field("处罚依据", "处罚依据的条款", many=True, required=True)
    bands: tuple[Band, ...] = field("档次", "由轻到重分档", many=True, required=True)


class DiscretionBenchmark(Edition):
    """The discretion benchmarks of one body (行政处罚法 第三十四条)."""

    KIND = Kind(
        folder="discretion",
        title="行政处罚裁量基准",
        summary="行使行政处罚裁量权的分档标准，应当向社会公布（《行政处罚法》第三十四条）。",
        lifecycle=Lifecycle.LIST,
        stage=Stage.BEFORE,
        order=50,
        clauses=("二（一）1（1）", "三（二）"),
    )

    agency: BodyRef = field("机关", "适用本基准的机关", required=True, example="bodies/shili-tjj",
                            privacy=Privacy.IDENTITY, column=True)
    rows: tuple[Benchmark, ...] = field("条目", "每种违法行为一行", many=True, required=True)
