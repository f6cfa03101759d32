"""Findings for other programs: one JSON object with every finding and the counts (DESIGN §3). Source lines are not part of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from generator.finding import Finding, Severity

#: What JSON allows in a string but a terminal would obey (DEL, C1, bidi) or UTF-8 cannot hold (lone surrogates of file names).
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_report(findings: Sequence[Finding]) -> str:
    """``{"findings": […], "summary": {"error": n, "warning": n, "notice": n}}``, indented, with a final line feed.

    ``line`` and ``column`` count from 1 and are null for a finding about the file as a whole.
    """
    counted = Counter(finding.severity for finding in findings)
    report = {
        "findings": [_entry(finding) for finding in findings],
        "summary": {severity.value: counted[severity] for severity in Severity},
    }
    text = json.dumps(report, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _entry(finding: Finding) -> dict[str, str | int | None]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.span.line if finding.span else None,
        "column": finding.span.column if finding.span else None,
        "message": finding.message,
        "hint": finding.hint,
        "basis": finding.basis,
    }
