"""The text report: what a clerk sees, column by column, and what a hostile file cannot do to the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from generator.finding import Finding, Severity, Span
from generator.reports.findings_text import EXCERPT_WIDTH, harmless, summary_line, text_report


def finding(**change: object) -> Finding:
    """A whole finding, with what the test is about."""
    values = {
        "rule": "decision-number-format",
        "severity": Severity.ERROR,
        "path": "content/penalties/2020/2020-001.md",
        "span": Span(12, 5, 12),
        "message": "文号应当用六角括号",
        "hint": "改为 示统罚决字〔2020〕1号",
        "basis": "GB/T 9704-2012",
        "excerpt": "文号: 示统罚决字[2020]1号",
    }
    return Finding(**(values | change))  # type: ignore[arg-type]


def lines(**change: object) -> list[str]:
    """The report of one finding, line by line."""
    return text_report([finding(**change)]).splitlines()


def test_whole_finding() -> None:
    assert text_report([finding()]) == (
        "content/penalties/2020/2020-001.md:12:5  错误[decision-number-format] 文号应当用六角括号\n"
        "    文号: 示统罚决字[2020]1号\n"
        "          ^^^^^^^^^^^^^^^^^\n"
        "  怎么改：改为 示统罚决字〔2020〕1号\n"
        "  依据：GB/T 9704-2012\n"
    )


def test_a_finding_without_place_prints_the_path_alone() -> None:
    assert lines(span=None, excerpt=None, severity=Severity.WARNING, basis="", hint="")[0] == (
        "content/penalties/2020/2020-001.md  警告[decision-number-format] 文号应当用六角括号"
    )
    assert len(lines(span=None, excerpt=None, basis="", hint="")) == 1


def test_a_forbidden_line_is_not_quoted() -> None:
    assert lines(excerpt=None)[1].startswith("  怎么改：")


def test_findings_stand_apart() -> None:
    first, second = text_report([finding(), finding(span=None)]).split("\n\n")
    assert first + "\n" == text_report([finding()])
    assert second == text_report([finding(span=None)])
    assert text_report([]) == ""


@pytest.mark.parametrize(
    ("source", "column", "length", "caret"),
    [
        ("abc: d", 6, 1, "     ^"),
        ("名称: 示例", 5, 2, "      ^^^^"),
        ("名称: 示例", 7, 1, "          ^"),
        ("名称: 示例", 1, 400, "^^^^^^^^^^"),
        ("\t名称: x", 2, 2, "    ^^^^"),
        ("a\u202eb: x", 3, 1, "         ^"),
        ("e\u0301: x", 5, 1, "   ^"),
    ],
)
def test_caret_stands_under_the_marked_characters(source: str, column: int, length: int, caret: str) -> None:
    assert lines(excerpt=source, span=Span(1, column, length))[2] == "    " + caret


@pytest.mark.parametrize("column", [1, 60, 500, 950, 1000])
@pytest.mark.parametrize("length", [1, 30, 700])
@pytest.mark.parametrize("char", ["字", "a"])
def test_long_lines_are_cut_around_the_caret(column: int, length: int, char: str) -> None:
    source = char * (column - 1) + "标" * length + char * max(0, 1000 - column - length)
    quoted, caret = (line[4:] for line in lines(excerpt=source, span=Span(1, column, length))[1:3])
    assert cell_len(quoted) <= EXCERPT_WIDTH
    indent = len(caret) - len(caret.lstrip(" "))
    marked = quoted[quoted.index("标") :]
    assert cell_len(quoted) - cell_len(marked) == indent
    assert quoted.count("…") >= (1 if len(source) * cell_len(char) > EXCERPT_WIDTH else 0)
    assert caret.count("^") >= min(2 * length, EXCERPT_WIDTH // 2)


def test_further_lines_of_a_hint_stand_under_the_first() -> None:
    assert lines(hint="这样写：\n条目:\n  - 编号: p01\n")[3:6] == [
        "  怎么改：这样写：",
        "          条目:",
        "            - 编号: p01",
    ]


ANY = st.text(alphabet=st.characters(), max_size=40)


@given(path=ANY, message=ANY, hint=ANY, basis=ANY, excerpt=ANY, column=st.integers(1, 60), length=st.integers(1, 60))
def test_no_file_can_steer_the_terminal(
    path: str, message: str, hint: str, basis: str, excerpt: str, column: int, length: int
) -> None:
    report = text_report(
        [finding(path=path, message=message, hint=hint, basis=basis, excerpt=excerpt, span=Span(1, column, length))]
    )
    assert {unicodedata.category(char) for char in report.replace("\n", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
    )
    report.encode()
    assert report.startswith(f"{harmless(path)}:1:{column}  错误[")


def test_colours_only_when_asked_for() -> None:
    coloured = text_report([finding()], colour=True)
    assert "\x1b[31m\x1b[1m错误[decision-number-format]\x1b[0m" in coloured
    assert "\x1b" not in text_report([finding(message="\x1b[2J", path="\x1b]0;x\x07")])
    assert coloured.count("\x1b[0m") == 3


def test_summary_counts_each_severity() -> None:
    found = [finding(), finding(), finding(severity=Severity.WARNING)]
    assert summary_line(found) == "共发现 2 个错误、1 个警告、0 个提示"
    assert summary_line([]) == "没有发现问题"
