"""正文里的金额对不上

问题：正文里同一笔钱的大写与小写不同，大写写得不成数目，或者处罚决定部分、“处罚内容”里的罚款、没收金额与“罚款金额”“没收违法所得”不同。

为什么：金额多一个零、少一个零，是公示中最常见、后果最重的差错。大写、小写和表格里的金额是同一个数，对不上就一定有一处错了
（政府信息公开条例第六条：准确公开）。

错误示例：

    罚款金额: 5000
    ---
    2. 罚款人民币50000元（大写：伍仟元整）。

正确示例：

    罚款金额: 5000
    ---
    2. 罚款人民币5000元（大写：伍仟元整）。

怎么改：对照决定书原件，改正错的一处。有几笔罚款的，“罚款金额”写合计，正文里各笔相加与它相等即可。只看处罚决定部分，告知部分拟处罚的金额
可以不同。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.finding import Severity, Where
from generator.model.draft import Draft
from generator.model.kinds.penalties import PenaltyDecision
from generator.primitives.amounts import Amount, find_amounts, write_amount
from generator.rules.basis import ACCURACY
from generator.rules.decisions import has_text, span_in
from generator.rules.registry import Problem, rule

#: Between a sum in figures and the same sum in formal numerals.
_BETWEEN = re.compile(r"(?:[\s*（）()\[\]：:，,、/即计为合共]|人民币|大写|小写){0,20}\Z")
#: Between the word for what is paid and the sum.
_LEADING = re.compile(r"(罚款|没收违法所得)(?:[\s*：:（(）)，]|人民币|金额|数额|大写|小写|共计|合计|计|为)*\Z")
_TRAILING = re.compile(r"整?[\s*）)]*的?罚款")
#: A heading with the line feed before it, which is found faster than the start of a line.
_HEADING = re.compile(r"\n#{1,6}[ \t]+(.*)")
_DECIDING = re.compile(r"处罚(?:的)?(?:决定|内容|种类)\Z|\A(?:行政)?(?:处罚)?决定\Z")
_PHRASE = re.compile(r"决定给予|决定对|(?:以下|如下|下列)(?:行政)?处罚|决定如下|处罚如下")
_LEAD_REACH = 24
_KEYS = {"罚款": "罚款金额", "没收违法所得": "没收违法所得"}


@rule(severity=Severity.ERROR, since="0.3", basis=ACCURACY, clauses=("二（一）3（2）",))
def check(draft: Draft) -> Iterator[Problem]:
    """Sums of the text against each other, and those decided on against the keys."""
    record = draft.record
    if not isinstance(record, PenaltyDecision):
        return
    if has_text(record.body):
        yield from _body(record, record.body)
    if record.terms is not None:
        terms = [(name, amount) for amount in find_amounts(record.terms) if (name := _lead(record.terms, amount))]
        yield from _against_keys(record, record.terms, terms, in_body=False)


def _body(record: PenaltyDecision, body: str) -> Iterator[Problem]:
    amounts = list(find_amounts(body))
    for index, amount in enumerate(amounts):
        if amount.formal:
            yield from _formal(record, amount, _beside(amounts, index, body))
    start, end = _deciding_part(body)
    decided = [(name, amount) for amount in amounts if start <= amount.start < end and (name := _lead(body, amount))]
    yield from _against_keys(record, body, decided, in_body=True)
    is_told = any(name == "罚款" for name, _ in decided) or any(amount.value == record.fine for amount in amounts)
    if record.fine and record.openness == "全文" and not is_told:
        hint = "对照决定书原件，改正“罚款金额”或者正文；金额写成 5000元 或者 伍仟元整"
        yield Problem(f"正文里没有“罚款金额”{record.fine:f} 元", hint, ("罚款金额",))


def _formal(record: PenaltyDecision, amount: Amount, other: Amount | None) -> Iterator[Problem]:
    """A formal sum by itself, and against the sum in figures beside it."""
    where, written = span_in(record, amount.start, amount.end), record.body[amount.start : amount.end]
    if amount.value is None:
        yield Problem(f"大写金额“{written}”不成数目", "按大写数字的写法改正，如 壹万伍仟元整", where)
    elif other is not None and other.value is not None and other.value != amount.value:
        figures = record.body[other.start : other.end]
        right = f"{figures}应当写作{write_amount(other.value)}"
        yield Problem(f"大写“{written}”与小写“{figures}”不是同一个数：{right}", "对照决定书原件，改正错的一处", where)


def _beside(amounts: list[Amount], index: int, body: str) -> Amount | None:
    """The sum that repeats a formal one in figures, right before or right behind it."""
    amount = amounts[index]
    for other in amounts[max(0, index - 1) : index + 2]:
        first, last = sorted((amount, other), key=lambda each: each.start)
        if not other.formal and _BETWEEN.match(body[first.end : last.start]):
            return other
    return None


def _lead(text: str, amount: Amount) -> str:
    """罚款 or 没收违法所得 where it stands right before the sum, 罚款 also right behind it, else ""."""
    lead = _LEADING.search(text, max(0, amount.start - _LEAD_REACH), amount.start)
    if lead is not None:
        return lead[1]
    return "罚款" if _TRAILING.match(text, amount.end) else ""


def _deciding_part(body: str) -> tuple[int, int]:
    """The part of the text that decides: under its heading, else from the words that introduce it, else all of it."""
    lines = "\n" + body
    for heading in _HEADING.finditer(lines):
        if ("处罚" in heading[1] or "决定" in heading[1]) and _DECIDING.search(heading[1].strip()):
            following = _HEADING.search(lines, heading.end())
            return heading.end() - 1, following.start() if following is not None else len(body)
    phrases = list(_PHRASE.finditer(body))
    return (phrases[-1].start() if phrases else 0), len(body)


def _against_keys(
    record: PenaltyDecision, text: str, decided: list[tuple[str, Amount]], *, in_body: bool
) -> Iterator[Problem]:
    place = "正文决定的" if in_body else "“处罚内容”写的"
    for name, key in _KEYS.items():
        stated = record.fine if name == "罚款" else record.confiscated
        sums = [amount for lead, amount in decided if lead == name and amount.value is not None]
        values = [amount.value for amount in sums if amount.value is not None]
        if not sums or (stated is not None and (stated in values or stated == sum(values, Decimal(0)))):
            continue
        first = sums[0]
        where: Where = span_in(record, first.start, first.end) if in_body else ("处罚内容",)
        said = f"“{key}”是 {stated:f}" if stated is not None else f"记录没有填“{key}”"
        yield Problem(f"{place}{name}是 {text[first.start : first.end]}，而{said}", "对照决定书原件，改正错的一处", where)
