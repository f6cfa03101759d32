"""Runs rules over their subjects and turns what they report into findings with a line, an excerpt and a basis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from generator.finding import Finding, Severity, Span, Where
from generator.model.draft import Draft
from generator.primitives.privacy import find
from generator.rules.registry import Problem, Rule

#: Finds the place of a problem: (path, where, at the key?) → (span, source line), either may be None.
Locate = Callable[[str, Where, bool], tuple[Span | None, str | None]]


class Reported(NamedTuple):
    """A problem as a rule reported it, before anybody looked where it stands: it can be sent from one process to another."""

    rule: str
    severity: Severity
    basis: str
    path: str
    problem: Problem


def run(
    rules: Iterable[Rule],
    subjects: Iterable[tuple[str, Any]],
    label: str,
    locate: Locate,
    as_of: date | None = None,
) -> list[Finding]:
    """Run every rule over every subject, and say where the problems stand; ``label`` is put before paths. See :func:`problems_of`."""
    return findings_of(problems_of(rules, subjects, as_of), label, locate)


def problems_of(rules: Iterable[Rule], subjects: Iterable[tuple[str, Any]], as_of: date | None = None) -> list[Reported]:
    """Run every rule over every subject.

    ``subjects`` are (default path, subject) pairs. Timed rules are handed ``as_of`` too, and rest where it is None. A rule that
    crashes becomes a problem itself; the other rules still run (DESIGN §5).
    """
    found: list[Reported] = []
    chosen = tuple(rule for rule in rules if as_of is not None or not rule.timed)
    judging = tuple(rule for rule in chosen if not rule.only_words)
    for path, subject in subjects:
        for rule in judging if isinstance(subject, Draft) and not subject.faults else chosen:
            try:
                problems = list(rule.check(subject, as_of) if rule.timed else rule.check(subject))
            except Exception as error:  # noqa: BLE001 - a crash of one rule must not hide the others' findings
                problems = [_crash(rule, error)]
            for problem in problems:
                severity, basis = problem.severity or rule.severity, problem.basis or rule.basis
                found.append(Reported(rule.id, severity, basis, problem.path or path, problem))
    return found


def findings_of(reported: Iterable[Reported], label: str, locate: Locate) -> list[Finding]:
    """The findings, in the order of the problems."""
    return [_finding(item, label, locate) for item in reported]


def _crash(rule: Rule, error: Exception) -> Problem:
    return Problem(
        f"规则 {rule.id} 运行出错（{type(error).__name__}），本条检查没有完成",
        "这是程序的问题，不是记录的问题：请把本行连同记录文件交给维护人员",
        severity=Severity.ERROR,
        quote=False,
    )


def _finding(reported: Reported, label: str, locate: Locate) -> Finding:
    rule, severity, basis, path, problem = reported
    span, line = locate(path, problem.where, problem.at_key) if path else (None, None)
    return Finding(
        rule=rule,
        severity=severity,
        path=f"{label}/{path}" if label and path else path or label,
        span=span,
        message=_veiled(problem.message),
        hint=_veiled(problem.hint),
        basis=basis,
        excerpt=line if problem.quote and line is not None and not find(line) else None,
    )


def _veiled(text: str) -> str:
    """A text without the personal data in it: whatever a rule is about, its words must not spread what must not be public."""
    for hit in reversed(find(text)):
        text = f"{text[: hit.start]}（不显示）{text[hit.end :]}"
    return text

