"""The file of a new act: its number, its place, values typed so that the reader reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.kinds.reinstatements import Reinstatement
from generator.reading.yaml_text import parse
from generator.writing.acts import act_path, act_text
from generator.writing.edits import with_values
from generator.writing.parts import Unwritable
from generator.writing.typed import typed


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((), "corrections/2026/2026-001.yaml"),
        (("corrections/2026/2026-001.yaml", "corrections/2026-007.yaml"), "corrections/2026/2026-008.yaml"),
        (("corrections/2025/2025-003.yaml", "withdrawals/2026/2026-004.yaml"), "corrections/2026/2026-001.yaml"),
        (("corrections/2026/2026-999.yaml",), "corrections/2026/2026-1000.yaml"),
        (("corrections/2026/2026-00a.yaml", "corrections/2026/note.txt"), "corrections/2026/2026-001.yaml"),
    ],
)
def test_running_number(paths: tuple[str, ...], expected: str) -> None:
    assert act_path(paths, "corrections", 2026) == expected


PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"]) | st.just("\n"), min_size=1)


@given(PRINTABLE)
def test_the_reader_reads_what_was_typed(value: str) -> None:
    assert parse(f"k: {typed(value)}\n") == ({"k": value}, ())
    flow = typed(value, in_flow=True)
    assert parse(f"k:\n  - {{a: {flow}, b: [{flow}]}}\n") == ({"k": [{"a": value, "b": [value]}]}, ())


def test_plain_where_it_can_be() -> None:
    assert [typed(text) for text in ("5000", "是", "a, b", "it's", "x: y", "# z", "")] == [
        "5000", "是", "a, b", "it's", "'x: y'", "'# z'", '""',
    ]  # fmt: skip
    assert typed("a, b", in_flow=True) == "'a, b'"


def test_keys_come_in_declared_order() -> None:
    said = (("批准人", "局长"), ("理由", "二审: 维持"), ("恢复日期", "2026-09-01"), ("恢复对象", "penalties/2020-001"))
    assert act_text(Reinstatement, said) == "恢复对象: penalties/2020-001\n恢复日期: 2026-09-01\n理由: '二审: 维持'\n批准人: 局长\n"


@pytest.mark.parametrize("path", [("当事人",), ("无",), ("违法行为", 3), ("文号", "甲")])
def test_no_single_value_to_replace(path: tuple[str | int, ...]) -> None:
    with pytest.raises(Unwritable):
        with_values("---\n文号: 甲\n当事人: {名称: 乙}\n违法行为: [S44-2]\n---\n", PenaltyDecision, [(path, "丙")])
