"""Head and body of a Markdown record, and on which lines of the file they begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import Fault, Span
from generator.reading.front_matter import Front, split

CASES = {
    "usual": ("---\na: 1\n---\n\n# 标题\n\n正文\n", Front("a: 1\n", 2, "# 标题\n\n正文\n", 5)),
    "no blank line": ("---\na: 1\n---\n正文", Front("a: 1\n", 2, "正文\n", 4)),
    "blanks after the fences": ("--- \na: 1\n---\t \n正文\n", Front("a: 1\n", 2, "正文\n", 4)),
    "indented first line": ("---\na: 1\n---\n\n    code\n\n\n", Front("a: 1\n", 2, "    code\n", 5)),
    "blank lines of blanks": ("---\na: 1\n---\n \n\t\n正文\n \n", Front("a: 1\n", 2, "正文\n", 6)),
    "no body": ("---\na: 1\n---\n", Front("a: 1\n", 2, "", 4)),
    "nothing after the fence": ("---\na: 1\n---", Front("a: 1\n", 2, "", 4)),
    "blank body": ("---\na: 1\n---\n\n \n", Front("a: 1\n", 2, "", 4)),
    "empty head": ("---\n---\n正文\n", Front("", 2, "正文\n", 3)),
    "fence inside a block": ("---\na: |\n  ---\n---- \n---\nx\n", Front("a: |\n  ---\n---- \n", 2, "x\n", 6)),
    "ruler in the body": ("---\na: 1\n---\nx\n\n---\n\ny\n", Front("a: 1\n", 2, "x\n\n---\n\ny\n", 4)),
}


@pytest.mark.parametrize("name", CASES)
def test_split(name: str) -> None:
    text, front = CASES[name]
    assert split(text) == (front, ())


@pytest.mark.parametrize(
    "text", ["a: 1\n", "\n---\na: 1\n---\n", "----\na: 1\n---\n", "－－－\na: 1\n---\n", " ---\n---\n"]
)
def test_missing(text: str) -> None:
    first = text.split("\n")[0]
    assert split(text) == (None, (Fault("front-matter-missing", Span(1, 1, max(1, len(first)))),))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("---", None),
        ("---\na: 1\n正文\n", None),
        ("---\na: 1\n--\n正文\n", 3),
        ("---\na: 1\n----\n正文\n", 3),
        ("---\na: 1\n\n－－－\n", 4),
        ("---\na: 1\n———\n", 3),
        ("---\na: 1\n  ---\n", 3),
    ],
)
def test_unclosed_names_the_line_that_looks_like_the_end(text: str, near: int | None) -> None:
    assert split(text) == (None, (Fault("front-matter-unclosed", Span(1, 1, 3), {"near": near}),))


LINES = st.lists(st.sampled_from(["", " ", "---", "a: 1", "正文", "  x", "----"]), max_size=8)


@given(LINES)
def test_first_lines_point_into_the_file(lines: list[str]) -> None:
    text = "\n".join(["---", *lines])
    rows = text.split("\n")
    front, faults = split(text)
    assert (front is None) == bool(faults)
    if front is not None:
        head = front.yaml_text.split("\n")[:-1]
        assert rows[front.yaml_first_line - 1 :][: len(head)] == head
        body = front.body.split("\n")[:-1]
        assert [row.rstrip() for row in rows[front.body_first_line - 1 :][: len(body)]] == [
            b.rstrip() for b in body
        ]
        assert not body or (body[0].strip() and body[-1].strip())
