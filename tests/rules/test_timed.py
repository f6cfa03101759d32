"""What time alone brings about (DESIGN §2.6): only timed rules see the day, and they can only warn."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator import flow
from generator.finding import Severity
from generator.model.ledger_days import LedgerDays
from generator.model.settings import Settings
from generator.reading.tree import DirectoryTree
from generator.rules.engine import run
from generator.rules.registry import Problem, Rule, Scope, all_rules, rule
from tests.toy import CONTENT, SETTINGS

SHIPPED = Path(__file__).resolve().parents[2] / "content"
DAYS = [date(2026, 11, 25) + timedelta(days=step) for step in (0, 1, 40, 70, 400, 4000, 26000)]


def test_timed_rules_look_at_the_register_and_never_err() -> None:
    timed = [known for known in all_rules() if known.timed]
    assert timed
    for known in timed:
        assert (known.scope, known.severity is Severity.ERROR) == (Scope.REGISTER, False), known.id


def test_no_other_rule_is_handed_a_day() -> None:
    for known in all_rules():
        assert len(inspect.signature(known.check).parameters) == (2 if known.timed else 1), known.id


def test_a_timed_rule_may_not_be_declared_an_error() -> None:
    with pytest.raises(ValueError, match="time alone"):
        rule(severity=Severity.ERROR, since="0.3", basis="依据", timed=True)


def test_a_timed_rule_is_handed_the_day_and_rests_without_one() -> None:
    def check(subject: str, as_of: date) -> Iterator[Problem]:
        yield Problem(f"{subject} {as_of}", "改", basis="第六十一条")

    late = Rule("late", Scope.REGISTER, Severity.WARNING, "0.3", "依据", check, "标题\n", timed=True)
    (found,) = run([late], [("", "甲")], "content", lambda *_: (None, None), date(2026, 9, 1))
    assert (found.message, found.basis) == ("甲 2026-09-01", "第六十一条")
    assert run([late], [("", "甲")], "content", lambda *_: (None, None)) == []


@pytest.mark.parametrize(("content", "settings"), [(CONTENT, SETTINGS), (SHIPPED, Settings(main_body="bodies/hejin-tjj"))])
def test_errors_do_not_depend_on_the_day(content: Path, settings: Settings) -> None:
    tree = DirectoryTree(content, "content")
    reading = flow.read(tree)
    found = [
        {finding for finding in flow.check(tree, settings, day, reading=reading).findings if finding.severity is Severity.ERROR}
        for day in DAYS
    ]
    assert all(each == found[0] for each in found)


def test_a_ledger_is_not_asked_about_samples_that_are_left_out() -> None:
    day, tree = date(2026, 11, 25), DirectoryTree(SHIPPED, "content")
    reading = flow.read(tree)
    real = frozenset(draft.record.ref for draft in reading.drafts if draft.record is not None and not draft.record.is_sample)
    told = []
    for ledger in (None, LedgerDays(date(2026, 11, 1), day, backfilled=real)):
        for samples in (False, True):
            settings = Settings(main_body="bodies/hejin-tjj", include_samples=samples)
            told.append(flow.check(tree, settings, day, reading=reading, ledger=ledger).findings)
    without, _, left_out, shown = told
    assert left_out == without
    assert len(shown) > len(without), "samples that are shown appear with this release"
