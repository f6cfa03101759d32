"""Figures are found however they are grouped and in whatever unit; dates, numbers of articles and fines are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.figures import Figure, find_figures, may_hold_figure

LARGE = Figure(Decimal(318455), "千元", "建筑业总产值")
SMALL = Figure(Decimal(646), "千元", "应收账款")
PLACES = Figure(Decimal("1234.50"), "吨", "产量")


def found(text: str, *figures: Figure) -> list[str]:
    """What stands where a figure was found. The quick look must not have missed it."""
    spans = list(find_figures(text, figures))
    assert not spans or may_hold_figure(text, figures)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "written",
    ["318455", "318,455", "318，455", "31,8455", "318 455", "318\u2009455", "3 1 8 4 5 5", "318455.0", "318,455.00", "318'455"],
)  # fmt: skip
def test_any_grouping(written: str) -> None:
    assert found(f"核查数为{written}千元，", LARGE) == [written]


@pytest.mark.parametrize("text", ["318455", "| 264870 | 318455 | 53585 |", "264870 318455 53585", "318,455、264,870"])
def test_among_other_numbers(text: str) -> None:
    assert len(found(text, LARGE)) == 1


def test_in_full_width_digits_and_with_hidden_characters() -> None:
    for text in ("３１８４５５", "318\u200b455", "&#51;18455"):
        assert list(find_figures(text, (LARGE,))) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("31845.5万元", "31845.5"), ("318,455,000元", "318,455,000"), ("3.18455亿元", "3.18455"), ("318455千元", "318455")],
)
def test_other_units(text: str, shown: str) -> None:
    assert found(f"总产值{text}。", LARGE) == [shown]


@pytest.mark.parametrize("text", ["1234.5吨", "1,234.50吨", "1234.500"])
def test_a_fraction(text: str) -> None:
    assert len(found(text, PLACES)) == 1


@pytest.mark.parametrize(
    "text",
    ["应收账款上报646千元", "应收账款646", "核查数为646", "646千元", "| 应收账款 | 646 | 5087 |", "646", "其中646 千元"],
)
def test_a_short_figure_in_its_place(text: str) -> None:
    assert found(text, SMALL) == ["646"]


@pytest.mark.parametrize(
    "text",
    ["1318455", "3184551", "318455%", "318455.7", "1,318,455", "318,455,000千克", "〔2020〕318455号", "第318455条", "31845", "18455",
     "罚款318455元", "罚款人民币318455元", "84551"],
)  # fmt: skip
def test_other_numbers(text: str) -> None:
    assert found(f"前文{text}后文", LARGE) == []


@pytest.mark.parametrize("text", ["示统罚决字〔2020〕646号", "共646份", "646户企业", "第646条", "646%", "电话646-1234", "在646项目中"])
def test_a_short_figure_by_chance(text: str) -> None:
    assert found(text, SMALL) == []


def test_years_and_fines_that_equal_figures() -> None:
    year, fine = Figure(Decimal(2019), "人", "从业人员"), Figure(Decimal(5000), "元", "应付职工薪酬")
    assert found("2019年1月1日至2019-12-31，2019年度", year) == []
    assert found("处罚款人民币5000元（大写：伍仟元整）", fine) == []
    assert found("共有2019户、2019次", year) == []
    assert found("从业人员为2019人", year) == ["2019"]
    assert found("实际应付职工薪酬5000元", fine) == ["5000"]


@given(st.decimals(min_value=100, max_value=10**9, places=1), st.sampled_from(["", ",", " "]))
def test_whatever_is_written_is_found(value: Decimal, mark: str) -> None:
    figure = Figure(value, "千元", "产值")
    written = f"{value:,.1f}".replace(",", mark)
    text = f"核查产值为{written}千元。"
    assert may_hold_figure(text, (figure,))
    assert [text[start:end] for start, end in find_figures(text, (figure,))] == [written]
