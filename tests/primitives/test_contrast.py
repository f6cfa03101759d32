"""A change is marked by phrases and whole numbers, and nothing of either text is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.contrast import Part, contrast, tokens

TEXT = st.text(alphabet="的和罚款人民币一二十条第号元年月日〔〕0123456789.,，。（）甲乙a \n", max_size=60)


def marked(parts: tuple[Part, ...]) -> str:
    """The parts as one text, with brackets around what differs."""
    return "".join(f"[{part.text}]" if part.differs else part.text for part in parts)


@pytest.mark.parametrize(
    ("was", "now", "old", "new"),
    [
        ("罚款人民币50000元", "罚款人民币5000元", "罚款人民币[50000元]", "罚款人民币[5000元]"),
        ("罚款人民币伍仟元整", "罚款人民币伍万元整", "罚款人民币[伍仟元整]", "罚款人民币[伍万元整]"),
        ("差错率87.3%。", "差错率87.2%。", "差错率[87.3%]。", "差错率[87.2%]。"),
        ("上报数为1,646千元，偏大", "上报数为1,647千元，偏大", "上报数为[1,646千元]，偏大", "上报数为[1,647千元]，偏大"),
        ("于2020年6月1日作出", "于2020年6月11日作出", "于[2020年6月1日]作出", "于[2020年6月11日]作出"),
        ("依据示政复决字〔2021〕2号撤销", "依据示政复决字〔2021〕12号撤销", "依据[示政复决字〔2021〕2号]撤销",
         "依据[示政复决字〔2021〕12号]撤销"),
        ("违反第四十一条第一款的规定", "违反第四十四条第一款的规定", "违反[第四十一条第一款]的规定", "违反[第四十四条第一款]的规定"),
        ("提供不真实的统计资料", "提供不完整的统计资料", "[提供不真实]的统计资料", "[提供不完整]的统计资料"),
        ("（一）警告", "（二）警告", "（[一]）警告", "（[二]）警告"),
        ("地址甲路1号，电话略", "地址乙路12号，电话略", "[地址甲路1号]，电话略", "[地址乙路12号]，电话略"),
    ],
)  # fmt: skip
def test_phrases_and_whole_numbers(was: str, now: str, old: str, new: str) -> None:
    assert tuple(map(marked, contrast(was, now))) == (old, new)


@pytest.mark.parametrize(
    ("was", "now"),
    [("甲公司", "乙公司"), ("一、", "二、"), ("（空）", "附注一段。"), ("示统罚决字〔2020〕1号", "示统罚决字〔2020〕11号")],
)
def test_texts_with_nothing_in_common_differ_as_a_whole(was: str, now: str) -> None:
    assert contrast(was, now) == ((Part(was, True),), (Part(now, True),))


def test_equal_texts_differ_nowhere() -> None:
    assert contrast("罚款5000元。", "罚款5000元。") == ((Part("罚款5000元。", False),),) * 2
    assert contrast("", "") == ((), ())


@given(TEXT, TEXT)
def test_nothing_is_lost_and_what_is_the_same_is_the_same_in_both(was: str, now: str) -> None:
    old, new = contrast(was, now)
    assert ("".join(part.text for part in old), "".join(part.text for part in new)) == (was, now)
    assert [part.text for part in old if not part.differs] == [part.text for part in new if not part.differs]


@given(TEXT)
def test_no_number_is_cut(text: str) -> None:
    found = tokens(text)
    assert "".join(found) == text
    ends = [0]
    for token in found:
        ends.append(ends[-1] + len(token))
    assert not any(match.start() < end < match.end() for match in re.finditer(r"\d+", text) for end in ends)
