"""Where keys and values stand in a file."""

from __future__ import annotations

import pytest

from generator.finding import Span
from generator.reading.yaml_text import Place, locate


def test_places() -> None:
    text = "a: 1\nb:\n  - {c: x y, d: }\n  - |\n    z\ne:\nf: [g,\n  h]\n"
    places = locate(text, first_line=3)
    assert places == {
        (): Place(Span(3, 1, 4), Span(3, 1, 4)),
        ("a",): Place(Span(3, 1), Span(3, 4)),
        ("b",): Place(Span(4, 1), Span(5, 3, 15)),
        ("b", 0): Place(Span(5, 5, 13), Span(5, 5, 13)),
        ("b", 0, "c"): Place(Span(5, 6), Span(5, 9, 3)),
        ("b", 0, "d"): Place(Span(5, 14), Span(5, 17)),
        ("b", 1): Place(Span(6, 5), Span(6, 5)),
        ("e",): Place(Span(8, 1), Span(8, 3)),
        ("f",): Place(Span(9, 1), Span(9, 4, 3)),
        ("f", 0): Place(Span(9, 5), Span(9, 5)),
        ("f", 1): Place(Span(10, 3), Span(10, 3)),
    }


def test_places_count_characters_and_only_line_feeds() -> None:
    places = locate("a: 𠮷\u2028\nb: {𠮷𠮷: 1}\n")
    assert places[("b", "𠮷𠮷")] == Place(Span(2, 5, 2), Span(2, 9))


@pytest.mark.parametrize("text", ["", "# 注\n", "- a\n", "正文\n", "*a\n", "a: [", "\ufffe", "a: 'x"])
def test_root_always_has_a_place(text: str) -> None:
    assert () in locate(text, first_line=2)
    assert locate(text, first_line=2)[()].key.line >= 2


def test_places_before_an_error_are_kept() -> None:
    assert locate("a: 1\nb: {c: 2}\nd：3\ne: 4\n")[("b", "c")] == Place(Span(2, 5), Span(2, 8))


def test_first_of_duplicate_keys_has_the_place() -> None:
    assert locate("a: 1\na: 2\n")[("a",)].key == Span(1, 1)
