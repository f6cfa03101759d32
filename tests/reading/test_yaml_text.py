"""Keys and values of a record: what is read and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.finding import Span
from generator.reading.yaml_text import MAX_DEPTH, MAX_FAULTS, locate, parse


def found(text: str, first_line: int = 1) -> list[tuple[str, int, int, dict[str, Any]]]:
    """Code, line, column and context of each fault."""
    return [(f.code, f.where.line, f.where.column, dict(f.context)) for f in parse(text, first_line)[1]]


def test_every_scalar_is_the_text_that_was_typed() -> None:
    text = (
        "编号: 010\n开: no\n空:\n波浪: ~\n无: null\n时: 12:30\n日: 2020-06-01\n率: 87.3%\n引: '5000'\n"
        "块: |\n  一\n  二\n折: >-\n  一\n  二\n表: [a, {b: 1}]\n空表: []\n空键: {}\n"
    )
    assert parse(text) == (
        {
            "编号": "010",
            "开": "no",
            "空": "",
            "波浪": "~",
            "无": "null",
            "时": "12:30",
            "日": "2020-06-01",
            "率": "87.3%",
            "引": "5000",
            "块": "一\n二\n",
            "折": "一 二",
            "表": ["a", {"b": "1"}],
            "空表": [],
            "空键": {},
        },
        (),
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\na: 1\n",
        "a: 1\n...\n",
        "{}\n",
        "? a\n: 1\n",
        '"a：b": 1\n',
        "'<<': 1\n",
    ],
)
def test_unusual_but_right(text: str) -> None:
    data, faults = parse(text)
    assert data is not None
    assert faults == ()


REFUSED = {
    "duplicate key": (
        "a: 1\nb: 2\na: 3\n",
        [("yaml-key-duplicate", 3, 1, {"key": "a", "first_line": 1})],
        {"a": "1", "b": "2"},
    ),
    "duplicate key within": (
        "a: {x: 1}\nb:\n  - x: 1\n    x: 2\n",
        [("yaml-key-duplicate", 4, 5, {"key": "x", "first_line": 3})],
        {"a": {"x": "1"}, "b": [{"x": "1"}]},
    ),
    "duplicate of a duplicate": (
        "a: {x: 1}\na:\n  y: 1\n  y: 2\n",
        [
            ("yaml-key-duplicate", 4, 3, {"key": "y", "first_line": 3}),
            ("yaml-key-duplicate", 2, 1, {"key": "a", "first_line": 1}),
        ],
        {"a": {"x": "1"}},
    ),
    "anchor": ("a: &x 1\n", [("yaml-anchor", 1, 4, {"name": "x"})], {"a": "1"}),
    "anchor of the root": ("&x\na: 1\n", [("yaml-anchor", 1, 1, {"name": "x"})], {"a": "1"}),
    "anchor of a list": ("a: &x [1]\n", [("yaml-anchor", 1, 4, {"name": "x"})], {"a": ["1"]}),
    "anchor of a key": ("&x a: 1\n", [("yaml-anchor", 1, 1, {"name": "x"})], {"a": "1"}),
    "anchor in a list": ("a: [&x 1]\n", [("yaml-anchor", 1, 5, {"name": "x"})], {"a": ["1"]}),
    "alias": ("a: *x\nb: *x\n", [("yaml-alias", 1, 4, {"name": "x"})], {"a": "*x", "b": "*x"}),
    "alias as a key": ("*x : 1\nb: 2\n", [("yaml-alias", 1, 1, {"name": "x"})], {"b": "2"}),
    "merge key": ("<<: {a: 1}\nb: 2\n", [("yaml-merge", 1, 1, {})], {"b": "2"}),
    "tag": ("a: !!str 1\n", [("yaml-tag", 1, 4, {"tag": "!!str"})], {"a": "1"}),
    "local tag": ("a: !x {b: 1}\n", [("yaml-tag", 1, 4, {"tag": "!x"})], {"a": {"b": "1"}}),
    "tag of nothing": ("a: ! 1\n", [("yaml-tag", 1, 4, {"tag": "!"})], {"a": "1"}),
    "tag directive": ("%TAG ! tag:x,2020:\n---\na: 1\n", [("yaml-tag", 1, 1, {"tag": "%TAG"})], {"a": "1"}),
    "second document": ("a: 1\n---\nb: 2\n", [("yaml-documents", 2, 1, {})], {"a": "1"}),
    "list as a key": ("? [a]\n: 1\nb: 2\n", [("yaml-key-not-text", 1, 3, {"shape": "列表"})], {"b": "2"}),
    "mapping as a key": ("{{a: 1}: 1, b: 2}\n", [("yaml-key-not-text", 1, 2, {"shape": "键值"})], {"b": "2"}),
    "empty key": ("?\n: 1\nb: 2\n", [("yaml-key-not-text", 1, 2, {"shape": "空"})], {"b": "2"}),
    "quoted empty key": ("'': 1\nb: 2\n", [("yaml-key-not-text", 1, 1, {"shape": "空"})], {"b": "2"}),
    "full-width colon in braces": (
        "a: {x：1, y: 2}\n",
        [("yaml-fullwidth-colon", 1, 6, {"key": "x"})],
        {"a": {"x：1": "", "y": "2"}},
    ),
    "no blank in braces": (
        "a: {x:1, y: 2}\n",
        [("yaml-syntax", 1, 6, {"problem": "冒号后面要空一格"})],
        {"a": {"x:1": "", "y": "2"}},
    ),
    "full-width blank before a key": (
        "　a: 1\n",
        [("yaml-syntax", 1, 1, {"problem": "键的前面或后面有全角空格，请改用普通空格"})],
        {"　a": "1"},
    ),
    "hidden escape": ('a: "x\\u202ey"\n', [("char-bidi", 1, 4, {"char": "U+202E"})], {"a": "x\u202ey"}),
    "hidden escape in a key": (
        '"\\u200b": 1\n',
        [("char-zero-width", 1, 1, {"char": "U+200B"})],
        {"\u200b": "1"},
    ),
    "list": ("- a\n", [("yaml-not-mapping", 1, 1, {"shape": "列表"})], None),
    "text": ("正文\n", [("yaml-not-mapping", 1, 1, {"shape": "文字"})], None),
    "alias alone": ("*a\n", [("yaml-not-mapping", 1, 1, {"shape": "文字"})], None),
    "nothing": ("", [("yaml-not-mapping", 1, 1, {"shape": "空"})], None),
    "comment only": ("# 注\n", [("yaml-not-mapping", 1, 1, {"shape": "空"})], None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_and_the_rest_still_read(name: str) -> None:
    text, faults, data = REFUSED[name]
    assert found(text) == faults
    assert parse(text)[0] == data


def test_all_faults_at_once_counted_from_the_first_line() -> None:
    text = "a: 1\na: &x 2\nb: [*x, !!int 3]\n<<: {}\n---\nc: 1\n"
    assert [(code, line) for code, line, _, _ in found(text, first_line=10)] == [
        ("yaml-anchor", 11),
        ("yaml-key-duplicate", 11),
        ("yaml-alias", 12),
        ("yaml-tag", 12),
        ("yaml-merge", 13),
        ("yaml-documents", 14),
    ]


def test_control_characters_are_left_to_scan_and_hide_nothing_else() -> None:
    data, faults = parse("a: x\x07y\nc: 1\nc: 2\n")
    assert data == {"a": "x y", "c": "1"}
    assert [fault.code for fault in faults] == ["yaml-key-duplicate"]


def test_depth() -> None:
    def nested(levels: int) -> str:
        return "a: " * 0 + "{a: " * levels + "1" + "}" * levels + "\n"

    assert parse(nested(MAX_DEPTH))[1] == ()
    data, faults = parse(nested(MAX_DEPTH + 1))
    assert data is None
    assert [(fault.code, fault.where, fault.context) for fault in faults] == [
        ("yaml-depth", Span(1, 4 * MAX_DEPTH + 1), {"limit": MAX_DEPTH})
    ]


DEEP = {
    "brackets": lambda levels: "a: " + "[" * levels + "]" * levels,
    "open brackets": lambda levels: "a: " + "[" * levels,
    "braces": lambda levels: "{a: " * levels,
    "block lists": lambda levels: "a:\n  " + "- " * levels + "x",
    "complex keys": lambda levels: "? " * levels + "x",
    "indentation": lambda levels: "\n".join(" " * level + "a:" for level in range(min(levels, 1200))),
}


@pytest.mark.parametrize("levels", [100, 100_000])
@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_neither_kills_nor_hangs(shape: str, levels: int) -> None:
    text = DEEP[shape](levels)
    assert [code for code, *_ in found(text)] == ["yaml-depth"]
    assert () in locate(text)


def test_alias_bomb_gives_faults_and_no_expansion() -> None:
    text = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    data, faults = parse(text)
    assert data is not None
    assert data["a9"] == ["*a8"] * 10
    assert sorted({fault.code for fault in faults}) == ["yaml-alias", "yaml-anchor"]
    assert len(faults) == 19


def test_faults_are_bounded() -> None:
    data, faults = parse("a: 1\n" * 1000)
    assert data is None
    assert len(faults) == MAX_FAULTS
