"""The draw of lots: repeatable by hand, fair by weight, never the same lot twice."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.lots import draw

LOTS = [("A001", 1), ("A002", 2), ("A003", 1), ("A004", 4)]


def test_the_first_lot_follows_the_published_rule() -> None:
    rest = int(hashlib.sha256(b"2020-04-01\n0").hexdigest(), 16) % 8
    ranges = ["A001", "A002", "A002", "A003", "A004", "A004", "A004", "A004"]
    assert draw(LOTS, "2020-04-01", 1) == (ranges[rest],)


@given(st.text(max_size=20), st.integers(0, 4))
def test_no_lot_is_drawn_twice_and_the_draw_repeats(seed: str, count: int) -> None:
    drawn = draw(LOTS, seed, count)
    assert len(set(drawn)) == count
    assert draw(LOTS, seed, count) == drawn
    assert draw(LOTS, seed, 4)[:count] == drawn


def test_weights_count() -> None:
    firsts = Counter(draw(LOTS, str(seed), 1)[0] for seed in range(4000))
    assert 1700 < firsts["A004"] < 2300
    assert 800 < firsts["A002"] < 1200


def test_a_lot_without_weight_is_never_drawn() -> None:
    with pytest.raises(ValueError, match="fewer lots"):
        draw([("A", 1), ("B", 0)], "seed", 2)
    assert draw([("A", 1), ("B", 0)], "seed", 1) == ("A",)
