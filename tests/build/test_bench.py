"""The corpus of the benchmark: as large as promised, always the same, and free of errors; and what the benchmark prints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

from bench.corpus import AS_OF, corpus, withdrawals, write_corpus
from bench.run import BUILD, CHECK, READ, ROOT, UNPROVED, Measure, commands, report
from bench.takedown import report as takedown_report
from generator import flow
from generator.model.record import Document
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.reading.tree import DirectoryTree

#: A corpus of decisions alone lacks what a body publishes beside them.
LACKS = {"annual-report-overdue", "first-edition-overdue", "nil-statement-missing", "reviewer-share"}


def test_corpus_is_free_of_errors(tmp_path: Path) -> None:
    write_corpus(300, tmp_path / "content")
    verdict = flow.check(DirectoryTree(tmp_path / "content", "content"), Settings(), AS_OF)
    assert {finding.rule for finding in verdict.findings} == LACKS
    assert verdict.checked is not None
    register = verdict.checked.register
    assert len(register.documents) == 300
    assert len(register.acts) == 3
    states = [verdict.checked.state(record).standing for record in register.records if isinstance(record, Document)]
    assert states.count(Standing.WITHDRAWN) == 3
    assert all(verdict.checked.is_shown(record) for record in register.documents)
    assert all(record.is_sample for record in (*register.documents, *register.acts))


def test_corpus_is_the_same_each_time_and_no_two_records_are_alike() -> None:
    files = list(corpus(100))
    assert files == list(corpus(100))
    assert list(withdrawals(1000)) == list(withdrawals(1000))
    assert len({file.path for file in files}) == len({file.text for file in files}) == 100


def test_records_are_as_large_as_the_measure_says() -> None:
    parts = [file.text.split("\n---\n", 1) for file in corpus(100)]
    assert 1800 < mean(len(head.encode()) for head, _ in parts) < 2300
    assert 2700 < mean(len(body.encode()) for _, body in parts) < 3300


def test_report() -> None:
    lines = report(1000, [Measure(CHECK, 0.5, 81.4), Measure(BUILD, 2.0, 88.0)]).splitlines()
    assert lines[0].startswith("1000 条处罚决定 · Python 3.")
    assert [line.split() for line in lines[2:]] == [["check", "0.50", "2000", "81"], ["build", "2.00", "500", "88"]]


def test_report_of_the_promised_size_says_what_was_kept() -> None:
    measures = [Measure(READ, 3, 200), Measure(CHECK, 6.5, 200), Measure(UNPROVED, 8, 300), Measure(BUILD, 10, 401)]
    told = [line.rsplit(maxsplit=3)[1:] for line in report(10_000, measures).splitlines()[-4:]]
    assert told == [["10.00", "12", "达到"], ["401.00", "400", "没有达到"], ["2.17", "2", "没有达到"], ["1.25", "1.3", "达到"]]


@pytest.mark.parametrize(
    ("records", "takedown", "told"),
    [(10_000, 60.0, "60.0 秒（目标：60 秒：达到）"), (10_000, 60.1, "60.1 秒（目标：60 秒：没有达到）"), (1000, 61.0, "61.0 秒")],
)
def test_report_of_a_takedown_says_whether_it_was_in_time(records: int, takedown: float, told: str) -> None:
    *_, seconds, ratio = takedown_report(records, 30.0, takedown).splitlines()
    assert seconds.endswith(f" {told}")
    assert ratio == f"takedown ÷ build = {takedown / 30:.2f}"


@pytest.mark.parametrize("name", [READ, UNPROVED])
def test_parts_run_alone(name: str, tmp_path: Path) -> None:
    """They end without a fault; the site that is built without the proof is the same as that with it."""
    write_corpus(120, tmp_path / "content")
    for part in {name, BUILD if name == UNPROVED else READ}:
        words = commands(tmp_path / "content", tmp_path / part)[part]
        subprocess.run([sys.executable, "-m", *words], cwd=ROOT, check=True, capture_output=True)
    if name == UNPROVED:
        sites = [tmp_path / UNPROVED, tmp_path / BUILD]
        pages = [{file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()} for site in sites]
        assert len(pages[0]) > 120
        assert pages[0] == pages[1]
