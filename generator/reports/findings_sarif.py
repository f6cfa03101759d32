"""Findings as SARIF 2.1.0, the OASIS format that code-review tools read. The rules that spoke are described beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.finding import Finding, Severity
from generator.rules.registry import Rule, all_rules

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_report(findings: Sequence[Finding]) -> str:
    """One run as JSON with a final line feed. Lines and columns count from 1, columns in characters."""
    spoke = {finding.rule for finding in findings}
    rules = [rule for rule in all_rules() if rule.id in spoke]
    index = {rule.id: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "disclosure", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.doc.strip()},
        "help": {"text": rule.basis},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.path, errors="surrogatepass")}}
    if finding.span is not None:
        line, column = finding.span.line, finding.span.column
        place["region"] = {"startLine": line, "startColumn": column, "endColumn": column + finding.span.length}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}。怎么改：{finding.hint}"},
    }
    if finding.path:
        result["locations"] = [{"physicalLocation": place}]
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result
