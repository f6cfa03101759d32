"""The fold of a text is NFKC without blanks and invisible characters, whatever characters it is made of."""

from __future__ import annotations

import unicodedata

import pytest

from generator.primitives import folding
from generator.primitives.folding import fold


def plainly(text: str) -> str:
    """The same by the standard's own function."""
    kept = "".join(character for character in text if character not in folding._INVISIBLE)
    return "".join(unicodedata.normalize("NFKC", kept).split())


@pytest.mark.parametrize("first", range(0, 0x30000, 0x1000), ids=hex)
def test_every_character(first: int) -> None:
    characters = [chr(code) for code in range(first, first + 0x1000) if not 0xD800 <= code < 0xE000]
    assert [character for character in characters if fold(f"示{character}例") != plainly(f"示{character}例")] == []


@pytest.mark.parametrize("text", ["", "a b", "示　例", "ﾊﾞ", "e\u0301", "각", "（示例）１２３", "\u200b示\u00ad例", "示例\r\n\t统计"])
def test_texts(text: str) -> None:
    assert fold(text) == plainly(text)
