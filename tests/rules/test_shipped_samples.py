"""The samples that the repository ships show everything: every kind, standing and act, editions that change, a chain of successors."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pytest

from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.complaints import ComplaintSummary
from generator.model.kinds.nil_statements import NilStatement
from generator.model.record import Act, Document, Edition, Effect, Record
from generator.model.references import Target
from generator.model.standing import Standing
from tests.kinds.files import ACTS, LISTS, SHOWN, name
from tests.reports.plan import content

AS_OF = date(2026, 11, 25)
CONTENT = content()
SAMPLES = tuple(record for record in CONTENT.records if record.is_sample)
#: Laws are facts, and no law is invented.
FACTS = {"laws"}


@pytest.mark.parametrize("kind", SHOWN, ids=name)
def test_every_kind_has_a_sample(kind: type[Record]) -> None:
    made = [record for record in (CONTENT.records if kind.KIND.folder in FACTS else SAMPLES) if type(record) is kind]
    assert made


@pytest.mark.parametrize("kind", ACTS, ids=name)
def test_every_act_is_done_at_least_twice(kind: type[Record]) -> None:
    assert sum(type(record) is kind for record in SAMPLES) >= 2


@pytest.mark.parametrize("kind", LISTS, ids=name)
def test_every_sort_of_list_has_changed(kind: type[Record]) -> None:
    numbers: dict[str, set[object]] = defaultdict(set)
    for record in CONTENT.records if kind.KIND.folder in FACTS else SAMPLES:
        if type(record) is kind and isinstance(record, Edition):
            numbers[record.id].add(record.number)
    assert any(len(found) >= 2 for found in numbers.values())
    if kind.KIND.folder not in FACTS:
        assert all(len(found) >= 2 for found in numbers.values()), numbers


def test_one_of_every_standing_and_a_redacted_one() -> None:
    states = {record.ref: CONTENT.state(record, AS_OF) for record in SAMPLES if isinstance(record, Document)}
    assert {state.standing for state in states.values()} == set(Standing)
    assert any(act.EFFECT is Effect.REDACT for state in states.values() for act in state.acts)
    reinstated = {act.target.id for act in SAMPLES if isinstance(act, Act) and act.KIND.folder == "reinstatements"}
    assert any(states[ref].standing is Standing.CURRENT for ref in reinstated)


def test_a_chain_of_successors() -> None:
    """A decision withdrawn for another, which was withdrawn for a third, which stands."""
    following = {
        act.target.id: successor.id
        for act in SAMPLES
        if isinstance(act, Act) and isinstance(successor := getattr(act, "successor", None), Target)
    }
    chains = [(first, second, following[second]) for first, second in following.items() if second in following]
    assert chains
    for *gone, last in chains:
        ends = [CONTENT.get(ref) for ref in (*gone, last)]
        standings = [CONTENT.state(record, AS_OF).standing for record in ends if record is not None]
        assert standings == [Standing.WITHDRAWN, Standing.WITHDRAWN, Standing.CURRENT]


def test_reports_statements_and_complaints() -> None:
    counted = Counter(type(record) for record in SAMPLES)
    assert [counted[kind] >= 2 for kind in (AnnualReport, NilStatement, ComplaintSummary)] == [True, True, True]
    reports = [record for record in SAMPLES if isinstance(record, AnnualReport)]
    assert len({report.year for report in reports}) == len(reports)
