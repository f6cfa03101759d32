"""How rules are found and run: a crash is a finding and hides nothing; the layout of the package is the registry."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import flow
from generator.finding import Severity, Span
from generator.reading.tree import DirectoryTree
from generator.rules.engine import run
from generator.rules.registry import Problem, Rule, Scope, all_rules, rules_of
from tests.toy import AS_OF, SETTINGS


def fake(name: str, check: Any, scope: Scope = Scope.RECORD) -> Rule:
    """A rule that is no file."""
    return Rule(name, scope, Severity.WARNING, "0.1", "依据", check, "标题\n")


def _explodes(_subject: object) -> Iterator[Problem]:
    yield Problem("第一处", "改")
    raise KeyError("身份证号")


def _speaks(_subject: object) -> Iterator[Problem]:
    yield Problem("有问题", "改", Span(2, 3))


def _place(_path: str, where: object, _at_key: bool) -> tuple[Span | None, str | None]:
    return (where, "第二行") if isinstance(where, Span) else (None, None)


def test_a_crash_is_a_finding_and_the_others_still_run() -> None:
    found = run([fake("broken", _explodes), fake("sound", _speaks)], [("a.md", None), ("b.md", None)], "content", _place)
    assert [(finding.rule, finding.path) for finding in found] == [
        ("broken", "content/a.md"), ("sound", "content/a.md"), ("broken", "content/b.md"), ("sound", "content/b.md"),
    ]  # fmt: skip
    crash, sound = found[:2]
    assert crash.severity is Severity.ERROR
    assert "broken" in crash.message
    assert "KeyError" in crash.message
    assert "身份证号" not in crash.message + crash.hint
    assert (sound.severity, sound.span, sound.excerpt) == (Severity.WARNING, Span(2, 3), "第二行")


def test_a_crash_stops_the_build(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = fake("broken", _explodes, Scope.REGISTER)
    monkeypatch.setattr(flow, "rules_of", lambda scope: (broken,) if scope is Scope.REGISTER else rules_of(scope))
    verdict = flow.check(DirectoryTree(toy, "content"), SETTINGS, AS_OF)
    assert verdict.checked is None
    assert [finding.rule for finding in verdict.findings] == ["broken"]


def test_an_excerpt_is_left_out_on_demand() -> None:
    def secretive(_subject: object) -> Iterator[Problem]:
        yield Problem("有问题", "改", Span(2, 3), quote=False)

    (finding,) = run([fake("secretive", secretive)], [("a.md", None)], "content", _place)
    assert finding.excerpt is None
    assert finding.span == Span(2, 3)


def test_every_file_is_a_rule_under_its_own_name() -> None:
    files = set()
    for scope in Scope:
        package = importlib.import_module(f"generator.rules.{scope.value}")
        files |= {(scope, info.name.replace("_", "-")) for info in pkgutil.iter_modules(package.__path__)}
    assert {(rule.scope, rule.id) for rule in all_rules()} == files
    assert len({rule.id for rule in all_rules()}) == len(files)


def test_all_four_scopes_live() -> None:
    assert all(rules_of(scope) for scope in Scope)
