"""Finds personal data and marks of secrecy in a text: what it is and where it stands, never the value.

Pure functions over text. Which text must hold none of it, and what a finding then says, is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.primitives import privacy_words
from generator.primitives.privacy_fold import Folded, fold
from generator.primitives.privacy_kinds import Hit, Sort
from generator.primitives.privacy_numbers import Found, numbers, unions
from generator.primitives.privacy_words import is_masked_name, looks_like_person

__all__ = [
    "NOTHING_ALLOWED", "Allowed", "Hit", "Sort", "allow", "find", "find_names", "find_secrecy", "is_masked_name",
    "looks_like_person", "may_hold",
]  # fmt: skip

#: Characters that call for a closer look: @, entities, digits other than ASCII's, stars, and what is drawn as nothing.
_CHARACTERS = re.compile(
    "[@＠&０-９\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\U0001d7ce-\U0001d7ff★☆\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u3164\ufeff\uffa0]"
)
#: Words that do with a digit close behind them.
_NUMBER_WORDS = (
    "身份证(?!明)", "公民身份", "证件号", "护照", "通行证", "台胞证", "回乡证", "返乡证", "居留证", "居留身份证", "电话", "手机", "传真",
    "座机", "固话", "热线", "税号", "纳税人识别号", "纳税人编码", "税务登记", "账号", "帐号", "账户", "帐户", "卡号", "银行卡",
    "QQ",
)  # fmt: skip
#: Words that do alone.
_PLAIN_WORDS = (
    "住址", "户籍", "家住", "家庭地址", "现住", "居住", "暂住", "租住", "单元", "密级", "微信", "WeChat", "出生",
    "内部资料", "内部文件", "内部材料", "内部刊物", "内部情况", "内部掌握", "内部使用",
)  # fmt: skip
#: Each alternative begins with a literal: only so does re skip from one first character to the next.
_WORDS = re.compile(
    "|".join([
        *(rf"{word}(?=.{{0,8}}\d)" for word in _NUMBER_WORDS),
        *_PLAIN_WORDS,
        *(rf"{mark}(?=[级\s】\])|*!！]|$)" for mark in ("秘密", "机密", "绝密")),
        *(rf"{last}(?<=[A-Z0-9]{{4}}{last})" for last in "挂学警港澳"),
    ]),
    re.DOTALL,
)  # fmt: skip
#: Blanks and hyphens other than ASCII's, which may part the digits of a number.
_ODD_SEPARATORS = tuple(
    "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\u2010\u2011\u2012\u2013\u2014\u2212－）（·•"
)
#: Marks that fold() takes out of a number, and those that part the digits of a mobile number.
_MARKS = b"*`~\\._("
_DIGITS = bytes(0x30 if 0x30 <= code <= 0x39 else 0x2E for code in range(256))
_SHAPES = bytes(
    0x30 if 0x30 <= code <= 0x39 else 0x41 if 0x41 <= code <= 0x5A else code if code == 0x3F else 0x2E
    for code in range(256)
)
#: As many digits as the shortest number that is found without a word before it (area code and number).
_RUN = b"0" * 10
_PAPER = b"A0000000"
#: ``?`` stands for a character beyond ASCII, the province's.
_PLATE = re.compile(rb"\?A[A0]{5,6}(?![A0])")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be public although it looks personal: declared office numbers, certificate numbers, offices' addresses."""

    numbers: frozenset[str] = frozenset()
    """Digits alone; letters of codes in upper case."""
    mails: frozenset[str] = frozenset()
    """In lower case."""
    places: frozenset[str] = frozenset()
    """Addresses in their plain reading."""

    def __or__(self, other: Allowed) -> Allowed:
        return Allowed(self.numbers | other.numbers, self.mails | other.mails, self.places | other.places)


NOTHING_ALLOWED = Allowed()


def allow(*, contacts: Iterable[str] = (), places: Iterable[str] = ()) -> Allowed:
    """What declared texts allow: every number and e-mail address in ``contacts``, and the addresses ``places``.

    Of a number with an area code the local number is allowed too.
    """
    digits: set[str] = set()
    mails: set[str] = set()
    for text in map(_plain, contacts):
        digits |= {union for union in unions(text) if len(union) >= 5}
        mails |= {re.sub(r"\s", "", found[0]).lower() for found in privacy_words.mails(text)}
    digits |= {union[cut:] for union in digits if union.startswith("0") for cut in (3, 4) if len(union) - cut in (7, 8)}
    return Allowed(frozenset(digits), frozenset(mails), frozenset(map(_plain, places)))


def may_hold(text: str) -> bool:
    """Whether a text must be looked at by the detectors. A record of 5 KB without a sign costs some 25 µs.

    True says nothing; False is a promise, but for homes and names in texts about a natural person (``resident``).
    """
    if _CHARACTERS.search(text) or _WORDS.search(text) or "%3" in text or "%40" in text:
        return True
    if "(at)" in text or "（at）" in text:
        return True
    if not text.isascii():
        for odd in _ODD_SEPARATORS:
            if odd in text:
                text = text.replace(odd, "-")
    raw = text.encode("ascii", "replace")
    if _RUN in raw.translate(_DIGITS, b" \t\r\n-)" + _MARKS):
        return True
    if _PAPER in raw.translate(_SHAPES, _MARKS):
        return True
    return _PLATE.search(raw.translate(_SHAPES, b" -" + _MARKS)) is not None


def find(text: str, allowed: Allowed = NOTHING_ALLOWED, *, resident: bool = False) -> tuple[Hit, ...]:
    """The personal data of a text, in order.

    ``resident``: the text is about a natural person, so that any address below the street is a home.
    """
    if not resident and not may_hold(text):
        return ()
    folded = fold(text)
    found = [
        *numbers(folded.text, allowed.numbers),
        *privacy_words.words(folded.text, allowed.mails, allowed.places, resident=resident),
    ]
    return _hits(folded, found)


def find_secrecy(text: str) -> tuple[Hit, ...]:
    """The marks of secrecy of a text, in order."""
    folded = fold(text)
    return _hits(folded, privacy_words.secrecy(folded.text))


def find_names(text: str) -> tuple[Hit, ...]:
    """Names that a text about a natural person gives for the party in full."""
    folded = fold(text)
    return _hits(folded, privacy_words.full_names(folded.text))


def _plain(text: str) -> str:
    return fold(text).text


def _hits(folded: Folded, found: Iterable[Found]) -> tuple[Hit, ...]:
    """Sorted; of what overlaps only the first and longest."""
    hits: list[Hit] = []
    for sort, start, end in sorted(found, key=lambda item: (item[1], -item[2])):
        low, high = folded.typed(start, end)
        if not hits or low >= hits[-1].end:
            hits.append(Hit(sort, low, high))
    return tuple(hits)
