"""Random mutations of what was public: whatever passes ``check --base`` has left all of it as it was, or says what it did."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import settings

from generator import flow
from generator.finding import KeyPath, Severity
from generator.model.declaration import Privacy
from generator.model.passages import settled
from generator.model.paths import place_at, texts
from generator.model.record import Policy
from generator.model.register import Register
from generator.model.standing import Standing, is_public
from generator.model.transition import Baseline
from tests.mutations.memory import TOY, MemoryTree
from tests.mutations.operators import mutate
from tests.toy import AS_OF, BASE_DAY, SETTINGS

CHUNKS = 4
PER_CHUNK = 60 if settings().max_examples <= 100 else 1000


class Seen(NamedTuple):
    """What the public may read of a record, and how it stands."""

    said: dict[KeyPath, str]
    body: str
    standing: Standing


@cache
def base() -> Baseline:
    """The toy as it was public the day before."""
    return flow.baseline(MemoryTree(TOY), SETTINGS, BASE_DAY)


def seen(register: Register, day: date) -> dict[str, Seen]:
    """Every record that was public by a day, as of the day of the check."""
    found = {}
    for record in register.records:
        if not isinstance(record, Policy) and is_public(record, day):
            places = {path: place_at(type(record), path) for path in texts(record)}
            said = {
                path: text for path, text in texts(record).items()
                if (place := places[path]) is not None and place.privacy is not Privacy.INTERNAL
            }
            found[record.ref] = Seen(said, settled(record.body), register.state(record, AS_OF).standing)
    return found


@pytest.mark.hypothesis
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_public_changes_without_an_error_or_a_word(chunk: int) -> None:
    before, passed = seen(base().register, BASE_DAY), 0
    for number in range(PER_CHUNK):
        what, files = mutate(TOY, Random(f"silent/{chunk}/{number}"))
        findings = flow.check(MemoryTree(files), SETTINGS, AS_OF, base=base()).findings
        assert not [finding for finding in findings if "运行出错" in finding.message], what
        if any(finding.severity is Severity.ERROR for finding in findings):
            continue
        passed += 1
        after = seen(Register(flow.read(MemoryTree(files)), SETTINGS), AS_OF)
        assert {ref: after[ref][:2] for ref in before} == {ref: old[:2] for ref, old in before.items()}, what
        if any(after[ref].standing is not old.standing for ref, old in before.items()):
            assert "terms-revised" in {finding.rule for finding in findings}, what
    assert passed > PER_CHUNK // 20
