"""恢复公示：撤下的信息依法恢复公示，并说明理由和依据。"""

from __future__ import annotations

from generator.model.declaration import Privacy, field
from generator.model.record import Act, AnyTarget, Effect, Kind, Lifecycle, Stage
from generator.model.scalars import Day, Text


class Reinstatement(Act):
    """A reinstatement of a withdrawn publication."""

    EFFECT = Effect.REINSTATE
    KIND = Kind(
        folder="reinstatements",
        title="恢复公示",
        summary="撤下后依法恢复公示的，说明理由和依据。",
        lifecycle=Lifecycle.ACT,
        stage=Stage.ACTS,
        order=30,
        clauses=("二（一）3（3）",),
    )

    target: AnyTarget = field("恢复对象", "恢复公示的记录的编号", required=True, example="penalties/shili-2020-003",
                              privacy=Privacy.IDENTITY, column=True)
    day: Day = field("恢复日期", "恢复公示之日", required=True, example="2021-09-01", privacy=Privacy.IDENTITY, column=True)
    basis_paper: Text | None = field("依据文书", "恢复所依据的文书", example="（2021）示行终1号", privacy=Privacy.IDENTITY,
                                     rank=2)
