"""抽取结果不能重算

问题：按公布的签、权重、种子和方法重算，抽出的签与“抽中”不一致；或者签号重复，抽中的签不在签里。

为什么：双随机抽取公布了签号、权重和种子，就是要让任何人都能照样重算一遍（国务院办公厅关于“双随机、一公开”监管的要求）。重算不出同样的结果，抽取就不可信。

错误示例：

    种子: 2020-04-01 3000.00
    检查对象: {签: [{签号: A001}, {签号: A002}], 抽中: [A002]}      # 重算得到 A001

正确示例：

    种子: 2020-04-01 3000.00
    检查对象: {签: [{签号: A001}, {签号: A002}], 抽中: [A001]}

怎么改：核对种子、签的顺序和权重是不是抽取时的原样，抽中的签按抽取的先后填写；不要改“抽中”去凑。抽取确有错误的，重新抽取并公开说明。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.model.kinds.inspection_draws import InspectionDraw, Pool
from generator.primitives.lots import draw
from generator.rules.registry import Problem, rule


@rule(
    severity=Severity.ERROR, since="0.2",
    basis="《河津市统计局三项制度实施方案》二（一）2（1）：全面落实“双随机、一公开”制度",
)
def check(draft: Draft) -> Iterator[Problem]:
    """Each pool of a draw, drawn again."""
    record = draft.record
    if not isinstance(record, InspectionDraw):
        return
    for key, pool in (("检查对象", record.objects), ("执法人员", record.officers)):
        if pool is not None:
            yield from _pool(key, pool, record.seed)


def _pool(key: str, pool: Pool, seed: str) -> Iterator[Problem]:
    numbers = [lot.number for lot in pool.lots]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            yield Problem(f"签号 {number} 重复", "每个签号只能出现一次", (key, "签", index, "签号"))
    for index, number in enumerate(pool.drawn):
        if number not in numbers:
            yield Problem(f"抽中的 {number} 不在签里", "核对签号", (key, "抽中", index))
    try:
        again = draw([(lot.number, lot.weight) for lot in pool.lots], seed, len(pool.drawn))
    except ValueError:
        yield Problem("抽中的签比有权重的签还多", "核对签和抽中的签", (key, "抽中"))
        return
    if again != pool.drawn:
        yield Problem(
            f"重算得到的是 {'、'.join(again)}，与“抽中”不一致",
            "核对种子、签的顺序和权重是不是抽取时的原样；不要改“抽中”去凑", (key, "抽中"),
        )
