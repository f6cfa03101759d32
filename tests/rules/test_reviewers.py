"""Names of reviewers are told apart however they are written one after the other."""

from __future__ import annotations

import pytest

from generator.rules.reviewers import named


@pytest.mark.parametrize("text", ["示例甲、示例乙", "示例甲，示例乙", "示例甲 示例乙", "示例甲;示例乙"])
def test_two_names(text: str) -> None:
    assert named(text) == {"示例甲", "示例乙"}


def test_one_name() -> None:
    assert named("示和甲") == {"示和甲"}
