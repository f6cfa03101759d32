"""依法不公开的调查数据出现在文字里

问题：“微观数据”的处理是“仅比率”或者“隐去”，但正文、其他项目、更正或者附件里还写着“调查数据”的上报数、核查数或者差额。数字加了千分位、
中间有空格、换成万元，也一样能认出来。

为什么：能够识别或者推断单个统计调查对象身份的资料不得对外提供、泄露（《统计法》2024年修正，第二十八条；2009年修订，第二十五条）。
页面已经把调查数据栏里的数字隐去，文字里再写出来，就等于没有隐去。

错误示例：

    微观数据: {处理: 仅比率, 理由: ……}
    调查数据: [{指标: 应收账款, 上报数: 646, 核查数: 5087, ……}]

    正文：经核查，应收账款上报646千元，实际5,087千元。

正确示例：

    正文：经核查，应收账款上报【依法隐去】千元，实际【依法隐去】千元，差错率87.3%。

怎么改：把数字改为“【依法隐去】”，只留差错率（处理是“隐去”的，差错率也按审查意见处理）。附件换成同样处理过的文件。页面会写明隐去的
理由，全文公示率仍按全文计算。提示里不显示数字。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import KeyPath, Severity, path_text
from generator.model.draft import Draft
from generator.model.kinds.corrections import Correction
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.register import Register
from generator.primitives.figures import Figure, find_figures, may_hold_figure
from generator.primitives.privacy import Hit, Sort
from generator.rules.privacy import holder, named_places, public_prose, spans
from generator.rules.registry import Problem, rule

_WITHHELD = ("仅比率", "隐去")
#: Keys whose numbers are never figures of a survey, and the figures' own.
_ELSEWHERE = frozenset({"调查数据", "当事人", "文号", "案号", "附件", "渠道"})
_MEND = "把数字改为“【依法隐去】”，只留差错率"
_NO_CORRECTION = "要从已公开的文字里去掉数字，登记隐私处理（redactions），不登记更正：更正会把数字再写一遍"


@rule(
    severity=Severity.ERROR, since="0.3", long=True,
    basis="《统计法》（2024）第二十八条：能够识别或者推断单个统计调查对象身份的资料不得对外提供、泄露",
    clauses=("二（一）",),
)
def check(register: Register) -> Iterator[Problem]:
    """The texts and files of every decision whose figures are withheld."""
    withheld: dict[str, tuple[Figure, ...]] = {}
    for draft in register.drafts:
        if isinstance(draft.record, PenaltyDecision) and (figures := _figures(draft.record)):
            withheld[draft.record.id] = figures
            yield from _in_texts(draft, draft.record, figures)
    for act in register.of_kind(Correction):
        assert isinstance(act, Correction)
        yield from _in_correction(act, withheld.get(act.target.id, ()))
    for file in register.attachments:
        record = holder(register, file)
        figures = withheld.get(record.id, ()) if record is not None else ()
        if file.content is None or not figures:
            continue
        places = [part.place for part in file.content.fragments if _holds(part.text, figures)]
        if places:
            yield Problem(
                f"{named_places(places)}有依法不公开的调查数据", "换成把数字隐去的附件", None, file.path, quote=False
            )


def _figures(record: PenaltyDecision) -> tuple[Figure, ...]:
    if record.microdata is None or record.microdata.handling not in _WITHHELD:
        return ()
    values = [(value, row) for row in record.figures for value in (row.reported, row.verified, row.difference) if value]
    return tuple([Figure(value, row.unit, row.indicator) for value, row in values])


def _in_texts(draft: Draft, record: PenaltyDecision, figures: tuple[Figure, ...]) -> Iterator[Problem]:
    prose = public_prose(record, _ELSEWHERE)
    if not draft.suspect and not may_hold_figure("\n".join([draft.body, *(value for _where, value in prose)]), figures):
        return
    for where, value in prose:
        if _holds(value, figures):
            yield Problem(f"“{path_text(where)}”里有依法不公开的调查数据", _MEND, where, draft.path, quote=False)
    hits = (Hit(Sort.FIGURE, start, end) for start, end in find_figures(draft.body, figures))
    for _sort, span in spans(draft, hits):
        yield Problem("正文里有依法不公开的调查数据", _MEND, span, draft.path, quote=False)


def _in_correction(act: Correction, figures: tuple[Figure, ...]) -> Iterator[Problem]:
    """What a correction quotes is public too, but for the figures' own keys, whose values the page leaves out."""
    if not figures:
        return
    quoted: list[tuple[KeyPath, str]] = [(("理由",), act.reason)]
    for row, change in enumerate(act.changes):
        if (change.path or "").partition(".")[0] not in _ELSEWHERE:
            quoted += [(("更正事项", row, "原"), change.was), (("更正事项", row, "现"), change.now)]
    for where, value in quoted:
        if _holds(value, figures):
            yield Problem(f"“{path_text(where)}”里有依法不公开的调查数据", _NO_CORRECTION, where, act.origin.path, quote=False)


def _holds(text: str, figures: tuple[Figure, ...]) -> bool:
    return any(True for _ in find_figures(text, figures))
