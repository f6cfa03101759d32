"""正文里的文号与记录的文号不一致

问题：正文里没有记录的文号，而有同一个机关代字的另一个文号；或者正文的文号没有用六角括号〔〕。

为什么：文号是决定书的标识，页面上方和正文各写一个，读者不知道该信哪一个；公示的内容应当与送达的决定书一致。

错误示例：

    文号: 示统罚决字〔2020〕1号
    ---
    示统罚决字〔2020〕11号

正确示例：

    文号: 示统罚决字〔2020〕1号
    ---
    示统罚决字〔2020〕1号

怎么改：对照决定书原件，改正错的一处。正文可以另外引用别的文号，本决定自己的文号至少要出现一次。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.rules.basis import ACCURACY
from generator.rules.decisions import Decision, has_text, number_parts, span_in
from generator.rules.registry import Problem, rule

_BRACKETS = str.maketrans("[【（(［{]】）)］}", "〔〔〔〔〔〔〕〕〕〕〕〕")


@rule(severity=Severity.ERROR, since="0.3", basis=ACCURACY, clauses=("二（一）3（2）",))
def check(draft: Draft) -> Iterator[Problem]:
    """The record's own number in its text: as it is, in other brackets, or another one in its place."""
    record = draft.record
    if not isinstance(record, Decision) or record.number in record.body or not has_text(record.body):
        return
    parts = number_parts(record.number)
    numbers = re.compile(rf"{re.escape(parts.prefix)}\s*[\[【（(［{{〔](\d{{4}})[\]】）)］}}〕]\s*第?0*(\d+)\s*号", re.ASCII)
    first = None
    for found in numbers.finditer(record.body):
        if (int(found[1]), int(found[2])) == (parts.year, parts.number):
            if found[0].translate(_BRACKETS) != found[0]:
                yield Problem(
                    f"正文的文号没有用六角括号：{found[0]}", f"写成 {record.number}",
                    span_in(record, found.start(), found.end()), severity=Severity.WARNING,
                )  # fmt: skip
            return
        first = first or found
    if first is not None:
        yield Problem(
            f"正文的文号是 {first[0]}，而“文号”是 {record.number}", "对照决定书原件，改正错的一处",
            span_in(record, first.start(), first.end()),
        )  # fmt: skip
    elif record.openness == "全文":
        yield Problem(
            f"正文里没有文号 {record.number}", "对照决定书原件，在正文的标题下面补写文号", ("文号",), severity=Severity.WARNING
        )
