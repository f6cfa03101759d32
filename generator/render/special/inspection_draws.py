"""A draw: the seed, every lot with its weight and its turn, and how anybody can draw again and get the same."""

from __future__ import annotations

from generator.model.kinds.inspection_draws import InspectionDraw, Lot, Pool
from generator.model.scalars import MARKER
from generator.render import wording
from generator.render.inline import Code, Grid, Pair, Paragraphs, Phrase, Strong, Text, Value
from generator.render.values import Desk
from generator.render.view_types import Section

_HOW = (
    "把种子、一个换行符和步数（从 0 起）连成一段文字，按 UTF-8 编码计算 SHA-256 摘要，读作一个十六进制整数。",
    "用这个整数除以尚未抽中的签的权重之和，得到余数。",
    "按公布的顺序从第一个签起，从余数中逐个减去权重；余数小于某个签的权重时，抽中这个签，它不再参加以后各步。权重为 0 的签不参加抽取。",
    "步数加 1，重复以上各步，直到抽够。",
)
_OPEN = "种子在抽取以前无法知道；抽取以后，任何人都可以照下面的办法重算，结果应当相同。"
_ALSO = "下面的 Python 程序按本页公布的种子和签重算检查对象的抽取；执法人员的抽取换上执法人员的签和个数，算法相同。"
_PROGRAM = '''\
import hashlib

seed = {seed!r}
lots = """{lots}"""
count = {count}

pairs = [lot.split("=") for lot in lots.split()]
left = [(number, int(weight)) for number, weight in pairs if int(weight) > 0]
drawn = []
for step in range(count):
    digest = hashlib.sha256(f"{{seed}}\\n{{step}}".encode()).hexdigest()
    rest = int(digest, 16) % sum(weight for _, weight in left)
    index = 0
    while rest >= left[index][1]:
        rest -= left[index][1]
        index += 1
    drawn.append(left.pop(index)[0])
print(drawn)'''
_LOTS_IN_A_LINE = 8


def _objects(draw: InspectionDraw, pool: Pool, _desk: Desk) -> list[Section]:
    lots = _pool("objects", "检查对象的签", pool)
    return [lots] if draw.seed == MARKER else [lots, _again(draw)]


def _officers(_draw: InspectionDraw, pool: Pool, _desk: Desk) -> list[Section]:
    return [_pool("officers", "执法人员的签", pool)]


def _pool(anchor: str, title: str, pool: Pool) -> Section:
    turns = {number: turn for turn, number in enumerate(pool.drawn, 1)}
    pairs = [
        Pair("签", Text(f"共 {len(pool.lots)} 个，权重合计 {sum(lot.weight for lot in pool.lots)}")),
        Pair("抽中", Phrase(tuple(_joined(pool.drawn)))),
    ]
    if pool.digest is not None:
        pairs.append(Pair("名录摘要", Text(pool.digest)))
    lots = Grid(tuple(_lot(lot, turns) for lot in pool.lots))
    return Section(anchor, title, pairs=tuple(pairs), value=lots)


def _lot(lot: Lot, turns: dict[str, int]) -> Value:
    told: list[Value] = [wording.code(lot.number), Text(f" 权重 {lot.weight}")]
    if lot.number in turns:
        told.append(Strong(f" 第 {turns[lot.number]} 个抽中"))
    return Phrase(tuple(told))


def _joined(numbers: tuple[str, ...]) -> list[Value]:
    return [Text(("、" if index else "") + number, nowrap=True) for index, number in enumerate(numbers)]


def _again(draw: InspectionDraw) -> Section:
    """The recipe in words, and as a program that needs nothing but this page."""
    words = [_OPEN, *(f"{number}. {step}" for number, step in enumerate(_HOW, 1)), _ALSO]
    told = (*map(Text, words), Code(program(draw.seed, draw.objects)))
    return Section("again", "怎样重算", value=Paragraphs(told))


def program(seed: str, pool: Pool) -> str:
    """The program that draws again: it prints the drawn lots in their order."""
    lots = [f"{lot.number}={lot.weight}" for lot in pool.lots]
    lines = [" ".join(lots[at : at + _LOTS_IN_A_LINE]) for at in range(0, len(lots), _LOTS_IN_A_LINE)]
    return _PROGRAM.format(seed=seed, lots="\n".join(lines), count=len(pool.drawn))


FIELDS = {"objects": _objects, "officers": _officers}
