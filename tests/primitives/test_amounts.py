"""Sums of yuan in texts: every way of writing them, what looks like one and is none, and formal sums both ways."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.amounts import find_amounts, read_formal, write_amount


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (text[amount.start : amount.end], "?" if amount.value is None else f"{amount.value:f}")
        for amount in find_amounts(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("罚款人民币5000元（大写：伍仟元整）", [("5000元", "5000"), ("伍仟元整", "5000")]),
        ("罚款壹万元（10000元）。", [("壹万元", "10000"), ("10000元", "10000")]),
        ("人民币（大写）伍仟圆整（￥5,000.00）", [("伍仟圆整", "5000"), ("￥5,000.00", "5000.00")]),
        ("￥ 5000元", [("5000元", "5000")]),
        ("缴纳12，345.60元", [("12，345.60元", "12345.60")]),
        ("1.5万元", [("1.5万元", "15000.0")]),
        ("罚款 **3000** 元", []),
        ("五万元以上二十万元以下", [("五万元", "50000"), ("二十万元", "200000")]),
        ("壹仟元零伍分", [("壹仟元零伍分", "1000.05")]),
        ("壹拾贰元叁角整", [("壹拾贰元叁角整", "12.3")]),
        ("壹万伍佰仟元整", [("壹万伍佰仟元整", "?")]),
    ],
)
def test_finds(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize("text", ["单元", "数百元", "每日3%元", "万元", "12,5000元", "1.2.3元", "5000千元"])
def test_is_no_sum(text: str) -> None:
    assert _found(text) == []


def test_a_long_run_of_figures_is_bounded() -> None:
    assert _found("1" * 100_000 + "元" * 1000) == []


@pytest.mark.parametrize("text", ["", "元", "伍仟", "伍角", "5000元", "伍仟元整整"])
def test_is_no_formal_sum(text: str) -> None:
    assert read_formal(text) is None


@pytest.mark.parametrize(
    ("amount", "text"),
    [("5000", "伍仟元整"), ("0", "零元整"), ("300.05", "叁佰元零伍分"), ("12.30", "壹拾贰元叁角整"), ("100000.01", "壹拾万元零壹分")],
)
def test_writes(amount: str, text: str) -> None:
    assert write_amount(Decimal(amount)) == text


@given(st.decimals(1, 10**11, places=2))
def test_what_is_written_is_read_and_found(amount: Decimal) -> None:
    text = write_amount(amount)
    assert read_formal(text) == amount
    (found,) = find_amounts(f"罚款{text}。")
    assert (found.value, found.formal, f"罚款{text}。"[found.start : found.end]) == (amount, True, text)
