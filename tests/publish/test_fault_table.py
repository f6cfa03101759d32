"""Holds docs/faults.md to the tests that are there, and to the faults that issue 7 names."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [line.strip("| ").split(" | ") for line in (ROOT / "docs/faults.md").read_text("utf-8").splitlines() if "`tests/" in line]
#: A word of each fault that must have a row.
NAMED = (
    "rendering", "exports", "search index", "before and after the switch", "disk full while rendering",
    "while the ledger is written", "read-only", "two publishers", "older run", "conflict after the merge", "half an upload",
    "flipped byte", "rollback past", "clock a day ahead", "midnight in Beijing", "scheduled run", "calendar year", "forced push",
    "shallow clone", "stale cache", "unknown files", "ledger that is missing", "ten switches",
)


def functions(file: str) -> set[str]:
    """The tests in a file."""
    return {node.name for node in ast.parse((ROOT / file).read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", [row for row in ROWS if len(row) == 2], ids=lambda row: row[0])
def test_each_fault_s_test_is_there(row: list[str]) -> None:
    found = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row[1])
    assert found
    for file, name in found:
        assert name in functions(file)


@pytest.mark.parametrize("name", NAMED)
def test_each_named_fault_has_a_row(name: str) -> None:
    assert [row for row in ROWS if name in row[0]] != []
