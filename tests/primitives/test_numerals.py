"""Chinese numerals: the ways in which clerks write them, and everything the formal writer writes is read back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.primitives.numerals import FORMAL, read_digits, read_numeral, write_everyday, write_formal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0), ("五", 5), ("十", 10), ("十五", 15), ("二十", 20), ("六十", 60), ("两百", 200), ("三百零五", 305),
        ("一千零一十", 1010), ("一万五千", 15_000), ("五十万", 500_000), ("一亿零五万", 100_050_000), ("壹万伍仟", 15_000),
        ("拾万", 100_000), ("壹拾伍万", 150_000), ("贰佰亿零伍仟", 20_000_005_000),
    ],
)  # fmt: skip
def test_reads(text: str, number: int) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize("text", ["", "万", "千", "百五", "壹万伍佰仟", "五五", "二〇二〇", "一万二万", "5", "五千元"])
def test_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"), (10, "壹拾"), (105, "壹佰零伍"), (5000, "伍仟"), (10_500, "壹万零伍佰"), (100_005, "壹拾万零伍"),
        (150_000, "壹拾伍万"), (100_010_001, "壹亿零壹万零壹"), (20_000_005_000, "贰佰亿零伍仟"),
    ],
)  # fmt: skip
def test_writes(number: int, text: str) -> None:
    assert write_formal(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "零"), (8, "八"), (10, "十"), (12, "十二"), (20, "二十"), (44, "四十四"), (105, "一百零五"), (110, "一百一十"), (1009, "一千零九")],
)
def test_writes_as_articles_are_counted(number: int, text: str) -> None:
    assert write_everyday(number) == text


@given(st.integers(0, 9999))
def test_what_is_written_every_day_is_read_back(number: int) -> None:
    assert read_numeral(write_everyday(number)) == number


@given(st.integers(0, 10**12 - 1))
@example(10**12 - 1)
def test_what_is_written_is_read_back(number: int) -> None:
    text = write_formal(number)
    assert read_numeral(text) == number
    assert set(text) <= set(FORMAL)
    assert "零零" not in text


@given(st.text(alphabet=FORMAL + "一二十百千〇元", max_size=8))
def test_a_numeral_has_its_places(text: str) -> None:
    number = read_numeral(text)
    assert number is None or (read_numeral(write_formal(number)) == number and 0 <= number < 10**12)


def test_reads_digits_in_a_row() -> None:
    assert read_digits("二〇二〇") == read_digits("二○二零") == 2020
    assert read_digits("") is None
    assert read_digits("二千") is None
