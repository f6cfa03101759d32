"""The corpus of the benchmark: as large as promised, always the same, and free of findings; and what the benchmark prints."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

from bench.corpus import AS_OF, corpus, write_corpus
from bench.run import Measure, report
from generator import flow
from generator.model.settings import Settings
from generator.reading.tree import DirectoryTree


def test_corpus_is_free_of_findings(tmp_path: Path) -> None:
    write_corpus(100, tmp_path / "content")
    verdict = flow.check(DirectoryTree(tmp_path / "content", "content"), Settings(), AS_OF)
    assert verdict.findings == ()
    assert verdict.checked is not None
    assert all(verdict.checked.is_shown(record) for record in verdict.checked.register.documents)
    assert all(record.is_sample for record in verdict.checked.register.documents)


def test_corpus_is_the_same_each_time_and_no_two_records_are_alike() -> None:
    files = list(corpus(100))
    assert files == list(corpus(100))
    assert len({file.path for file in files}) == len({file.text for file in files}) == 100


def test_records_are_as_large_as_the_measure_says() -> None:
    parts = [file.text.split("\n---\n", 1) for file in corpus(100)]
    assert 1800 < mean(len(head.encode()) for head, _ in parts) < 2300
    assert 2700 < mean(len(body.encode()) for _, body in parts) < 3300


def test_report() -> None:
    lines = report(1000, [Measure("check", 0.5, 81.4), Measure("build", 2.0, 88.0)]).splitlines()
    assert lines[0].startswith("1000 条处罚决定 · Python 3.")
    assert [line.split() for line in lines[2:]] == [["check", "0.50", "2000", "81"], ["build", "2.00", "500", "88"]]
