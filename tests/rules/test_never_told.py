"""No finding of any rule prints personal data, wherever in a record they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import flow
from generator.finding import Severity, Span
from generator.reading.tree import DirectoryTree
from generator.reports.findings_json import json_report
from generator.reports.findings_text import text_report
from generator.rules.engine import run
from generator.rules.registry import Problem, Rule, Scope
from tests.primitives.constructed import CARD, ID, ID_15, ID_TYPO, MAIL, MOBILE, PLATE
from tests.rules.cases import ROOT
from tests.toy import AS_OF, CONTENT, SETTINGS

VALUES = (ID, ID_TYPO, ID_15, MOBILE, CARD, MAIL, PLATE, "139 0000 000")
RECORD = "penalties/2020/2020-001.md"
LINES = (CONTENT / RECORD).read_text("utf-8").split("\n")
HEAD = LINES[: LINES.index("---", 1)]
KEYS = [row for row, line in enumerate(HEAD) if ": " in line]


def report(content: Path) -> str:
    """Everything that is printed, in both forms."""
    findings = flow.check(DirectoryTree(content, "content"), SETTINGS, AS_OF).findings
    assert findings
    return text_report(findings) + json_report(findings)


@pytest.mark.parametrize("row", KEYS, ids=[HEAD[row].partition(":")[0].strip(" -{") for row in KEYS])
def test_whatever_key_holds_it(toy: Path, row: int) -> None:
    key, _, _rest = LINES[row].partition(": ")
    lines = [*LINES[:row], f"{key}: {ID}，{MOBILE}，{MAIL}，{CARD}", *LINES[row + 1 :]]
    (toy / RECORD).write_text("\n".join(lines), "utf-8")
    told = report(toy)
    assert not [value for value in VALUES if value in told]


def test_whatever_the_body_holds(toy: Path) -> None:
    with (toy / RECORD).open("a", encoding="utf-8") as file:
        file.write(f"\n<b>{ID}</b> [x](javascript:{MOBILE}) {PLATE}&nbsp;{MAIL}\n\n{{{CARD}}}\n")
    told = report(toy)
    assert not [value for value in VALUES if value in told]


def test_the_cases_tell_nothing() -> None:
    files = [*ROOT.glob("*/personal-data/*/expected.txt"), *ROOT.glob("*/attachment-*/*/expected.txt")]
    assert len(files) > 15
    assert not [(file, value) for file in files for value in VALUES if value in file.read_text("utf-8")]


def _speaks(_subject: object) -> list[Problem]:
    return [Problem(f"“{ID}”不对，“{MOBILE}”也不对", f"是不是“{ID_TYPO}”？", Span(1, 1))]


@pytest.mark.parametrize(("line", "quoted"), [(f"号码: {ID}", None), ("号码: 见附件", "号码: 见附件")])
def test_the_engine_veils_what_a_rule_lets_slip(line: str, quoted: str | None) -> None:
    rule = Rule("loose", Scope.RECORD, Severity.ERROR, "0.1", "依据", _speaks, "标题\n")
    (finding,) = run([rule], [("a.md", None)], "content", lambda *_: (Span(1, 1), line))
    assert finding.message == "“（不显示）”不对，“（不显示）”也不对"
    assert finding.hint == "是不是“（不显示）”？"
    assert finding.excerpt == quoted


def test_the_json_report_is_looked_at(toy: Path) -> None:
    (toy / RECORD).write_text("\n".join(LINES).replace("案件来源: 专项检查", "案件来源: 专项"), "utf-8")
    findings = flow.check(DirectoryTree(toy, "content"), SETTINGS, AS_OF).findings
    assert "专项" in json.loads(json_report(findings))["findings"][0]["message"]
