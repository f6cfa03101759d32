"""The generated documents and schemas are fresh: ``make docs`` rewrites them, this holds them against the code."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from generator.cli.manual import commands_page
from generator.cli.program import COMMANDS
from generator.model.declaration import walk_slots
from generator.model.kinds import all_kinds
from generator.reports.coverage import coverage_page
from generator.reports.field_docs import fields_page
from generator.reports.generated import GeneratedFile, generated_files
from generator.reports.rule_docs import rules_page
from generator.rules.registry import all_rules
from tests.conftest import Golden
from tests.reports.plan import content, plan_clauses

ROOT = Path(__file__).resolve().parents[2]
FILES = (
    *generated_files(),
    GeneratedFile("docs/commands.md", commands_page()),
    GeneratedFile("docs/coverage.md", coverage_page(plan_clauses(), content().pages)),
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path)
def test_committed_file_is_fresh(file: GeneratedFile, golden: Golden) -> None:
    golden(ROOT / file.path, file.text)


@pytest.mark.parametrize("folder", ["schemas", "docs/templates"])
def test_no_file_of_a_kind_that_is_gone(folder: str) -> None:
    committed = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir()}
    assert committed == {file.path for file in FILES if file.path.startswith(f"{folder}/")}


def test_every_key_is_documented() -> None:
    page = fields_page()
    for kind in all_kinds():
        section = page.split(f"\n## {kind.KIND.title}\n", 1)[1].split("\n## ", 1)[0]
        for path, slot in walk_slots(kind):
            rows = [row for row in section.splitlines() if row.startswith("| `")]
            mine = [row for row in rows if row.split("`")[1].replace(".1.", ".") == ".".join(path)]
            assert len(mine) == 1, f"{kind.__name__}: {path}"
            assert slot.declaration.description in mine[0]


def test_every_row_has_all_columns() -> None:
    rows = [row for row in fields_page().splitlines() if row.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {9}


def test_every_rule_and_command_is_documented() -> None:
    for rule in all_rules():
        assert f"\n## {rule.id}\n\n**{rule.title}**\n" in rules_page()
    for name in COMMANDS:
        assert f"\n## disclosure {name}\n" in commands_page()


def test_chinese_sentences_are_not_torn_by_blanks() -> None:
    lines = rules_page().splitlines()
    torn = [
        (above, below)
        for above, below in pairwise(lines)
        if above and below and ord(above[-1]) > 127 and ord(below[0]) > 127
    ]
    assert torn == []
