"""Random mutations: no crash, no traceback, bounded time, sound findings; and time alone never makes an error."""

from __future__ import annotations

import time
from datetime import date
from random import Random

import pytest
from hypothesis import settings

from generator import flow
from generator.finding import Finding, Severity
from generator.reports.findings_json import json_report
from generator.reports.findings_text import text_report
from tests.mutations.memory import TOY, MemoryTree
from tests.mutations.operators import mutate
from tests.toy import AS_OF, SETTINGS

#: Chunks that run side by side; 100 mutations each in the suite, 1,000 each in ``make judge``.
CHUNKS = 10
PER_CHUNK = 100 if settings().max_examples <= 100 else 1000
LATER = (date(2026, 11, 30), date(2030, 1, 1), date(2098, 12, 31))
#: Seconds that one check of the toy may take at the most, on a busy machine.
BOUND = 20


def check(files: dict[str, bytes], as_of: date) -> tuple[Finding, ...]:
    """All findings; a crash of a rule would be one of them."""
    return flow.check(MemoryTree(files), SETTINGS, as_of).findings


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.hypothesis
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_mutations(chunk: int) -> None:
    sound = 0
    for number in range(PER_CHUNK):
        random = Random(f"{chunk}/{number}")
        what, files = mutate(TOY, random)
        if random.random() < 0.2:
            second, files = mutate(files, random)
            what = f"{what}; {second}"
        start = time.monotonic()
        findings = check(files, AS_OF)
        assert time.monotonic() - start < BOUND, what
        for finding in findings:
            assert "运行出错" not in finding.message, (what, finding)
            assert finding.rule != "file-unexplained", (what, finding)
            assert finding.path == "content" or finding.path.startswith("content/"), (what, finding)
            assert finding.message, (what, finding)
            assert finding.hint, (what, finding)
        assert "Traceback" not in text_report(findings)
        assert json_report(findings)
        if not errors(findings):
            sound += 1
            for day in LATER[number % len(LATER) :]:
                assert errors(check(files, day)) == [], (what, day)
    assert sound > PER_CHUNK // 20


def test_a_crash_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.model.register import Register

    def broken(_register: Register, *_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Register, "exists", broken)
    assert any("运行出错" in finding.message for finding in check(TOY, AS_OF))
