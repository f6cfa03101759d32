"""更正的“现”与记录不一致

问题：更正事项写的“现”，不是记录里现在的内容；或者更正的是正文，“现”在正文里找不到，或者出现了不止一处。同一项更正过几次的，
前一次的“现”应当是后一次的“原”。

为什么：更正说明和记录对不上，公众就不知道哪一个是对的（《政府信息公开条例》第六条）。

错误示例：

    # 记录里写的是 罚款金额: 5000
    更正事项:
      - {字段: 罚款金额, 原: 50000, 现: 500}

正确示例：

    更正事项:
      - {字段: 罚款金额, 原: 50000, 现: 5000}

怎么改：对照决定书原件，把记录和“现”改成一样。值照记录里的写法写，没有内容的写 （空）。正文的“原”“现”多抄几个字，使它在正文里
只出现一次；删去一段的，“现”写前后保留下来的文字。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Severity
from generator.model.editions import Flaw, Misfit, rewind
from generator.model.kinds.corrections import Correction
from generator.model.paths import ABSENT
from generator.model.record import Record
from generator.model.register import Register
from generator.rules.acts import CORRECTABLE, acted_on
from generator.rules.basis import ACCURACY
from generator.rules.registry import Problem, rule

_SILENT = (Flaw.HIDDEN, Flaw.PATH)


@rule(severity=Severity.ERROR, since="0.4", basis=ACCURACY)
def check(register: Register) -> Iterator[Problem]:
    """Changes whose 现 is not what the record says, taken back to the day of the correction."""
    for record, acts in acted_on(register):
        if not isinstance(record, CORRECTABLE):
            continue
        for step in rewind(record, acts):
            for misfit in step.misfits:
                if misfit.flaw not in _SILENT and isinstance(step.act, Correction):
                    yield _problem(step.act, misfit, record, register)


def _problem(correction: Correction, misfit: Misfit, record: Record, register: Register) -> Problem:
    change = correction.changes[misfit.index]
    where = f"{register.label}/{record.origin.path}"
    told = {
        Flaw.VALUE: (f"“{change.path}”的“现”与记录里的内容不一致", f"对照原件，把 {where} 和“现”改成一样；没有内容的写 {ABSENT}"),
        Flaw.NO_PASSAGE: ("正文里没有“现”所写的文字", f"照 {where} 的正文一字不差地抄写"),
        Flaw.PASSAGES: ("“现”所写的文字在正文里不止一处", "“原”和“现”各多抄几个字，使它在正文里只出现一次"),
        Flaw.NO_ANCHOR: (f"正文的“现”写了{ABSENT}，看不出删在哪里", "“原”和“现”都抄上前后保留下来的文字"),
    }
    message, hint = told[misfit.flaw]
    # What a correction quotes may be somebody's address: the line is for the file, not for a log.
    return Problem(message, hint, ("更正事项", misfit.index, "现"), correction.origin.path, quote=False)
