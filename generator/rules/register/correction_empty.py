"""更正前后一样

问题：更正事项的“原”和“现”一样，什么都没有更正；或者同一份更正里，同一个字段写了两次。

为什么：更正说明要让公众看到改了什么（《政府信息公开条例》第六条）。隐私处理以后，引用被隐去内容的更正，“原”“现”都改成
【依法隐去】，这是可以的。

错误示例：

    更正事项: [{字段: 罚款金额, 原: 5000, 现: 5000}]

正确示例：

    更正事项: [{字段: 罚款金额, 原: 50000, 现: 5000}]

怎么改：“原”写更正前公开的内容，“现”写更正后的内容。没有改动的，删去这一项。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.kinds.corrections import Correction
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Changes that change nothing, and fields that one correction changes twice."""
    for correction in register.of_kind(Correction):
        assert isinstance(correction, Correction)
        seen: set[str] = set()
        for index, change in enumerate(correction.changes):
            where = ("更正事项", index, "现")
            if change.was == change.now and MARKER not in change.now:
                yield Problem(
                    f"{_name(change.path)}的“原”和“现”一样", "“原”写更正前公开的内容；没有改动的，删去这一项", where,
                    correction.origin.path, quote=False,
                )
            if change.path is not None and change.path in seen:
                yield Problem(
                    f"“{change.path}”在这份更正里写了两次", "并成一项：“原”写更正前公开的内容，“现”写现在的内容", (*where[:2], "字段"),
                    correction.origin.path,
                )
            seen.add(change.path or "")


def _name(path: str | None) -> str:
    return "正文" if path is None else f"“{path}”"
