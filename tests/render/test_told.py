"""What a record says itself is asked piece by piece, and the answer is that of all its words."""

from __future__ import annotations

import pytest

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.leaves import leaves_of, values_of
from generator.model.suppression import public_text
from generator.model.writings import forms_of
from generator.primitives.folding import fold, sentences
from generator.render.patterns import Patterns
from generator.render.told import Told
from tests.model.builders import PENALTY, record, withdrawal
from tests.render.column import admitted, check_toy

BODY = (
    "# 决定书\n\n1. 本局**于2020年**查明，见[附表](绝密附表.pdf)的独家事实。\n- 罚款人民币5,000元，\n500\n00 元。\n\n"
    "当事人：示例\n化工厂。\n"
)


def forms(checked: CheckedRegister) -> set[bytes]:
    """Writings of all fields and sentences of a register."""
    found: set[str] = set()
    for item in checked.register.records:
        for leaf in leaves_of(item, frozenset(Privacy)):
            found.update(forms_of(leaf)[1])
        found.update(sentences(item.body, 4))
    return {form.encode() for form in found if form}


@pytest.mark.parametrize("classes", [frozenset(Privacy), frozenset({Privacy.PUBLIC}), frozenset({Privacy.INTERNAL})])
def test_values_are_those_of_the_leaves(classes: frozenset[Privacy]) -> None:
    records = check_toy().register.records
    assert [values_of(item, classes) for item in records] == [[leaf.value for leaf in leaves_of(item, classes)] for item in records]
    assert any(values_of(item, classes) for item in records)


def test_the_pieces_say_what_the_whole_says() -> None:
    checked = check_toy()
    every = forms(checked)
    patterns = Patterns(sorted(every))
    told = Told(checked, {}, patterns, {})
    for item in checked.register.records:
        expected = patterns.in_text(public_text(item, checked).encode())
        assert told.by(item, every) == expected
        assert all(told.by(item, {form}) == {form} & expected for form in sorted(every)[::7])


@pytest.mark.parametrize(("word", "is_told"), [
    ("本局于2020年查明", True), ("独家事实", True), ("绝密附表", False), ("示例化工厂", True), ("50000", True), ("500", False),
    ("5,000", True), ("5000", True), ("1.本局", False), ("没有的话", False),
])  # fmt: skip
def test_words_of_the_text(word: str, is_told: bool) -> None:
    decision = record("penalties/2020-900.md", PENALTY | {"违法事实": "甲", "罚款金额": "700"}, BODY)
    assert isinstance(decision, PenaltyDecision)
    form = fold(word).encode()
    same = (b"5000", b"5,000")
    for acts, expected in (((), is_told), ((withdrawal("penalties/2020-900"),), False)):
        checked = admitted(decision, *acts)
        told = Told(checked, {}, Patterns({form, *same}), dict.fromkeys(same, same))
        assert told.by(decision, {form}) == ({form} if expected else set())
