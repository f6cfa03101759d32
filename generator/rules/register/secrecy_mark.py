"""带有密级或者内部资料的标志

问题：文字或者附件里有“机密★”“密级：秘密”“工作秘密”“内部资料 注意保存”这样的标志。句子里说到“国家秘密”“工作秘密”这些词的，不算。

为什么：国家秘密不予公开（《政府信息公开条例》第十四条）；工作秘密应当保密（《统计法》2024年修正，第十一条）。带着标志的材料出现在
公开的内容里，不是材料不该公开，就是标志没有去掉，都要先查清楚。

错误示例：

    机密★一年

    示例县统计局行政处罚决定书

正确示例：决定书的正文里没有任何标志；带标志的材料不放进附件。

怎么改：带标志的材料一律先撤出，交保密审查。经审查不属于国家秘密、工作秘密的，按程序去掉标志以后再公开。不要只删标志。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity, path_text
from generator.model.draft import Draft
from generator.model.register import Register
from generator.primitives.privacy import find_secrecy
from generator.rules.privacy import is_suspect, named_places, places_of, spans, texts
from generator.rules.registry import Problem, rule

_MEND = "先把材料撤出来，交保密审查；确认可以公开的，去掉标志以后再放进来。不要只删标志"


@rule(
    severity=Severity.ERROR, since="0.3",
    basis="《政府信息公开条例》第十四条、第十七条：国家秘密不予公开，公开前应当进行保密审查；《统计法》（2024）第十一条",
    clauses=("二（一）",),
)
def check(register: Register) -> Iterator[Problem]:
    """Every free text, every Markdown text, every attachment."""
    for draft in register.drafts:
        if draft.suspect:
            yield from _in_draft(draft)
    for file in register.attachments:
        if file.content is None or not is_suspect(file.content.fragments):
            continue
        for places in places_of(file.content.fragments, find_secrecy).values():
            yield Problem(f"{named_places(places)}有密级或者内部资料的标志", _MEND, None, file.path, quote=False)


def _in_draft(draft: Draft) -> Iterator[Problem]:
    for where, _slot, value in texts(draft.record) if draft.record is not None else ():
        if find_secrecy(value):
            yield Problem(
                f"“{path_text(where)}”里有密级或者内部资料的标志", _MEND, where, draft.path, quote=False,
            )
    part = "页面" if draft.kind is None else "正文"
    for _sort, span in spans(draft, find_secrecy(draft.body)):
        yield Problem(f"{part}里有密级或者内部资料的标志", _MEND, span, draft.path, quote=False)
