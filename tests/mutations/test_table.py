"""The table of single mutations: every case of a rule is one change of the toy; beside it stands exactly what it gives.

The exact reports are compared in ``tests/rules/test_cases.py``; here the table is drawn from them and held to what it must be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from generator.rules.registry import Scope, rules_of
from tests.rules.cases import Case, all_cases

TABLE = Path(__file__).with_name("table.txt")
_RULE = re.compile(r"^\S.*?  (?:错误|警告|提示)\[([a-z0-9-]+)\] ", re.MULTILINE)


def given(case: Case) -> list[str]:
    """The rules that speak in the case's exact report."""
    return sorted(set(_RULE.findall(case.expected.read_text("utf-8"))))


def failing() -> list[Case]:
    """The cases that give findings."""
    return [case for case in all_cases() if given(case)]


def test_every_failing_case_holds_the_rule_meant() -> None:
    for case in failing():
        assert case.rule in given(case), case.name


def test_there_are_enough_single_mutations_over_all_groups() -> None:
    single = [case for case in failing() if len(case.data.get("change", ())) == 1]
    assert len(single) >= 150
    meant = {case.rule for case in failing()}
    for scope in Scope:
        assert {rule.id for rule in rules_of(scope)} <= meant, scope


def test_the_table(golden: Callable[[Path, str], None]) -> None:
    rows = [f"{case.name}: {', '.join(given(case))}" for case in failing()]
    golden(TABLE, "\n".join(rows) + "\n")
