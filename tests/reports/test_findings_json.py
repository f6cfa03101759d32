"""The JSON report is what DESIGN §3 says, whatever the findings hold."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.finding import Finding, Severity, Span
from generator.reports.findings_json import json_report

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_PLACE = {"type": ["integer", "null"], "minimum": 1}


def closed(**properties: object) -> dict[str, object]:
    """A schema of an object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


SCHEMA = closed(
    findings={
        "type": "array",
        "items": closed(
            rule=_TEXT,
            severity={"enum": ["error", "warning", "notice"]},
            path=_TEXT,
            line=_PLACE,
            column=_PLACE,
            message=_TEXT,
            hint=_TEXT,
            basis=_TEXT,
        ),
    },
    summary=closed(error=_COUNT, warning=_COUNT, notice=_COUNT),
)

ANY = st.text(alphabet=st.characters(), max_size=20)
FINDINGS = st.builds(
    Finding,
    rule=ANY,
    severity=st.sampled_from(Severity),
    path=ANY,
    span=st.none() | st.builds(Span, line=st.integers(1, 9), column=st.integers(1, 9)),
    message=ANY,
    hint=ANY,
    basis=ANY,
    excerpt=st.none() | ANY,
)


@given(st.lists(FINDINGS, max_size=4))
def test_report_holds_its_schema_and_the_findings(findings: list[Finding]) -> None:
    text = json_report(findings)
    text.encode()
    report = json.loads(text)
    Draft202012Validator(SCHEMA).validate(report)
    for entry, finding in zip(report["findings"], findings, strict=True):
        assert entry["severity"] == finding.severity.value
        assert {entry[name] == getattr(finding, name) for name in ("rule", "path", "message", "hint", "basis")} == {True}
        assert (entry["line"], entry["column"]) == ((finding.span.line, finding.span.column) if finding.span else (None, None))
    for severity in Severity:
        assert report["summary"][severity.value] == sum(finding.severity is severity for finding in findings)


def test_the_text_is_chinese_and_fit_for_reading() -> None:
    finding = Finding("x", Severity.ERROR, "content/a.yaml", Span(3, 7), "缺少“文号”", "补上", "依据", "机密的一行")
    text = json_report([finding])
    assert '"message": "缺少“文号”"' in text
    assert "机密" not in text
    assert text.endswith("}\n")
    assert "\x9b" not in json_report([Finding("x", Severity.ERROR, "\x9b2J", None, "", "", "")])
