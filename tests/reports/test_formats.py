"""The reports for other programs, each against its own schema or reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from generator.finding import Finding, Severity, Span
from generator.reports.findings_github import github_report
from generator.reports.findings_gitlab import gitlab_report
from generator.reports.findings_markdown import markdown_report
from generator.reports.findings_sarif import sarif_report
from generator.reports.formats import FORMATS

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
#: After GitLab's documentation of the code-quality report format.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}
PLACED = Finding(
    "field-missing", Severity.ERROR, "content/penalties/2020/a.md", Span(3, 5, 2), "缺少“文号”: 100%|必填", "补写\n一行",
    "规范", "文号:",
)
WHOLE = Finding("file-encoding", Severity.WARNING, "content/b,c.yaml", None, "不是 UTF-8", "另存", "规范")
NOTICE = Finding("not-a-rule", Severity.NOTICE, "content/d.md", Span(1, 1), "提示 <b>", "看一看", "规范")
FINDINGS = [PLACED, WHOLE, NOTICE, WHOLE]

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
findings = st.lists(
    st.builds(
        Finding, st.sampled_from(["field-missing", "id-duplicate"]), st.sampled_from(Severity),
        texts.map(lambda text: f"content/{text}"), st.none() | st.builds(Span, st.integers(1, 99), st.integers(1, 99)),
        texts, texts, texts,
    ),
    max_size=5,
)


@given(findings)
def test_sarif_is_valid(found: list[Finding]) -> None:
    log = json.loads(sarif_report(found))
    jsonschema.validate(log, SARIF)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == [finding.rule for finding in found]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_sarif_schema_can_refuse() -> None:
    log = json.loads(sarif_report(FINDINGS))
    log["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF)


@given(findings)
def test_gitlab_is_valid_and_its_fingerprints_are_unique(found: list[Finding]) -> None:
    report = json.loads(gitlab_report(found))
    jsonschema.validate(report, GITLAB)
    assert len({entry["fingerprint"] for entry in report}) == len(found)


def test_a_fingerprint_survives_an_edit_above() -> None:
    moved = Finding(PLACED.rule, PLACED.severity, PLACED.path, Span(9, 5), PLACED.message, PLACED.hint, PLACED.basis)
    first, second = (json.loads(gitlab_report([finding]))[0]["fingerprint"] for finding in (PLACED, moved))
    assert first == second


def test_github_lines() -> None:
    assert github_report(FINDINGS).splitlines() == [
        "::error file=content/penalties/2020/a.md,line=3,col=5,title=错误[field-missing]"
        "::缺少“文号”: 100%25|必填。怎么改：补写%0A一行",
        "::warning file=content/b%2Cc.yaml,title=警告[file-encoding]::不是 UTF-8。怎么改：另存",
        "::notice file=content/d.md,line=1,col=1,title=提示[not-a-rule]::提示 <b>。怎么改：看一看",
        "::warning file=content/b%2Cc.yaml,title=警告[file-encoding]::不是 UTF-8。怎么改：另存",
    ]


@given(findings)
def test_github_gives_one_command_a_finding(found: list[Finding]) -> None:
    lines = [line for line in github_report(found).split("\n") if line]
    assert len(lines) == len(found)
    assert all(re.match(r"::(error|warning|notice) file=[^,:]+(,(line|col)=\d+)*,title=[^,:]+::", line) for line in lines)


def test_markdown_tables_hold_every_finding_and_no_markup_of_theirs() -> None:
    html = markdown(markdown_report(FINDINGS), extensions=["tables"])
    assert html.count("<tr>") == len(FINDINGS) + len(Severity)
    assert "<b>" not in html
    assert "100%|必填" in html


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_is_a_valid_report(name: str) -> None:
    text = FORMATS[name]([])
    assert text == "" or text.endswith("\n")
