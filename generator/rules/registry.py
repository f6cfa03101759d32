"""The rules and how they are found: one file is one rule, its name is the rule's id, its docstring is its help page."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import ModuleType

from generator.finding import Fault, Severity, Where
from generator.model.draft import Draft


class Scope(StrEnum):
    """What a rule looks at; also the folder that its file lives in."""

    RECORD = "record"
    """One :class:`~generator.model.draft.Draft` at a time."""
    REGISTER = "register"
    """The whole :class:`~generator.model.register.Register`."""
    CHANGE = "change"
    """A :class:`~generator.model.transition.Transition`."""
    SITE = "site"
    """The finished bytes, a :class:`~generator.model.site.FinishedSite`."""
    WAIVER = "waiver"
    """What is left after all other rules over content have spoken, a :class:`~generator.rules.waivers.Settlement`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found; the engine adds rule id, line and basis.

    ``path`` is relative to the content folder; a record rule leaves it empty. ``quote`` is False where the source line must not
    be printed because it may hold personal data.
    """

    message: str
    hint: str
    where: Where = None
    path: str = ""
    severity: Severity | None = None
    quote: bool = True
    at_key: bool = False
    """The caret belongs under the key, not under its value."""
    basis: str = ""
    """What this very problem rests on, where policy data say it; empty: the rule's own basis."""


#: Takes the scope's subject; a timed rule takes the day ``as_of`` after it.
Check = Callable[..., Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with everything that ``explain`` and the reports say of it."""

    id: str
    scope: Scope
    severity: Severity
    since: str
    basis: str
    """The clause or specification that asks for it, in Chinese."""
    check: Check
    doc: str
    """The help page: first line is the title."""
    codes: frozenset[str] = field(default_factory=frozenset)
    """The fault codes that this rule words."""
    timed: bool = False
    """Compares days with ``as_of``: a rule over the register that only ever warns (DESIGN §2.6)."""
    declared: tuple[str, ...] = ()
    """Clauses of the bureau's plan that the rule serves beside those that its basis names."""
    only_words: bool = False
    """Has nothing to say of a draft without faults."""
    long: bool = False
    """Looks through the texts of all records, which takes longest."""
    of_proposal: bool = False
    """Of change rules: asks a proposal to explain itself. A release, which may come days later and bundle several, is not asked again."""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of the bureau's plan that the rule serves (``reference/plan-clauses.yaml``), as they are named."""
        return tuple(dict.fromkeys((*_named_clauses(self.basis), *self.declared)))

    @property
    def title(self) -> str:
        """The help page's first line."""
        return self.doc.strip().splitlines()[0]


#: The plan as a basis names it, then the numbers of its clauses; of several in one place the place is said once: 二（一）3（1）、（2）.
_PLAN = re.compile(r"实施方案》(?P<numbers>[一二三四五六七八九十（）\d、]+)")
_LAST = re.compile(r"（\d+）$")


def _named_clauses(basis: str) -> Iterator[str]:
    for match in _PLAN.finditer(basis):
        place = ""
        for number in match["numbers"].strip("、").split("、"):
            place = f"{_LAST.sub('', place)}{number}" if number.startswith("（") else number
            yield place


#: Words one fault of a draft: (message, hint).
Wording = Callable[[Fault, Draft], tuple[str, str]]


def rule(
    *, severity: Severity, since: str, basis: str, codes: Iterable[str] = (), timed: bool = False,
    clauses: tuple[str, ...] = (), long: bool = False, of_proposal: bool = False,
) -> Callable[[Check], Check]:
    """Mark the module's check function as its rule; ``codes`` are the fault codes that it words.

    A ``long`` rule over the register is begun before the others, so that no process is left waiting for it at the end.

    A ``timed`` rule is called with the register and ``as_of``. No other rule but those of changes is handed the day, so that what
    time alone brings about can only be a warning (DESIGN §2.6).
    """
    if timed and severity is Severity.ERROR:
        raise ValueError("what time alone brings about is a warning")

    def mark(check: Check) -> Check:
        check.declared = (severity, since, basis, frozenset(codes), timed, clauses, long, of_proposal)  # type: ignore[attr-defined]
        return check

    return mark


def worded(draft: Draft, wordings: Mapping[str, Wording], *, at_key: bool = False) -> Iterator[Problem]:
    """The faults of a draft that ``wordings`` knows, in words."""
    for fault in draft.faults:
        wording = wordings.get(fault.code)
        if wording is not None:
            message, hint = wording(fault, draft)
            yield Problem(message, hint, fault.where, at_key=at_key)


def fault_rule(
    *, severity: Severity, since: str, basis: str, wordings: Mapping[str, Wording], at_key: bool = False,
    clauses: tuple[str, ...] = (),
) -> Check:
    """A record rule that only words the faults whose codes it owns."""

    @rule(severity=severity, since=since, basis=basis, codes=wordings, clauses=clauses)
    def check(draft: Draft) -> Iterator[Problem]:
        return worded(draft, wordings, at_key=at_key)

    check.only_words = True  # type: ignore[attr-defined]
    return check


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by scope and id. Found by walking the scope packages."""
    found = []
    for scope in Scope:
        package = importlib.import_module(f"generator.rules.{scope.value}")
        for info in pkgutil.iter_modules(package.__path__):
            found.append(_rule_of(importlib.import_module(f"{package.__name__}.{info.name}"), scope))
    return tuple(found)


def _rule_of(module: ModuleType, scope: Scope) -> Rule:
    severity, since, basis, codes, timed, clauses, long, of_proposal = module.check.declared
    if timed and scope is not Scope.REGISTER:
        raise ValueError(f"{module.__name__}: only a rule over the register may compare days with as_of")
    name = module.__name__.rsplit(".", 1)[1].replace("_", "-")
    only_words = getattr(module.check, "only_words", False)
    return Rule(
        name, scope, severity, since, basis, module.check, module.__doc__ or "", codes, timed, clauses, only_words, long, of_proposal
    )  # fmt: skip


def rules_of(scope: Scope) -> tuple[Rule, ...]:
    """The rules of one scope."""
    return tuple(rule for rule in all_rules() if rule.scope is scope)
