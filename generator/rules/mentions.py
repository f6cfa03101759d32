"""Finds where a text names an article of a law, and the further articles of a row: 第四十四条、第四十五条. It judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.primitives.numerals import EVERYDAY, read_numeral

_NUMERAL = rf"(?:[{EVERYDAY}]+|\d+)"
_ARTICLE = re.compile(rf"第({_NUMERAL})条(之[一二三四五六七八九十]{{1,3}})?(?:第{_NUMERAL}款)?(?:第?[（(]?{_NUMERAL}[)）]?项)?")
_BETWEEN = re.compile(r"[、和及或至]|以及|或者")
_END = re.compile(r"[。；\n]")
_BEFORE = ("《中华人民共和国", "中华人民共和国", "《")


class Mention(NamedTuple):
    """One article named in a text; positions count characters of the text."""

    law: str
    """The law's short name."""
    year: str
    """The version that the text itself names, ``2009``; "" if it names none."""
    article: str
    start: int
    end: int
    text: str
    """The whole text."""

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        stop = _END.search(self.text, self.start)
        text, start = self.text, self.start
        begin = max(text.rfind("。", 0, start), text.rfind("；", 0, start), text.rfind("\n", 0, start))
        return self.text[begin + 1 : stop.start() if stop else len(self.text)]


def pattern_of(short_names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds these laws where an article follows; None if there are no names.

    It begins with the bare name: in long texts that is many times faster than to begin with what may stand before it.
    """
    names = "|".join(re.escape(name) for name in sorted(short_names, key=len, reverse=True))
    return re.compile(rf"({names})》?(?:（(\d{{4}})[^（）]*）)?(?=第{_NUMERAL}条)") if names else None


def mentions(text: str, pattern: re.Pattern[str] | None) -> Iterator[Mention]:
    """Every article that follows one of the laws' names, also the further ones of a row."""
    for law in pattern.finditer(text) if pattern is not None else ():
        at, begin = law.end(), law.start()
        begin -= next((len(word) for word in _BEFORE if text.endswith(word, 0, begin)), 0)
        while found := _ARTICLE.match(text, at):
            number = int(found[1]) if found[1].isdigit() else read_numeral(found[1])
            if number is not None:
                yield Mention(law[1], law[2] or "", f"{number}{found[2] or ''}", begin, found.end(), text)
            between = _BETWEEN.match(text, found.end())
            if between is None:
                break
            at = begin = between.end()
