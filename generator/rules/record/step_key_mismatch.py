"""“过程”与记录的其他日期对不上

问题：决定、集体讨论、法制审核、听证、送达、检查，在“过程”里有一个环节，在记录里另有一项日期，两处的日期不同，或者只填了一处；归档
两处都填了而日期不同。

为什么：这些日期是同一件事。两处不一致，一定有一处错了；办案期限、送达期限都从这些日期算起，错了就会算错（行政处罚法第四十七条：
全过程记录）。

错误示例：

    过程:
      - {环节: 送达, 日期: 2020-06-04}
    送达日期: 2020-06-03

正确示例：

    过程:
      - {环节: 送达, 日期: 2020-06-03}
    送达日期: 2020-06-03

怎么改：对照案卷，改正写错的一处，补写缺的一处。听证告知书的送达填环节“告知”，日期与“听证.告知日期”相同。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.finding import Severity
from generator.model.day_paths import day_at, names_a_day
from generator.model.draft import Draft
from generator.model.record import Document
from generator.rules.decisions import STEP_KEYS, Decision
from generator.rules.registry import Problem, rule

#: Steps that may stand in 过程 alone: a notice is given in every case, the right to a hearing in few; the filing may be told once.
_LOOSE = ("告知", "归档")


@rule(
    severity=Severity.ERROR, since="0.3", clauses=("二（二）",),
    basis="《行政处罚法》第四十七条：对行政处罚的全过程进行记录",
)
def check(draft: Draft) -> Iterator[Problem]:
    """Each step against the key that says the same; a record without any step is left to other rules."""
    record = draft.record
    process = getattr(record, "process", ()) if isinstance(record, Document) else ()
    if not process:
        return
    days: dict[str, list[date]] = {}
    for step in process:
        days.setdefault(step.step, []).append(step.day)
    for name, key in STEP_KEYS.items():
        key_day = day_at(record, key)
        if name in days or key_day is not None:
            yield from _compared(record, name, key, days.get(name, []), key_day)


def _compared(record: Document, name: str, key: str, days: list[date], key_day: date | None) -> Iterator[Problem]:
    path = tuple(key.split("."))
    if key_day is None:
        if name not in _LOOSE and names_a_day(type(record), key):
            index = next(index for index, step in enumerate(record.process) if step.step == name)  # type: ignore[attr-defined]
            hint = f"补写“{key}”，日期与“过程”里的{name}相同"
            yield Problem(f"“过程”里有{name}，而记录没有填“{key}”", hint, ("过程", index, "日期"))
    elif not days and name != "归档" and (name != "决定" or isinstance(record, Decision)):
        hint = f"在“过程”里补写一行，如 {{环节: {name}, 日期: {key_day}}}"
        yield Problem(f"填了“{key}”，而“过程”里没有{name}这个环节", hint, path)
    elif days and key_day not in days:
        said = "、".join(map(str, days))
        yield Problem(f"“{key}”是 {key_day}，而“过程”里的{name}是 {said}", "对照案卷，改正写错的一处", path)
