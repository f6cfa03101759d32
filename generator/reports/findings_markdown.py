"""Findings as a Markdown summary: for the page of a CI run, and for platforms that show no annotations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.finding import Finding, Severity
from generator.reports.findings_text import harmless, summary_line

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def markdown_report(findings: Sequence[Finding]) -> str:
    """A heading with the counts, then one table a severity, gravest first; every text is escaped."""
    parts = [f"## {summary_line(findings)}\n"]
    for severity in Severity:
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            rows = "\n".join(_row(finding) for finding in chosen)
            parts.append(f"### {severity.label}\n\n| 位置 | 规则 | 问题 | 怎么改 |\n|---|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _row(finding: Finding) -> str:
    place = finding.path + (f":{finding.span.line}" if finding.span else "")
    return "| " + " | ".join(_cell(text) for text in (place, finding.rule, finding.message, finding.hint)) + " |"


def _cell(text: str) -> str:
    return _MARKS.sub(r"\\\1", harmless(text).replace("\n", " "))
