"""The passages that a correction quotes: short, found once, and enough to tell the old text from the new one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.passages import settled
from generator.model.rewordings import rewordings

TEXT = "# 决定书\n\n当事人：甲公司，住所甲路。\n\n1. 警告；\n2. 罚款5000元（大写：伍仟元）。\n\n十五日内缴纳，逾期加处罚款。\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲路", "乙路", [("住所甲路", "住所乙路")]),
        ("5000元（大写：伍仟元）", "6000元（大写：陆仟元）", [("2. 罚款5000元（大写：伍仟元）", "2. 罚款6000元（大写：陆仟元）")]),
        ("，住所甲路", "", [("甲公司，住所甲路", "甲公司")]),
        ("\n\n1.", "\n\n\n\n1.", []),
        ("十五日", "三十日", [("十五日内缴纳", "三十日内缴纳")]),
    ],
)
def test_a_clause_is_enough(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert old in TEXT
    assert [(item.was, item.now) for item in rewordings(TEXT, TEXT.replace(old, new))] == expected


def test_a_clause_that_stands_twice_grows() -> None:
    assert [(item.was, item.now) for item in rewordings("甲，乙，甲，乙\n", "甲，乙，甲，丙\n")] == [("乙，甲，乙", "乙，甲，丙")]


LINES = st.lists(st.text("甲乙，。5 ", max_size=8), max_size=6).map("\n".join)


@given(LINES, LINES)
def test_undone_one_by_one_they_lead_back(was: str, now: str) -> None:
    found = rewordings(was, now)
    assert (found == ()) == (settled(was) == settled(now))
    text = now
    if len(found) > 1 or (found and found[0] != (was.strip(), now.strip()) and found[0].now and text.count(found[0].now) == 1):
        for item in reversed(found):
            assert text.count(item.now) == 1
            text = text.replace(item.now, item.was)
        assert settled(text).strip() == settled(was).strip()
