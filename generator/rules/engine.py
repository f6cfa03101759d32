"""Runs rules over their subjects and turns what they report into findings with a line, an excerpt and a basis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from generator.finding import Finding, Severity, Span, Where
from generator.primitives.privacy import find
from generator.rules.registry import Problem, Rule

#: Finds the place of a problem: (path, where, at the key?) → (span, source line), either may be None.
Locate = Callable[[str, Where, bool], tuple[Span | None, str | None]]


def run(
    rules: Iterable[Rule],
    subjects: Iterable[tuple[str, Any]],
    label: str,
    locate: Locate,
    as_of: date | None = None,
) -> list[Finding]:
    """Run every rule over every subject.

    ``subjects`` are (default path, subject) pairs; ``label`` is put before paths. Timed rules are handed ``as_of`` too, and rest
    where it is None. A rule that crashes becomes a finding itself; the other rules still run (DESIGN §5).
    """
    found: list[Finding] = []
    chosen = tuple(rule for rule in rules if as_of is not None or not rule.timed)
    for path, subject in subjects:
        for rule in chosen:
            try:
                problems = list(rule.check(subject, as_of) if rule.timed else rule.check(subject))
            except Exception as error:  # noqa: BLE001 - a crash of one rule must not hide the others' findings
                problems = [_crash(rule, error)]
            for problem in problems:
                found.append(_finding(rule, problem, problem.path or path, label, locate))
    return found


def _crash(rule: Rule, error: Exception) -> Problem:
    return Problem(
        f"规则 {rule.id} 运行出错（{type(error).__name__}），本条检查没有完成",
        "这是程序的问题，不是记录的问题：请把本行连同记录文件交给维护人员",
        severity=Severity.ERROR,
        quote=False,
    )


def _finding(rule: Rule, problem: Problem, path: str, label: str, locate: Locate) -> Finding:
    span, line = locate(path, problem.where, problem.at_key) if path else (None, None)
    return Finding(
        rule=rule.id,
        severity=problem.severity or rule.severity,
        path=f"{label}/{path}" if label and path else path or label,
        span=span,
        message=_veiled(problem.message),
        hint=_veiled(problem.hint),
        basis=problem.basis or rule.basis,
        excerpt=line if problem.quote and line is not None and not find(line) else None,
    )


def _veiled(text: str) -> str:
    """A text without the personal data in it: whatever a rule is about, its words must not spread what must not be public."""
    for hit in reversed(find(text)):
        text = f"{text[: hit.start]}（不显示）{text[hit.end :]}"
    return text

