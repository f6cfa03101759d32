"""Every rule does what its cases say, and every rule has cases and a help page."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from generator.rules.registry import Rule, all_rules
from tests.conftest import Golden
from tests.rules.cases import ROOT, Case, all_cases

CASES = all_cases()
RULES = {rule.id: rule for rule in all_rules()}
SECTIONS = ("问题：", "为什么：", "错误示例：", "正确示例：", "怎么改：")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report(case: Case, tmp_path: Path, golden: Golden) -> None:
    assert case.data["about"].strip()
    golden(case.expected, case.report(tmp_path))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_rule_has_a_failing_case_and_a_near_miss(rule: Rule) -> None:
    reports = [case.expected.read_text("utf-8") for case in CASES if case.rule == rule.id]
    assert any(f"[{rule.id}]" in report for report in reports), "no case fails"
    assert "" in reports, "no near miss passes"


def test_every_case_belongs_to_a_rule_of_its_scope() -> None:
    homes = defaultdict(set)
    for case in CASES:
        homes[case.rule].add(case.folder.relative_to(ROOT).parts[0])
    assert {rule: {RULES[rule].scope.value} for rule in homes} == dict(homes)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_help_page(rule: Rule) -> None:
    title, blank, *rest = rule.doc.strip().splitlines()
    assert title
    assert not title.endswith("。")
    assert blank == ""
    starts = [line.partition("：")[0] + "：" for line in rest if line.startswith(SECTIONS)]
    assert starts == list(SECTIONS), "the sections, each once and in this order"
    assert rule.basis
    assert rule.since
