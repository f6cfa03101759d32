"""What the penalty rules share: the law that applies to each penalty, the kind of its party, and how provisions are called.

It finds nothing wrong by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.model.kinds.laws import Law, PenaltyRange
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.law_versions import Applied, LawBook
from generator.model.parts import Citation, Party
from generator.model.register import Register
from generator.rules.decisions import not_withdrawn
from generator.rules.once import once_per_register
from generator.rules.scopes import scope_on

ORGAN = "国家机关"
#: 当事人类别 → 主体 of a penal provision; a legal person may turn out to be a state organ.
SUBJECTS = {"法人及非法人组织": "企业事业单位或者其他组织", "个体工商户": "个体工商户", "自然人": "个人"}


@once_per_register
def laws_of(register: Register) -> LawBook:
    """The registered laws."""
    return LawBook(register.of_kind(Law))  # type: ignore[arg-type]


def is_organ(register: Register, penalty: PenaltyDecision, party: Party) -> bool:
    """Whether the party is a state organ, by the first characters of its credit code."""
    scope = scope_on(register, "国家机关", penalty.decided_on)
    code = party.credit_code or ""
    return scope is not None and code.startswith(scope.prefixes)


def subject_of(register: Register, penalty: PenaltyDecision) -> str | None:
    """The party as penal provisions call it; None where the record names no party."""
    party = penalty.party
    if party is None:
        return None
    if party.sort == "法人及非法人组织" and is_organ(register, penalty, party):
        return ORGAN
    return SUBJECTS[party.sort]


@once_per_register
def _applied(register: Register) -> dict[str, tuple[Applied, ...]]:
    book = laws_of(register)
    found: dict[str, tuple[Applied, ...]] = {}
    for penalty in not_withdrawn(register, PenaltyDecision):
        subject = subject_of(register, penalty)
        if subject is None or penalty.conduct_period is None:
            continue
        end, day = penalty.conduct_period.end, penalty.decided_on
        codes = dict.fromkeys(target.row or "" for target in penalty.conduct)
        each = (book.applied(code, subject, penalty.gravity, end, day) for code in codes)
        found[penalty.ref] = tuple(one for one in each if one is not None)
    return found


def applied_to(register: Register, penalty: PenaltyDecision) -> tuple[Applied, ...]:
    """What the law provides for each conduct of a penalty; empty where it cannot be told."""
    return _applied(register).get(penalty.ref, ())


def names(provisions: Iterable[Citation], cited: Citation) -> bool:
    """Whether a citation is of one of these articles, whatever its paragraph."""
    return any(item.article == cited.article and item.version == cited.version and item.law == cited.law for item in provisions)


def is_mitigated(register: Register, penalty: PenaltyDecision) -> bool:
    """Whether the penalty cites the provision by which it may fall below what the law or the benchmark asks for."""
    scope = scope_on(register, "减轻处罚", penalty.decided_on)
    return scope is not None and any(names(scope.provisions, item) for item in penalty.grounds)


def hides_fine(penalty: PenaltyDecision) -> bool:
    """Whether a redaction took the amount out, so that it cannot be judged."""
    return penalty.fine is None and "fine" in penalty.model_fields_set


def law_name(law: Law) -> str:
    """A version as findings call it: 《统计法》（2024）."""
    return f"《{law.short_name}》（{law.origin.stem}）"


def provision(law: Law, allowed: PenaltyRange) -> str:
    """A penal provision as findings call it: 《统计法》（2024）第 44 条第 2 款."""
    paragraph = f"第 {allowed.paragraph} 款" if allowed.paragraph is not None else ""
    return f"{law_name(law)}第 {allowed.article} 条{paragraph}"


def reason(applied: Applied, penalty: PenaltyDecision) -> str:
    """Why this version of the law applies, as the beginning of a sentence."""
    assert penalty.conduct_period is not None
    lighter = "，决定时的新规定处罚较轻" if applied.is_lighter_new else ""
    return f"行为止于 {penalty.conduct_period.end}{lighter}"


def yuan(amount: Decimal) -> str:
    """An amount as findings print it: 5000 元."""
    return f"{amount:f} 元"
