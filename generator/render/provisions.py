"""Where the records that cite an article are listed, and how many they are in words."""

from __future__ import annotations

from generator.model.kinds.laws import Law
from generator.render.addresses import address_of
from generator.render.citations import article_anchor
from generator.render.neighbours import Tally


def article_address(law: Law, article: str) -> str:
    """The page that lists who cites an article: ``laws/statistics-law/2024/a44/``."""
    return f"{address_of(law)}{article_anchor(article)}/"


def cited_words(tally: Tally) -> str:
    """决定和结果 5 件、其他 2 份. What is withdrawn or expired is counted."""
    told = ((sum(tally.by_year.values()), "决定和结果 {} 件"), (len(tally.others), "清单等 {} 份"))
    return "、".join(words.format(number) for number, words in told if number)
