"""正文里的当事人与记录的当事人不一致

问题：公开全文的决定，正文里没有“当事人.名称”所写的名称，或者正文里的统一社会信用代码是另一个。

为什么：处罚的是谁，是决定最要紧的内容。页面上方和正文各写一个名称或者代码，就可能把处罚安到别人头上（行政处罚法第五十九条第一款第一项；
政府信息公开条例第六条）。

错误示例：

    当事人: {名称: 示例钢铁有限公司, 类别: 法人及非法人组织}
    ---
    当事人：示例建材有限公司

正确示例：

    当事人: {名称: 示例钢铁有限公司, 类别: 法人及非法人组织}
    ---
    当事人：示例钢铁有限公司

怎么改：对照决定书原件和营业执照，改正错的一处。名称已经依法隐去的，正文写“【依法隐去】”，这一条不再检查名称。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.finding import Severity
from generator.model.draft import Draft
from generator.rules.decisions import WITHHELD, Decision, has_text, span_in
from generator.rules.registry import Problem, rule

#: Eighteen characters of the code's alphabet with a digit or letter on neither side.
_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NP-RT-UW-Y]{18}(?![0-9A-Za-z])", re.ASCII)
_IGNORED = re.compile(r"[\s*_\\]+")


@rule(
    severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第五十九条第一款第一项；《政府信息公开条例》第六条",
    clauses=("二（一）3（2）",),
)
def check(draft: Draft) -> Iterator[Problem]:
    """Name and code of the party in the text; neither is printed."""
    record = draft.record
    if not isinstance(record, Decision) or record.party is None or not has_text(record.body):
        return
    body, party = record.body, record.party
    if record.openness == "全文" and party.name not in body and WITHHELD not in body and _folded(party.name) not in _folded(body):
        yield Problem(
            "正文里没有“当事人.名称”所写的名称", "对照决定书原件和营业执照，改正错的一处；依法隐去的，正文写“【依法隐去】”",
            ("当事人", "名称"), quote=False,
        )  # fmt: skip
    if party.credit_code is not None and party.credit_code != WITHHELD and party.credit_code not in body:
        other = _CODE.search(body)
        if other is not None:
            yield Problem(
                "正文里的统一社会信用代码与“当事人.统一社会信用代码”不同", "对照营业执照，改正错的一处",
                span_in(record, *other.span()), quote=False,
            )  # fmt: skip


def _folded(text: str) -> str:
    """Without blanks and emphasis, in half-width forms: the ways in which one name is written."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))
