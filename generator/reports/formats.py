"""The forms in which findings are handed on, by the name that ``check --format`` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.finding import Finding
from generator.reports.findings_github import github_report
from generator.reports.findings_gitlab import gitlab_report
from generator.reports.findings_json import json_report
from generator.reports.findings_markdown import markdown_report
from generator.reports.findings_sarif import sarif_report

#: Forms for other programs; ``text`` is for people and printed with colours, so it is not among them.
FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {
        "json": json_report,
        "github": github_report,
        "gitlab": gitlab_report,
        "sarif": sarif_report,
        "markdown": markdown_report,
    }
)
