"""执法环节或者日期的先后颠倒

问题：应当在先的环节，日期却在后面：没有告知就作出决定，决定以后才法制审核，集体讨论在法制审核之前，送达早于决定，公开早于公开审查，等等。

为什么：作出处罚决定以前应当告知当事人并听取意见（行政处罚法第四十四条、第六十二条），经过听证的依据听证笔录决定（第六十五条），应当
法制审核、集体讨论的先审核、讨论再决定（第五十七条、第五十八条）。次序颠倒的，多数是日期录错了；确实如此的，决定的程序有问题。
送达和执行可以在公开以后。

错误示例：

    过程:
      - {环节: 告知, 日期: 2020-06-08}
    决定日期: 2020-06-01

正确示例：

    过程:
      - {环节: 告知, 日期: 2020-05-18}
    决定日期: 2020-06-01

怎么改：对照案卷核对日期。同一天的不算颠倒；同一环节有几次的，按第一次算。先后的要求列在 content/reference/procedures.yaml，
规定有变动的在那里增加一行。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.finding import KeyPath, Severity
from generator.model.day_paths import day_at, names_a_day
from generator.model.kinds import kind_for
from generator.model.kinds.procedures import ProcedureTable, StepOrder
from generator.model.record import Document
from generator.model.register import Register
from generator.rules.decisions import procedures_of, withdrawal_of
from generator.rules.registry import Problem, rule

_PROCESS = "过程."


@rule(
    severity=Severity.ERROR, since="0.3", clauses=("二（二）", "二（三）"),
    basis="《行政处罚法》第四十四条、第五十七条、第五十八条、第六十二条、第六十五条",
)
def check(register: Register) -> Iterator[Problem]:
    """The days of every record against the orders of its procedure, and the orders themselves."""
    for table in register.of_kind(ProcedureTable):
        assert isinstance(table, ProcedureTable)
        yield from _unknown_paths(table)
    for record in register.documents:
        orders = [order for row in procedures_of(register, record) for order in row.orders]
        if orders and withdrawal_of(register, record) is None:
            yield from _reversed(record, orders)


def _unknown_paths(table: ProcedureTable) -> Iterator[Problem]:
    for index, row in enumerate(table.rows):
        kind = kind_for(row.kind)
        if kind is None:
            yield Problem(f"没有“{row.kind}”这个文件夹", "写记录的文件夹，如 penalties", ("条目", index, "类别"), table.origin.path)
            continue
        for place, order in enumerate(row.orders):
            for key, path in (("先", order.first), ("后", order.then)):
                if not names_a_day(kind, path):
                    where: KeyPath = ("条目", index, "先后", place, key)
                    hint = "写日期一项的名称，如 决定日期、听证.告知日期；环节写成 过程.告知"
                    yield Problem(f"{kind.KIND.title}的记录里没有“{path}”这个日期", hint, where, table.origin.path)


def _reversed(record: Document, orders: list[StepOrder]) -> Iterator[Problem]:
    """One problem for each day that comes too early, with all that should have come before it."""
    days = _days(record, orders)
    early: dict[str, list[StepOrder]] = {}
    for order in orders:
        first, then = days[order.first], days[order.then]
        if first is not None and then is not None and then < first:
            early.setdefault(order.then, []).append(order)
    for path, broken in early.items():
        before = "、".join(f"{_name(order.first)}（{days[order.first]}）" for order in broken)
        basis = "；".join(dict.fromkeys(order.basis for order in broken))
        message = f"{_name(path)}（{days[path]}）早于{before}"
        yield Problem(message, "对照案卷核对这几个日期，改正写错的", _where(record, path), record.origin.path, basis=basis)


def _days(record: Document, orders: Iterable[StepOrder]) -> dict[str, date | None]:
    """The day at each path that the orders name; of a step that occurs twice its first day."""
    days: dict[str, date | None] = {}
    for step in getattr(record, "process", ()):
        path = _PROCESS + step.step
        known = days.get(path)
        if known is None or step.day < known:
            days[path] = step.day
    for order in orders:
        for path in (order.first, order.then):
            if path not in days:
                days[path] = None if path.startswith(_PROCESS) else day_at(record, path)
    return days


def _name(path: str) -> str:
    return path.removeprefix(_PROCESS) if path.startswith(_PROCESS) else f"“{path}”"


def _where(record: Document, path: str) -> KeyPath:
    if not path.startswith(_PROCESS):
        return tuple(path.split("."))
    steps = [(step.day, index) for index, step in enumerate(record.process) if step.step == _name(path)]  # type: ignore[attr-defined]
    return ("过程", min(steps)[1], "日期")
