"""Invisible characters and forgotten blanks: what is reported, and what must pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import Fault, Span
from generator.reading.scan import characters, scan

BODY = "---\na: 1\n---\n"

CHARACTERS = {
    "char-bidi": "\u202a\u202e\u2066\u2069\u200e\u200f\u061c",
    "char-zero-width": "\u200b\u200c\u200d\u2060\ufeff\u00ad\u3164\U000e0041",
    "char-line-separator": "\u2028\u2029\u0085",
    "char-control": "\x01\x08\x0b\x1b\x1f\x7f\x80\x9f\ufdd0\ufffe\uffff\U0001ffff",
    "char-private": "\ue000\uf8ff\ufffd\U000f0000\U0010fffd",
}


@pytest.mark.parametrize(
    ("code", "char"), [(code, char) for code, chars in CHARACTERS.items() for char in chars]
)
def test_character_is_named_with_its_place(code: str, char: str) -> None:
    expected = Fault(code, Span(3, 4), {"char": f"U+{ord(char):04X}"})
    assert scan(f"文号: 1\n\n名称：{char}示例\n") == (expected,)


@pytest.mark.parametrize(
    "text",
    ["䶮", "𠮷", "㙟", "𬭚", "\U00030edd", "葛\U000e0100", "☎\ufe0f", "·", "—", "…", "　", "a\tb", "〇"],
)
def test_rare_characters_pass(text: str) -> None:
    assert scan(f"名称: {text}\n") == ()


def test_no_character_slips_through_the_fast_path() -> None:
    # The supplementary private planes hold 130,000 alike: their first thousands stand for them.
    every = "".join(chr(code) for code in range(0xF2000) if not 0xD800 <= code <= 0xDFFF)
    suspicious = [chr(int(context["char"][2:], 16)) for _, context in characters(every)]
    assert len(suspicious) > 6400 + 0x2000
    assert [char for char in suspicious if not scan(f"甲{char}乙")] == []


PLACEHOLDERS = {
    "XX有限公司": "XX",
    "当事人李XX": "XX",
    "ＸＸ公司": "ＸＸ",
    "第xx条": "xx",
    "XXX": "XXX",
    "20XX年": "20XX",
    "〔20xx〕1号": "20xx",
    "电话 0359-XXXXXXX": "XXXXXXX",
    "待填": "待填",
    "（待补充）": "待补充",
    "【待填写】": "待填写",
    '"待定"': "待定",
    "TODO": "TODO",
    "TBD: 金额": "TBD",
    "这是示例文本。": "示例文本",
    "签名：____": "____",
    "______年": "______",
    "签名：＿": "＿",
}


@pytest.mark.parametrize("value", PLACEHOLDERS)
@pytest.mark.parametrize(
    "before",
    ["名称: ", "- ", "{a: [b, ", BODY, BODY + "# "],
    ids=["value", "item", "flow", "body", "heading"],
)
def test_placeholder(value: str, before: str) -> None:
    text = f"{before}{value}\n"
    found = PLACEHOLDERS[value]
    line = text.count("\n", 0, text.index(value)) + 1
    column = text.split("\n")[line - 1].index(found) + 1
    assert scan(text) == (Fault("placeholder", Span(line, column, len(found)), {"text": found}),)


@pytest.mark.parametrize(
    "value",
    [
        "138****1234",
        "14XX1234",
        "1408XXXX1234",
        "AXX",
        "XXL",
        "C20XX",
        "X",
        "X某",
        "李某",
        "某某公司",
        "http://www.example.cn/xx/a.html",
        "xxgk",
        "TODOS",
        "待填报的报表",
        "处理结果待定",
        "期待补充说明",
        "示例县统计局",
        "a_b__c",
        "snake___case",
        "__",
        "××",
    ],
)
def test_near_misses_pass(value: str) -> None:
    assert scan(f"名称: {value}\n") == scan(f"{BODY}{value}\n") == ()


@pytest.mark.parametrize("line", ["---", "___", "_ _ _", "  _____  ", "***"])
def test_rulers_in_the_body_pass(line: str) -> None:
    assert scan(f"{BODY}甲\n\n{line}\n\n乙\n") == ()


@pytest.mark.parametrize(
    "text", ["# 文号写作〔20XX〕X号\na: 1\n", "a: 1  # TODO\n", "---\n# XX\na: 1\n---\n正文\n"]
)
def test_yaml_comments_pass(text: str) -> None:
    assert scan(text) == ()


def test_hash_within_a_value_is_no_comment() -> None:
    assert [fault.context["text"] for fault in scan("事项: 甲#乙 XX\n")] == ["XX"]


def test_everything_comes_out_from_top_to_bottom() -> None:
    found = scan("a: TODO\u200b\nb: \u202eXX\n", first_line=5)
    assert [(fault.code, fault.where) for fault in found] == [
        ("placeholder", Span(5, 4, 4)),
        ("char-zero-width", Span(5, 8)),
        ("char-bidi", Span(6, 4)),
        ("placeholder", Span(6, 5, 2)),
    ]


@given(st.text(st.sampled_from("XxＸ20待填定_＿ \n\t#-:甲TODO示例文本\u200b\x07"), max_size=40))
def test_spans_hold_what_was_found(text: str) -> None:
    rows = text.split("\n")
    for fault in scan(text):
        assert isinstance(fault.where, Span)
        start = fault.where.column - 1
        found = rows[fault.where.line - 1][start : start + fault.where.length]
        assert fault.context in ({"text": found}, {"char": f"U+{ord(found[0]):04X}"})
