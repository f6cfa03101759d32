"""The bars: every number beside its bar, nothing by colour alone, every text escaped."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from generator.render.charts import Bar, bars


def drawn(*rows: Bar, most: float = 10, title: str = "标题") -> Tag:
    """The drawing, parsed."""
    svg = BeautifulSoup(bars(title, rows, most, "x"), "xml").svg
    assert svg is not None
    return svg


def texts(svg: Tag) -> list[str]:
    """The words that are seen."""
    return [text.get_text() for text in svg.find_all("text")]


def test_numbers_stand_beside_their_bars_and_are_told() -> None:
    svg = drawn(Bar("2024年", 5, "5 件"), Bar("2025年", 10, "10 件"))
    assert texts(svg) == ["标题", "2024年", "5 件", "2025年", "10 件"]
    widths = [int(str(rect["width"])) for rect in svg.find_all("rect")]
    assert widths[1] == 2 * widths[0]
    assert (svg["role"], svg["aria-labelledby"]) == ("img", "x-t x-d")
    assert svg.find(id="x-t").get_text() == "标题"
    assert svg.find(id="x-d").get_text() == "2024年 5 件；2025年 10 件"


def test_nothing_is_no_bar_and_little_is_seen() -> None:
    svg = drawn(Bar("甲", 0, "0"), Bar("乙", 1, "1"), most=10_000)
    assert [rect["width"] for rect in svg.find_all("rect")] == ["2"]
    assert texts(drawn(Bar("甲", 0, "0"), most=0)) == ["标题", "甲", "0"]


def test_late_is_a_style_of_its_own_and_a_goal_a_line() -> None:
    svg = drawn(Bar("甲", 5, "5", is_late=True), Bar("乙", 5, "5", goal=8))
    assert [rect["class"] for rect in svg.find_all("rect")] == ["late", "bar"]
    assert [rect.get("fill") for rect in svg.find_all("rect")] == ["none", None]
    (goal,) = svg.find_all("path")
    left = int(re.match(r"M(\d+)", str(goal["d"]))[1])  # type: ignore[index]
    assert left > max(int(str(rect["x"])) + int(str(rect["width"])) for rect in svg.find_all("rect"))


def test_no_style_script_or_reference() -> None:
    source = bars("标题", [Bar("甲", 5, "5", goal=8)], 10, "x")
    assert not re.search(r"style=|<script|<style|href=|url\(|#[0-9a-f]{3}", source)


@given(st.text(min_size=1), st.text(min_size=1), st.floats(0, 1e9), st.floats(0, 1e9))
def test_any_text_is_escaped_and_every_bar_fits(label: str, text: str, value: float, most: float) -> None:
    source = str(bars(label, [Bar(label, min(value, most), text)], most, "x"))
    assert source.count("<text") == 3
    assert len(re.findall(r"<(?!/?(?:svg|title|desc|text|rect)\b)", source)) == 0
    assert all(92 + int(width) <= 320 for width in re.findall(r'<rect [^>]*width="(\d+)"', source))
