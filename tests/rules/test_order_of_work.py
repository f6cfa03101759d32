"""Which rules begin first and which are not asked changes how long a check takes, not what it finds."""

from __future__ import annotations

import pytest

from generator import flow
from generator.finding import Fault
from generator.model.draft import Draft
from generator.reading.tree import DirectoryTree
from generator.rules.engine import problems_of
from generator.rules.registry import Rule, Scope, all_rules, rules_of
from tests.toy import AS_OF, CONTENT, SETTINGS

WORDING = [rule for rule in all_rules() if rule.only_words]


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.id)
def test_who_only_words_faults_has_nothing_to_say_without_any(rule: Rule) -> None:
    assert rule.scope is Scope.RECORD and rule.codes
    assert not list(rule.check(Draft("a.md", None, None)))


def test_who_only_words_faults_is_asked_where_there_are_some() -> None:
    assert WORDING
    draft = Draft("a.md", None, None, (Fault("file-empty"),))
    asked = {found.rule for found in problems_of(rules_of(Scope.RECORD), [("a.md", draft)])}
    assert asked == {rule.id for rule in rules_of(Scope.RECORD) if "file-empty" in rule.codes} != set()


def test_findings_come_in_the_order_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = DirectoryTree(CONTENT, "content")
    assert any(rule.long for rule in rules_of(Scope.REGISTER))
    before = flow.check(tree, SETTINGS, AS_OF).findings
    monkeypatch.setattr(flow, "_LARGE", 0)
    assert flow.check(tree, SETTINGS, AS_OF, jobs=2).findings == before
