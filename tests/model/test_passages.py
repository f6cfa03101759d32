"""Passages: what stands under a heading, and what markers hide between two wordings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.passages import hidden_parts, markers_under, sections, settled
from generator.model.scalars import MARKER

TEXT = f"""# 决定书

{MARKER}在前

## 当事人 ##

名称，{MARKER}

### 地址

{MARKER}、{MARKER}

```
## 不是标题
```

## 处罚
无
"""


@pytest.mark.parametrize(
    ("heading", "count"),
    [(None, 4), ("决定书", 4), ("当事人", 3), ("地址", 2), ("处罚", 0), ("不是标题", None), ("## 当事人", None), ("", None)],
)
def test_markers_under_a_heading(heading: str | None, count: int | None) -> None:
    assert markers_under(TEXT, heading) == count


def test_headings_of_one_name_count_together() -> None:
    assert markers_under(f"## 甲\n{MARKER}\n## 乙\n## 甲\n{MARKER}", "甲") == 2
    assert [section.title for section in sections("无")] == []


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("甲乙丙", "甲乙丙", ()),
        ("甲乙丙", f"甲{MARKER}丙", ("乙",)),
        ("甲乙丙", MARKER, ("甲乙丙",)),
        ("甲乙丙", f"{MARKER}丙", ("甲乙",)),
        ("甲乙丙乙", f"甲{MARKER}丙{MARKER}", ("乙", "乙")),
        (f"甲{MARKER}乙丙", f"甲{MARKER}{MARKER}丙", ("乙",)),
        (f"甲{MARKER}乙丙", f"甲{MARKER}乙{MARKER}", ("丙",)),
        (f"甲{MARKER}乙", f"甲{MARKER}乙", ()),
        ("甲乙丙", f"甲{MARKER}丁", None),
        ("甲乙丙", f"丁{MARKER}丙", None),
        ("甲丙", f"甲{MARKER}丙", None),
        ("甲乙丙", "甲丙", None),
        (f"甲{MARKER}丙", "甲乙丙", None),
        ("甲", f"甲{MARKER}甲", None),
        ("甲甲", f"甲{MARKER}甲", None),
    ],
)
def test_hidden_parts(before: str, after: str, parts: tuple[str, ...] | None) -> None:
    assert hidden_parts(before, after) == parts


@given(st.lists(st.tuples(st.text("甲乙丙", min_size=1, max_size=4), st.booleans()), min_size=1, max_size=8))
def test_whatever_is_hidden_is_recognised(pieces: list[tuple[str, bool]]) -> None:
    before = "".join(text for text, _ in pieces)
    after = "".join(MARKER if hidden else text for text, hidden in pieces)
    found = hidden_parts(before, after)
    assert found is not None
    assert len(found) == sum(hidden for _, hidden in pieces)
    assert sum(map(len, found)) == sum(len(text) for text, hidden in pieces if hidden)


@given(st.text("甲乙", max_size=6), st.lists(st.sampled_from(["甲", "乙", MARKER]), max_size=6).map("".join))
def test_what_is_told_as_hidden_can_be_put_back(before: str, after: str) -> None:
    found = hidden_parts(before, after)
    if found is not None:
        rest = after
        for part in found:
            rest = rest.replace(MARKER, part, 1)
        assert rest == before


@pytest.mark.parametrize(("text", "plain"), [("甲\n\n\n\n乙\n", "甲\n\n乙"), ("\n甲\n \n\t\n乙", "甲\n\n乙"), ("甲\n乙", "甲\n乙")])
def test_settled(text: str, plain: str) -> None:
    assert settled(text) == plain
