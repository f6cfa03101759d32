"""撤下：把已公开的信息撤下，并公开说明理由。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.record import Act, AnyTarget, Effect, Kind, Lifecycle, Stage
from generator.model.references import ref
from generator.model.scalars import Day, Text, choice

Ground = choice(
    "撤下事由", "变更", "撤销", "确认违法", "确认无效", "要求重新作出", "信用修复", "误发"
)
Successor = ref("penalties", name="替代的决定")


class Withdrawal(Act):
    """A withdrawal of a publication; what the law did to the decision is its ground."""

    EFFECT = Effect.WITHDRAW
    KIND = Kind(
        folder="withdrawals",
        title="撤下",
        summary="决定被依法变更、撤销、确认违法或者确认无效的，撤下公示信息并公开说明理由（《行政处罚法》第四十八条）。",
        lifecycle=Lifecycle.ACT,
        stage=Stage.ACTS,
        order=20,
        clauses=("二（一）3（3）",),
    )

    target: AnyTarget = field("撤下对象", "被撤下的记录的编号", required=True, example="penalties/shili-2021-001",
                              privacy=Privacy.IDENTITY, column=True, rank=-2)
    ground: Ground = field("事由", "撤下的事由", required=True, example="撤销", privacy=Privacy.IDENTITY, column=True, rank=-1)
    ground_on: Day | None = field("事由日期", "事由发生之日，撤下时限从这一天起算", example="2021-03-01",
                                  privacy=Privacy.IDENTITY, rank=-1)
    day: Day = field("撤下日期", "撤下之日", required=True, example="2021-03-01", privacy=Privacy.IDENTITY, column=True)
    basis_paper: Text | None = field("依据文书", "撤下所依据的文书", example="示政复决字〔2021〕2号",
                                     privacy=Privacy.IDENTITY, rank=2)
    authority: Text | None = field("作出机关", "作出依据文书的机关", example="示例县人民政府", privacy=Privacy.IDENTITY,
                                   rank=2)
    successor: Successor | None = field("替代", "重新作出的决定", label="替代的决定", example="penalties/shili-2021-004",
                                        privacy=Privacy.IDENTITY, late=True, rank=2)
