"""Findings as a GitLab code-quality report: a JSON list that a merge request shows beside the changed lines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from generator.finding import Finding, Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def gitlab_report(findings: Sequence[Finding]) -> str:
    """The list as JSON with a final line feed. Fingerprints are stable between runs and unique within one report."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        # GitLab drops entries with the same fingerprint; the line is left out, so that an edit above does not renew it.
        identity = "\0".join((finding.rule, finding.path, finding.message))
        seen[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass")).hexdigest()
        entries.append(
            {
                "description": f"{finding.message}。怎么改：{finding.hint}",
                "check_name": finding.rule,
                "fingerprint": digest,
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": finding.path, "lines": {"begin": finding.span.line if finding.span else 1}},
            }
        )
    return json.dumps(entries, ensure_ascii=True, indent=2) + "\n"
