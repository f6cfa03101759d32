"""引用了另一版法律的条文

问题：引用的法律版本，在行为发生时（清单为生效那天，其他记录为决定那天）不是有效的版本；或者版本写对了，条号却是另一版的。

为什么：实施行政处罚适用违法行为发生时的规定，新的规定处罚较轻的适用新的规定（《行政处罚法》第三十七条）；清单和基准引用当时有效的版本。
《统计法》2024 年修正后条文重新编号，2009 年的第四十一条是现在的第四十四条。新旧条号的对应见 content/laws/ 各版本的“条文对应”，
每一条用在什么地方见“条文”的“用途”。

错误示例：

    行为期间: {起: 2025-04-09, 止: 2025-04-16}
    处罚依据: [{法律: laws/statistics-law, 版本: 2009, 条: 41, 款: 2}]

正确示例：

    行为期间: {起: 2025-04-09, 止: 2025-04-16}
    处罚依据: [{法律: laws/statistics-law, 版本: 2024, 条: 44, 款: 2}]

怎么改：对照决定书和法律原文核对版本和条号。条文确实没有引错、只是没有登记用途的，在 content/laws/ 该版本的“条文”中补写“用途”。
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import cache

from generator.finding import KeyPath, Severity
from generator.model.kinds.decisions import OtherDecision
from generator.model.kinds.discretion import Benchmark, DiscretionBenchmark
from generator.model.kinds.inspection_items import InspectionItemList
from generator.model.kinds.inspection_results import InspectionResult
from generator.model.kinds.laws import Law
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.policies import PolicyDocument
from generator.model.parts import Citation
from generator.model.record import Edition, Record
from generator.model.register import Register
from generator.model.walk import groups
from generator.rules.citations import instead, mixed_number, out_of_force
from generator.rules.decisions import not_withdrawn
from generator.rules.once import once_per_register
from generator.rules.penal import applied_to, law_name, laws_of, reason
from generator.rules.registry import Problem, rule

_HINT = "对照原件和法律原文核对版本和条号"
#: Provisions that are cited by the version of the conduct's day; others by that of the decision's day too.
_OF_THE_CONDUCT = frozenset(("义务", "处罚"))


@rule(
    severity=Severity.ERROR, since="0.3", basis="《行政处罚法》第三十七条；《政府信息公开条例》第六条：公开的信息应当准确",
    clauses=("二（一）1（2）",),
)
def check(register: Register) -> Iterator[Problem]:
    """The citations of decisions, policies and all editions of lists."""
    for penalty in not_withdrawn(register, PenaltyDecision):
        for key, cited, use in (("违反条款", penalty.breached, "义务"), ("处罚依据", penalty.grounds, "处罚")):
            for index, citation in enumerate(cited):
                yield from _of_penalty(register, penalty, (key, index), citation, use)
    for decision in not_withdrawn(register, OtherDecision):
        days = _decision_days(register, decision)
        for index, citation in enumerate(decision.grounds):
            # The day of the conduct is not recorded: an older version may be the right one.
            yield from _on_days(register, decision, ("决定依据", index), citation, days, (), Severity.WARNING)
    for policy in not_withdrawn(register, PolicyDocument):
        days = [day for day in (policy.adopted_on, policy.published_on) if day is not None]
        for index, citation in enumerate(policy.grounds):
            yield from _on_days(register, policy, ("依据", index), citation, days)
    for edition in register.records:
        if isinstance(edition, Edition) and not isinstance(edition, Law):
            yield from _of_edition(register, edition)


def _of_penalty(
    register: Register, penalty: PenaltyDecision, where: KeyPath, citation: Citation, use: str
) -> Iterator[Problem]:
    """A provision about the conduct must be of the version that applies to it."""
    book = laws_of(register)
    law = book.version(citation.law.id, citation.version)
    if law is None:
        return
    applied = [one for one in applied_to(register, penalty) if one.law.id == law.id]
    if applied and not _OF_THE_CONDUCT.isdisjoint(book.uses(law, citation.article)):
        fitting = [one.law for one in applied] + ([one.then for one in applied] if use == "义务" else [])
        if not any(law is one for one in fitting):
            right = applied[0].law
            why = f"{reason(applied[0], penalty)}，适用{law_name(right)}"
            message = f"{why}，这里引用了{law_name(law)}{instead(book, law, citation.article, right)}"
            yield Problem(message, _HINT, (*where, "版本"), penalty.origin.path)
            return
    days = [penalty.decided_on] + ([penalty.conduct_period.end] if penalty.conduct_period is not None else [])
    yield from _on_days(register, penalty, where, citation, days, (use,))


def _of_edition(register: Register, edition: Edition) -> Iterator[Problem]:
    """The day an edition came into force; for a row about older acts also the last day of those."""
    uses = {DiscretionBenchmark: ("处罚",), InspectionItemList: ("义务", "检查", "职责")}.get(type(edition), ())
    rows = getattr(edition, "rows", ())
    for where, citation in groups(edition, Citation):
        days = [edition.effective_on]
        row = rows[where[1]] if rows and isinstance(where[1], int) else None
        if isinstance(row, Benchmark) and row.acts_until is not None:
            days = [row.acts_until] if laws_of(register).is_penal(citation.law.id) else [*days, row.acts_until]
        yield from _on_days(register, edition, where, citation, days, uses)


def _on_days(
    register: Register, record: Record, where: KeyPath, citation: Citation, days: list[date],
    uses: Collection[str] = (), severity: Severity | None = None,
) -> Iterator[Problem]:
    book, path = laws_of(register), record.origin.path
    law = book.version(citation.law.id, citation.version)
    if law is None:
        return
    if message := out_of_force(book, law, citation.article, days):
        yield Problem(message, _HINT, (*where, "版本"), path, severity)
    elif message := _mixed(register)(citation.law.id, citation.version, citation.article, tuple(uses)):
        yield Problem(message, _HINT, (*where, "条"), path, severity)


@once_per_register
def _mixed(register: Register) -> Callable[[str, str, str, tuple[str, ...]], str]:
    """Asks :func:`mixed_number` of a version by its name, once for each article: nearly all records cite the same few."""
    book = laws_of(register)

    @cache
    def mixed(law_id: str, version: str, article: str, uses: tuple[str, ...]) -> str:
        law = book.version(law_id, version)
        return mixed_number(book, law, article, uses) if law is not None else ""

    return mixed


def _decision_days(register: Register, decision: OtherDecision) -> list[date]:
    result = register.get(decision.inspection.id) if decision.inspection is not None else None
    return [decision.decided_on] + ([result.inspected_on] if isinstance(result, InspectionResult) else [])
