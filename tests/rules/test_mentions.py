"""Articles named in running text are found with their numbers, versions and sentences."""

from __future__ import annotations

import pytest

from generator.rules.mentions import mentions, pattern_of

PATTERN = pattern_of(["统计法", "行政处罚法"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据《中华人民共和国统计法》第四十四条第一款第二项和第二款的规定", [("统计法", "", "44")]),
        ("《统计法》（2009年修订）第四十一条、第四十二条", [("统计法", "2009", "41"), ("统计法", "2009", "42")]),
        ("统计法第44条以及第45条", [("统计法", "", "44"), ("统计法", "", "45")]),
        ("《统计法》第十二条之一", [("统计法", "", "12之一")]),
        ("《统计法》第四十四条、《行政处罚法》第三十二条", [("统计法", "", "44"), ("行政处罚法", "", "32")]),
        ("《中华人民共和国统计法实施条例》第三十八条", []),
        ("《统计法》规定，第四十四条", []),
        ("依照统计法处罚", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert PATTERN is not None
    assert [(found.law, found.year, found.article) for found in mentions(text, PATTERN)] == expected


def test_place_and_sentence() -> None:
    text = "第一句。依照《统计法》第四十九条、第五十条，可以申请行政复议；另一句。"
    assert PATTERN is not None
    first, second = mentions(text, PATTERN)
    assert text[first.start : first.end] == "《统计法》第四十九条"
    assert text[second.start : second.end] == "第五十条"
    assert first.sentence == second.sentence == "依照《统计法》第四十九条、第五十条，可以申请行政复议"


def test_no_names_find_nothing() -> None:
    assert pattern_of([]) is None
