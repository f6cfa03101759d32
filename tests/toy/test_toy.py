"""The toy register is free of findings on its day, free of errors on every day, and holds one record of each standing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import flow
from generator.finding import Severity
from generator.model.kinds import all_kinds
from generator.model.kinds.laws import Law
from generator.model.record import Document
from generator.model.standing import Standing
from generator.reading.tree import DirectoryTree
from tests.toy import AS_OF, CONTENT, SETTINGS, check_tree, commit


def test_no_finding() -> None:
    assert check_tree(CONTENT) == ()


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2099, 12, 31)])
def test_no_error_on_any_day(day: date) -> None:
    assert [finding for finding in check_tree(CONTENT, as_of=day) if finding.severity is Severity.ERROR] == []


def test_no_finding_against_itself(toy: Path) -> None:
    assert check_tree(toy, base=commit(toy)) == ()


def test_every_standing_is_there() -> None:
    checked = flow.check(DirectoryTree(CONTENT, "content"), SETTINGS, AS_OF).checked
    assert checked is not None
    standings = [checked.state(record).standing for record in checked.register.documents]
    assert set(standings) == set(Standing)
    assert any(isinstance(record, Document) and record.is_secret for record in checked.register.documents)
    invented = [record for record in checked.register.records if record.KIND.stage is not None and type(record) is not Law]
    assert all(record.is_sample for record in invented), "the laws alone are facts"


def test_every_kind_that_is_shown_is_there() -> None:
    checked = flow.check(DirectoryTree(CONTENT, "content"), SETTINGS, AS_OF).checked
    assert checked is not None
    assert [kind.__name__ for kind in all_kinds() if kind.KIND.stage is not None and not checked.register.of_kind(kind)] == []
