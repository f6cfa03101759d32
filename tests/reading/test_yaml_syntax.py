"""Slips that break YAML's grammar: each named at its own line, all at once, and no false alarm."""

from __future__ import annotations

import time

import pytest

from generator.finding import Span
from generator.reading.decode import MAX_BYTES
from generator.reading.yaml_text import parse

COLON, TAB, SYNTAX = "yaml-fullwidth-colon", "yaml-tab", "yaml-syntax"


def found(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault."""
    return [(fault.code, fault.where.line, fault.where.column) for fault in parse(text)[1]]


def problems(text: str) -> list[str]:
    return [fault.context["problem"] for fault in parse(text)[1] if fault.code == SYNTAX]


COLONS = {
    "only line": ("文号：x\n", [(COLON, 1, 3)]),
    "with a blank": ("文号： x\n", [(COLON, 1, 3)]),
    "all lines": ("文号：x\n案号： y\n", [(COLON, 1, 3), (COLON, 2, 3)]),
    "first line": ("文号：x\n案号: y\n", [(COLON, 1, 3)]),
    "middle line": ("案号: y\n文号：x\n金额: 1\n", [(COLON, 2, 3)]),
    "last line": ("案号: y\n文号：x\n", [(COLON, 2, 3)]),
    "last line without its end": ("案号: y\n文号：x", [(COLON, 2, 3)]),
    "several": ("甲: 1\n乙：2\n丙: 3\n丁：4\n戊：5\n己: 6\n", [(COLON, 2, 2), (COLON, 4, 2), (COLON, 5, 2)]),
    "above a nested mapping": ("当事人：\n  名称: 示例\n", [(COLON, 1, 4)]),
    "within a nested mapping": (
        "当事人:\n  名称：示例\n  地址：某地\n  电话: 1\n",
        [(COLON, 2, 5), (COLON, 3, 5)],
    ),
    "within a list": (
        "过程:\n  - 环节：立案\n    日期: 1\n  - 环节: 告知\n    日期：2\n",
        [(COLON, 2, 7), (COLON, 5, 7)],
    ),
    "in braces": ("甲: {乙：1, 丙: 2}\n", [(COLON, 1, 6)]),
    "followed by a quoted value": ('甲: 1\n乙："2"\n丙: 3\n', [(COLON, 2, 2)]),
    "followed by a list": ("甲: 1\n乙：[a, b]\n丙: 3\n", [(COLON, 2, 2)]),
    "after a blank": ("甲: 1\n乙 ：2\n丙: 3\n", [(COLON, 2, 3)]),
}


@pytest.mark.parametrize("name", COLONS)
def test_full_width_colon(name: str) -> None:
    text, expected = COLONS[name]
    assert found(text) == expected


INNOCENT = {
    "value": "说明: 注意：甲\n",
    "value with blanks": "说明: 注意： 甲： 乙\n",
    "continued value": "说明: 甲\n  注意：乙\n  依据：丙\n",
    "quoted value": "说明: '甲\n  注意：乙\n  '\n",
    "block": "说明: |\n  注意：甲\n  依据：乙\n",
    "folded block": "说明: >-\n  注意：甲\n  依据：乙\n",
    "comment": "# 文号：x\n甲: 1 # 乙：2\n",
    "list item": "说明:\n  - 注意：甲\n  - 依据：乙\n",
    "flow list": "说明: [注意：甲, 依据：乙]\n",
    "quoted key": '"甲：乙": 1\n',
}
#: Errors that have nothing to do with colons, put behind each of the above.
BROKEN = {
    "unclosed": "末: [1\n",
    "bare word": "末\n尾: 1\n",
    "quote": '末: "x" y\n',
    "two colons": "末: a: b\n",
    "sign": "末: @\n",
    "closing bracket": "]\n",
}


@pytest.mark.parametrize("name", INNOCENT)
def test_full_width_colon_elsewhere_passes(name: str) -> None:
    assert found(INNOCENT[name]) == []


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("name", INNOCENT)
def test_full_width_colon_elsewhere_is_not_blamed(name: str, broken: str) -> None:
    text = INNOCENT[name]
    assert [(code, line) for code, line, _ in found(text + BROKEN[broken])] == [
        (SYNTAX, text.count("\n") + 1)
    ]


def test_continued_value_is_not_blamed_for_the_next_line() -> None:
    assert found("理由: 甲\n  注意：乙\n文号：丙\n金额: 1\n") == [(COLON, 3, 3)]
    assert found("说明：甲\n  注意：乙\n金额: 1\n") == [(COLON, 1, 3)]
    assert found("理由: 甲\n  注意：乙\n  金额: 1\n") == [(SYNTAX, 3, 5)]


RECORD = """\
文号: 示例统罚决字〔2020〕1号
当事人: {名称: 示例公司, 类别: 法人及非法人组织}
法定代表人:
  姓名: 示例某
  电话: 0359-0000000
违法事实: 报表中：营业收入不实。
  经查：上报数 646。
调查数据:
  - 报表: 工业企业成本费用
    上报数: 646
  - 报表: 能源购进
    上报数: 5087
处罚内容: |
  给予：警告。
    罚款: 5000 元
执法人员: [S0001, S0002]
过程:
  - {环节: 立案, 日期: 2020-05-06}
  - {环节: 告知, 日期: 2020-05-20}
决定日期: 2020-06-01
"""
#: What a hand slips to -> the fault.
MISTYPED = {
    ": ": {"：": COLON, "： ": COLON, " ：": COLON, ":": SYNTAX, ":　": SYNTAX},
    ":\n": {"：\n": COLON},
}


def mistyped() -> list[tuple[str, str, int]]:
    """The record with each colon of a key mistyped in each way; the fault's code and line."""
    rows = RECORD.splitlines(keepends=True)
    texts = [row == "    罚款: 5000 元\n" for row in rows]
    return [
        ("".join([*rows[:number], row.replace(right, wrong, 1), *rows[number + 1 :]]), code, number + 1)
        for number, row in enumerate(rows)
        if not texts[number]
        for right, wrongs in MISTYPED.items()
        for wrong, code in wrongs.items()
        if right in row
    ]


def test_record_is_good_before_the_slips() -> None:
    assert found(RECORD) == []


def test_each_slip_anywhere_in_a_record_is_the_one_finding_at_its_line() -> None:
    slips = mistyped()
    assert len(slips) == 73
    assert [
        (code, line) for text, code, line in slips if [f[:2] for f in found(text)] != [(code, line)]
    ] == []


TABS = {
    "nested": ("甲:\n\t乙: 1\n\t丙: 2\n", [(TAB, 2, 1), (TAB, 3, 1)]),
    "deeper": ("甲:\n\t乙:\n\t\t丙: 1\n", [(TAB, 2, 1), (TAB, 3, 1)]),
    "after blanks": ("甲:\n  乙: 1\n  \t丙: 2\n", [(TAB, 3, 3)]),
    "root": ("\t甲: 1\n", [(TAB, 1, 1)]),
    "list": ("甲:\n\t- 乙\n\t- 丙\n", [(TAB, 2, 1), (TAB, 3, 1)]),
    "among lines two deep": ("甲:\n  乙: 1\n\t丙: 2\n  丁：3\n  戊: 4\n", [(TAB, 3, 1), (COLON, 4, 4)]),
    "among lines four deep": (
        "甲:\n    乙: 1\n\t丙: 2\n    丁：3\n    戊: 4\n",
        [(TAB, 3, 1), (COLON, 4, 6)],
    ),
    "behind a dash": ("甲:\n  -\t乙: 1\n", [(TAB, 2, 4)]),
    "continued value": ("甲: 乙\n\t丙\n", [(TAB, 2, 1)]),
    "line of blanks": ("甲: 1\n\t\n乙: 2\n", [(TAB, 2, 1)]),
    "block": ("甲: |\n\t乙\n", [(TAB, 2, 1)]),
    "before a value": ("甲:\t1\n乙: \t2\n", [(TAB, 1, 3), (TAB, 2, 4)]),
    "behind a value": ("甲: 1\t\n乙: [1,\t2]\n", [(TAB, 1, 5), (TAB, 2, 7)]),
    "before a comment": ("甲: 1\t# 注\n\t# 注\n", [(TAB, 1, 5), (TAB, 2, 1)]),
}


@pytest.mark.parametrize("name", TABS)
def test_tab(name: str) -> None:
    text, expected = TABS[name]
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["甲: '1\t2'\n", '甲: "1\t2"\n', "甲: 1\t2\n", "甲: 1 # 2\t3\n", "# 1\t2\n甲: 1\n", "甲: |\n  1\t2\n"],
)
def test_tab_within_a_value_or_a_comment_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["- '甲\t'\n", "甲: 1\n---\n乙: '\t'\n", "'甲\t'\n"])
def test_tab_in_a_part_that_was_not_walked_is_not_judged(text: str) -> None:
    assert TAB not in [code for code, *_ in found(text)]


