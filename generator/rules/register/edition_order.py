"""清单各版的次序不对

问题：清单的版次中间缺了一版，或者后一版的生效日期不比前一版晚。

为什么：某一天有效的是哪一版，由版次和生效日期一起决定：版次逐版加一，生效日期一版比一版晚。两版同一天生效，或者后一版反而在前，就说不清当时
有效的是哪一版，执法人员、事项当时在不在清单里也无从核对（《政府信息公开条例》第六条：及时、准确地公开政府信息）。

错误示例：

    # content/rosters/hejin-tjj/2.yaml 的生效日期是 2026-09-01
    # content/rosters/hejin-tjj/3.yaml
    版次: 3
    生效日期: 2026-08-20

正确示例：

    版次: 3
    生效日期: 2026-10-15

怎么改：核对版次和生效日期。同一天又有变动的，并进还没有公布的那一版；已经公布的，从第二天起生效。缺的一版补上，或者把版次改成连着的。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.finding import Severity
from generator.model.kinds import all_kinds
from generator.model.record import Edition
from generator.model.register import Register
from generator.rules.basis import ACCURACY
from generator.rules.fields import key_of
from generator.rules.registry import Problem, rule


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Editions of which a number is missing before, or that do not begin after the one before. Versions of laws bear years."""
    for kind in all_kinds():
        for name in register.list_ids(kind) if issubclass(kind, Edition) else ():
            numbered = sorted(register.editions(name), key=lambda edition: edition.number)
            for before, after in pairwise(numbered):
                yield from _problems(before, after)


def _problems(before: Edition, after: Edition) -> Iterator[Problem]:
    # A number that differs from the file's name is told by file-name-mismatch.
    if isinstance(after.number, int) and after.number > before.number + 1 and str(after.number) == after.origin.stem:
        yield Problem(
            f"上一版是第 {before.number} 版，缺第 {before.number + 1} 版", "版次逐版加一；缺的一版补上，或者改成连着的",
            (key_of(after, "number"),), after.origin.path,
        )
    if after.effective_on <= before.effective_on:
        key = key_of(after, "effective_on")
        yield Problem(
            f"“{key}”{after.effective_on} 不比上一版（{before.ref}，{before.effective_on}）晚",
            "核对日期；同一天又有变动的，并进还没有公布的那一版，已经公布的从第二天起生效", (key,), after.origin.path,
        )
