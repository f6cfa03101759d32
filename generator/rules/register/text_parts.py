"""决定书正文缺少法定内容

问题：公开全文的处罚决定，正文里找不到法律要求载明的内容：当事人名称和地址、事实和证据、处罚种类和依据、履行方式和期限、复议和诉讼、
机关名称和日期。

为什么：行政处罚决定书应当载明这六项（行政处罚法第五十九条）；当场作出的决定，要载明违法行为、种类和依据、罚款数额、时间、地点、救济途径和期限、
机关名称（第五十二条第二款）。录入时漏了一段，公示的就不是全文。

错误示例：

    ## 处罚决定

    罚款人民币5000元。

    示例县统计局

正确示例：

    ## 处罚决定

    依据《中华人民共和国统计法》第四十四条第二款的规定，决定给予以下行政处罚：罚款人民币5000元。

    当事人应当自收到本决定书之日起十五日内缴纳罚款。……

怎么改：对照决定书原件，补录漏掉的段落。原件确实没有的，照录，不要添加，这一条只是提醒。印章盖在原件上，文字里看不出来，不检查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.finding import Severity
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.primitives.chinese_days import day_written_at
from generator.rules.decisions import WITHHELD, body_of, closing_day, has_text, not_withdrawn
from generator.rules.registry import Problem, rule


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing that the law wants in a decision, and words of which one is there where the thing is."""

    name: str
    signs: tuple[str, ...]
    on_the_spot: bool = True
    """Wanted of decisions on the spot too (第五十二条第二款)."""
    near_end: bool = False
    """Where it mostly stands: it is looked for from there."""


_PARTS = (
    _Part("当事人的地址", ("住所", "地址", "住址", "经营场所", "所在地", "营业地"), on_the_spot=False),
    _Part("违法事实", ("查明", "经查", "违法事实", "违法行为", "违反了")),
    _Part("证据", ("证据", "证明", "佐证", "为证"), on_the_spot=False),
    _Part("处罚的依据", ("依据《", "根据《", "依照《", "按照《", "据《", "依据中华", "根据中华", "依照中华")),
    _Part("履行方式和期限", ("缴纳", "缴款", "交纳", "缴至", "缴入", "收缴", "履行", "生效"), on_the_spot=False, near_end=True),
    _Part("行政复议的途径", ("复议",), near_end=True),
    _Part("行政诉讼的途径", ("诉讼", "起诉"), near_end=True),
)
_DAY_SIGN = re.compile(r"\d{4}\s*年|[〇○零一二三四五六七八九]{4}年|\d{4}-\d{2}-", re.ASCII)
_GENERAL = "《行政处罚法》第五十九条第一款：决定书应当载明的事项"


@rule(severity=Severity.WARNING, since="0.3", long=True, basis=_GENERAL, clauses=("二（一）3（2）",))
def check(register: Register) -> Iterator[Problem]:
    """Full texts in which something that the law wants is not to be found; one problem a record."""
    for record in not_withdrawn(register, PenaltyDecision):
        if record.openness != "全文" or not has_text(record.body):
            continue
        missing = list(_missing(record, register))
        if missing:
            on_the_spot = record.procedure == "简易程序"
            yield Problem(
                f"正文里没有找到：{'、'.join(missing)}", "对照决定书原件，补录漏掉的段落；原件没有的照录，不要添加",
                ("公开方式",), record.origin.path,
                basis="《行政处罚法》第五十二条第二款：当场处罚决定书应当载明的事项" if on_the_spot else _GENERAL,
            )  # fmt: skip


def _missing(record: PenaltyDecision, register: Register) -> Iterator[str]:
    body, is_general = record.body, record.procedure == "普通程序"
    for part in _PARTS:
        if (is_general or part.on_the_spot) and not _is_there(part, body):
            yield part.name
    sorts = [sort for sort in record.penalties if sort not in body]
    if sorts:
        yield f"处罚种类（{'、'.join(sorts)}）"
    agency = body_of(register, record)
    if agency is not None and agency.name not in body:
        yield "机关名称"
    if not _has_day(body):
        yield "作出决定的日期"


def _is_there(part: _Part, body: str) -> bool:
    """Whether one of the part's words is in the text. An address may be withheld together with the word for it."""
    for sign in part.signs:
        if body.rfind(sign) >= 0 if part.near_end else sign in body:
            return True
    return part is _PARTS[0] and WITHHELD in body


def _has_day(body: str) -> bool:
    """A line with nothing but a day, or a whole day among the last words."""
    if closing_day(body) is not None:
        return True
    tail = body[-300:]
    return any(day_written_at(tail, sign.start()) is not None for sign in _DAY_SIGN.finditer(tail))
