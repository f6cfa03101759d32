"""The fold of a text is NFKC without blanks and invisible characters, whatever characters it is made of."""

from __future__ import annotations

import unicodedata

import pytest

from generator.primitives.folding import fold, is_invisible


def plainly(text: str) -> str:
    """The same by the standard's own function."""
    kept = "".join(character for character in text if not is_invisible(character))
    return "".join(unicodedata.normalize("NFKC", kept).split())


@pytest.mark.parametrize("first", range(0, 0x30000, 0x1000), ids=hex)
def test_every_character(first: int) -> None:
    characters = [chr(code) for code in range(first, first + 0x1000) if not 0xD800 <= code < 0xE000]
    assert [character for character in characters if fold(f"示{character}例") != plainly(f"示{character}例")] == []


@pytest.mark.parametrize("text", ["", "a b", "示　例", "ﾊﾞ", "e\u0301", "각", "（示例）１２３", "\u200b示\u00ad例", "示例\r\n\t统计"])
def test_texts(text: str) -> None:
    assert fold(text) == plainly(text)


#: Zero-width ones, marks of direction, isolates, invisible operators, fillers, variation selectors, tags.
UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u180b\u180e\u200b\u200f\u202a\u202e\u2060\u2061\u2068\u3164\ufe0f\ufeff\uffa0\U000e0100\U000e0041"


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
@pytest.mark.parametrize("beside", ["", "e\u0301"], ids=["alone", "beside a mark"])
def test_what_nobody_sees_parts_no_word(character: str, beside: str) -> None:
    assert fold(character.join("示例化工") + beside) == "示例化工" + fold(beside)
