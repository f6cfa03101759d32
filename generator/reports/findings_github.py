"""Findings as GitHub annotations: one workflow command a line, shown beside the changed lines of a proposal."""

from __future__ import annotations

from collections.abc import Sequence

from generator.finding import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def github_report(findings: Sequence[Finding]) -> str:
    """``::error file=…,line=…,col=…,title=…::message``, one line a finding, with a final line feed (``""`` for none)."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def _line(finding: Finding) -> str:
    places = {"file": finding.path}
    if finding.span is not None:
        places |= {"line": str(finding.span.line), "col": str(finding.span.column)}
    places["title"] = f"{finding.severity.label}[{finding.rule}]"
    listed = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(f'{finding.message}。怎么改：{finding.hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
