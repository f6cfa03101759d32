"""The signs: what has none holds nothing that a detector finds, and any text can be searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives import privacy
from generator.primitives.privacy import Sort, find, find_names, find_secrecy, may_hold
from tests.primitives.test_privacy import FOUND


@pytest.mark.parametrize(("text", "_sort"), FOUND)
def test_the_signs_show_everything_that_is_found(text: str, _sort: Sort) -> None:
    assert may_hold(f"前文，{text}。后文")


@given(
    st.lists(
        st.sampled_from([*"0123456789", "13900000000", "0359", "5000000", "622200000000000", " ", "-", "\n", "晋A", "E", "H", "：",
                         "电话", "账号", "护照", "身份证号", "编号", "住址", "路", "12号", "单元", "室", "@", "a.cn", "甲", "）", "（",
                         "密级", "机密", "★", "内部资料", "注意保存", "**", "`", "~~", "\\", "%31", "%40", "(at)", "微信", "QQ",
                         "号", "nobody", "出生", "1980年1月1日", ".", "_", "139", "0000", "٣", "𝟑"]),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_a_text_without_a_sign_holds_nothing(text: str) -> None:
    if not may_hold(text):
        folded = privacy.fold(text).text
        assert list(privacy.numbers(folded, frozenset())) == []
        assert list(privacy.privacy_words.words(folded, frozenset(), frozenset(), resident=False)) == []
        assert find_secrecy(text) == ()


@given(st.text(max_size=60))
def test_any_text_is_searched(text: str) -> None:
    for hit in (*find(text, resident=True), *find_secrecy(text), *find_names(text)):
        assert 0 <= hit.start < hit.end <= len(text)


def test_long_runs_take_no_time() -> None:
    assert find(" ".join(["2020"] * 20_000)) == ()
