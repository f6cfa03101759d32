"""Judges single citations: is the version in force, and is the article's number that of this version. Who cites what is for the rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from generator.model.kinds.laws import Law
from generator.model.law_versions import LawBook, renumber
from generator.rules.penal import law_name

#: The use of an article, where the sentence about it tells: (words, use).
_TELLING = (("行政复议", "救济"), ("行政诉讼", "救济"))


def in_force(law: Law, day: date) -> bool:
    """Whether a version was in force on ``day``."""
    return law.effective_on <= day and (law.repealed_on is None or day <= law.repealed_on)


def out_of_force(book: LawBook, law: Law, article: str, days: Iterable[date]) -> str:
    """Why a version could not be cited on any of these days, with the article that could; "" if it could."""
    known = list(days)
    for day in known:
        if in_force(law, day):
            return ""
    if not known:
        return ""
    day = max(known)
    state = f"{law_name(law)}自 {law.effective_on} 起施行" if law.effective_on > day else f"{law_name(law)}有效到 {law.repealed_on}"
    right = book.on(law.id, day)
    return f"{state}，不能在 {day} 引用" + (instead(book, law, article, right) if right is not None else "")


def instead(book: LawBook, law: Law, article: str, right: Law) -> str:
    """Which article of another version is meant, as the end of a sentence."""
    number = renumber(book.versions(law.id), article, law, right)
    if number is None:
        return f"；{law_name(right)}没有与它对应的条文"
    return f"；它的第 {article} 条是{law_name(right)}的第 {number} 条"


def mixed_number(book: LawBook, law: Law, article: str, uses: Collection[str] = ()) -> str:
    """Why an article's number seems to be that of another version; "" if it does not.

    The article is cited for nothing that is known (or for none of ``uses``), while the one that bore the number in another
    version is.
    """
    if _serves(book, law, article, uses) or not book.knows_uses(law):
        return ""
    for other in book.versions(law.id):
        number = renumber(book.versions(law.id), article, other, law) if other is not law else None
        if number is not None and number != article and _serves(book, law, number, uses):
            return f"第 {article} 条是{law_name(other)}的条号，在{law_name(law)}里是第 {number} 条"
    return ""


def _serves(book: LawBook, law: Law, article: str, uses: Collection[str]) -> bool:
    known = book.uses(law, article)
    return bool(known & set(uses)) if uses else bool(known)


def uses_told(sentence: str) -> frozenset[str]:
    """What the sentence cites an article for, as far as its words tell."""
    return frozenset(use for word, use in _TELLING if word in sentence)
