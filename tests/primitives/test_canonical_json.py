"""Canonical JSON is that of RFC 8785, byte for byte, as a library of its own writes it."""

from __future__ import annotations

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from generator.primitives.canonical_json import canonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=12,
)


@given(VALUES)
def test_any_value(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", [
    {"文号": "a", "b": 1, "B": True, "": None}, {"\ue000": 1, "𠮷": 2}, {"\uffff": "𠮷", "\U00010000": ""},
    "\x00\x1f\x7f\x80\u2028\u2029\"\\/\b\f\n\r\t<>&'", [], {}, [[], {}], 0, -1,
])  # fmt: skip
def test_what_could_differ(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)
