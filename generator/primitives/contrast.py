"""Tells which phrases of two texts differ, so that a reader sees 原 and 现 side by side with the change marked.

Days, amounts, provisions and document numbers are compared whole: from 50000元 to 5000元 no single digit is marked. It prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_NUMERAL = "[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]"
_UNIT = "(?:元|角|分|个|件|人|日|天|次|户|名|项|号|千克|吨)"
#: 河政复决字〔2021〕2号, without the verb that often stands before it.
_NUMBER = rf"(?:(?!根据|按照|作出|撤销|变更|[据的和与由]){_HAN}){{0,8}}[〔\[（(]\d{{4}}[〕\]）)]第?\d+号"
_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
_PROVISION = rf"第(?:{_NUMERAL}+|\d+)条(?:之{_NUMERAL}+)?(?:第(?:{_NUMERAL}+|\d+)款)?(?:第[（(]?(?:{_NUMERAL}+|\d+)[）)]?项)?"
_FIGURE = rf"[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?\s?(?:[%％]|[百千万亿]*{_UNIT})?"
_AMOUNT = rf"{_NUMERAL}{{2,}}{_UNIT}?[整正]?"
#: A run of characters up to a particle, a mark, or one of the wholes above.
_PHRASE = rf"(?:(?!{_NUMBER}|{_PROVISION}|{_AMOUNT}|[的和与或及并对由因在以按向将被把为]){_HAN})+"
_TOKEN = re.compile(rf"{_NUMBER}|{_DAY}|{_PROVISION}|{_FIGURE}|{_AMOUNT}|[A-Za-z0-9][\w.@/+-]*|{_PHRASE}|\s+|.", re.DOTALL | re.ASCII)
_WORDLESS = re.compile(r"[\W_]*")


class Part(NamedTuple):
    """A part of a text that stands in both, or ``differs``."""

    text: str
    differs: bool


def tokens(text: str) -> list[str]:
    """The phrases, numbers and marks of a text; joined they are the text."""
    return _TOKEN.findall(text)


def contrast(was: str, now: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts. Where they have nothing in common but marks and blanks, each is one part that differs."""
    old, new = tokens(was), tokens(now)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    last = len(codes) - 1
    steps = []
    for index, (tag, i, j, k, m) in enumerate(codes):
        # A mark or a single character between two changes is read with them.
        is_bridge = 0 < index < last and len(_WORDLESS.sub("", "".join(old[i:j]))) < 2
        steps.append((tag == "equal" and not is_bridge, old[i:j], new[k:m]))
    if not any(same and _WORDLESS.sub("", "".join(words)) for same, words, _ in steps):
        steps = [(False, old, new)]
    return _parts((same, words) for same, words, _ in steps), _parts((same, words) for same, _, words in steps)


def _parts(stretches: Iterable[tuple[bool, list[str]]]) -> tuple[Part, ...]:
    found: list[Part] = []
    for same, words in stretches:
        text = "".join(words)
        if text and found and found[-1].differs is not same:
            found[-1] = Part(found[-1].text + text, not same)
        elif text:
            found.append(Part(text, not same))
    return tuple(found)