def test_columns_count_the_file_as_it_is() -> None:
    text = "甲:\n\t乙：1\n\t丙: {丁: 1, 丁: 2}\n"
    assert found(text) == [(TAB, 2, 1), (COLON, 2, 3), (TAB, 3, 1), ("yaml-key-duplicate", 3, 12)]
    assert found("甲: 0\n乙：{丁: 1, 丁: &x 2}\n")[1:] == [
        ("yaml-key-duplicate", 2, 10),
        ("yaml-anchor", 2, 13),
    ]


def test_other_faults_come_out_beside_the_slips() -> None:
    assert found("甲: 1\n乙：2\n甲: 3\n丙: *x\n丁: [1\n") == [
        (COLON, 2, 2),
        ("yaml-key-duplicate", 3, 1),
        ("yaml-alias", 4, 4),
        (SYNTAX, 5, 4),
    ]


SLIPS = {
    "no blank": ("甲: 1\n乙:2\n丙: 3\n", 2, 2, "冒号后面要空一格"),
    "full-width blank": ("甲: 1\n乙:　2\n丙: 3\n", 2, 2, "全角"),
    "bare word": ("甲: 1\n乙\n丙: 3\n", 2, 1, "冒号加空格"),
    "two colons": ("甲: 乙: 丙\n", 1, 5, "多了一个“冒号加空格”"),
    "unclosed bracket": ("甲: [1, 2\n乙: 3\n", 1, 4, "方括号"),
    "unclosed brace": ("甲: {乙: 1\n丙: 3\n", 1, 4, "花括号"),
    "unclosed quote": ("甲: '乙\n丙: 3\n", 1, 4, "引号"),
    "words behind a quote": ('甲: "乙" 丙\n', 1, 8, "引号"),
    "escape": ('甲: "C:\\数据"\n', 1, 7, "反斜杠"),
    "percent": ("甲: %5\n", 1, 4, "加引号"),
    "at sign": ("甲: @乙\n", 1, 4, "加引号"),
    "star": ("甲: *乙\n", 1, 4, "*"),
    "exclamation mark": ("甲: !乙 丙\n", 1, 4, "!"),
    "indented less": ("甲:\n  乙: 1\n 丙: 2\n", 3, 2, "对齐"),
    "root indented": (" 甲: 1\n乙: 2\n", 2, 1, "缩进"),
    "list on the line of its key": ("甲: - 乙\n", 1, 4, "另起一行"),
    "list not aligned": ("甲:\n  - 乙\n  丙\n", 3, 3, "- "),
    "block header": ("甲: |乙\n", 1, 4, "换行"),
    "block header with a nought": ("甲: |0\n  乙\n", 1, 4, "不能是 0"),
    "bracket too many": ("{甲: 1}}\n", 1, 7, "右括号"),
    "closing bracket": ("甲: ]\n", 1, 4, "加引号"),
    "items not aligned": ("甲:\n  - 乙\n - 丙\n", 3, 2, "对齐"),
    "list ends with a key": ("甲:\n    - 乙\n    丙: 1\n", 3, 5, "列表的每一项"),
    "question mark": ("甲: ? 乙\n", 1, 4, "? "),
    "ampersand": ("甲: &\n", 1, 4, "&"),
    "marks in a quote": ("甲: '\n---\n'\n", 1, 4, "引号"),
    "hexadecimal escape": ('甲: "\\xZZ"\n', 1, 7, "反斜杠"),
    "half a character": ('甲: "\\ud800"\n', 1, 7, "反斜杠"),
    "tag handle": ("甲: !x!y 乙\n", 1, 4, "!"),
    "tag address": ("甲: !<x 乙\n", 1, 4, "!"),
    "unknown directive": ("%FOO\n---\n甲: 1\n", 1, 1, "%"),
    "second directive": ("%YAML 1.1\n%YAML 1.1\n---\n甲: 1\n", 2, 1, "不合 YAML"),
    "directive": ("%乙\n甲: 1\n", 1, 1, "%"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_syntax_error_is_explained_where_it_began(name: str) -> None:
    text, line, column, words = SLIPS[name]
    assert found(text) == [(SYNTAX, line, column)]
    assert words in problems(text)[0]


@pytest.mark.parametrize("text", [text for text, *_ in SLIPS.values()])
def test_explanations_hold_no_word_of_the_parser(text: str) -> None:
    assert not any(
        word in problem for problem in problems(text) for word in ("expected", "found", "context", "allowed")
    )


def test_addresses_and_times_are_no_keys() -> None:
    assert found("网址\nhttp://www.example.cn\n") == [("yaml-not-mapping", 1, 1)]
    assert [code for code, *_ in found("甲: 1\n12:30\n乙: 2\n")] == [SYNTAX]
    assert "冒号加空格" in problems("甲: 1\n12:30\n乙: 2\n")[0]


def test_first_line_of_the_file_is_counted() -> None:
    _, faults = parse("甲: 1\n乙：2\n丙:\n\t丁: 3\n", first_line=2)
    assert [(fault.code, fault.where) for fault in faults] == [(COLON, Span(3, 2)), (TAB, Span(5, 1))]


@pytest.mark.parametrize(
    "text",
    [
        "甲: 1\n" + "乙：2\n" * 90_000,
        "甲：1\n" * 100_000,
        "甲:\n" + "\t乙: 2\n" * 90_000,
        "".join(f"甲{n}: 1\n" for n in range(25_000)) + "乙：2\n丙：3\n丁: [\n",
    ],
    ids=["colons", "only colons", "tabs", "at the end"],
)
def test_a_large_broken_file_takes_seconds_at_most(text: str) -> None:
    assert 0.2 * MAX_BYTES < len(text.encode()) <= MAX_BYTES
    start = time.perf_counter()
    assert found(text)
    assert time.perf_counter() - start < 20
