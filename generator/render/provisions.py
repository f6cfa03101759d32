"""Where the records that cite an article are listed, and how many they are in words."""

from __future__ import annotations

from generator.model.kinds.laws import Law
from generator.render.addresses import address_of
from generator.render.citations import article_anchor
from generator.render.counts import LISTS, PIECES, count_of, is_any, sum_of
from generator.render.neighbours import Tally


def article_address(law: Law, article: str) -> str:
    """The page that lists who cites an article: ``laws/statistics-law/2024/a44/``."""
    return f"{address_of(law)}{article_anchor(article)}/"


def cited_words(tally: Tally) -> str:
    """决定和结果 5 件；清单等 2 份. What is withdrawn or expired is counted."""
    told = (("决定和结果", sum_of(tally.by_year.values(), PIECES)), ("清单等", count_of(tally.others, LISTS)))
    return "；".join(f"{what} {count.text}" for what, count in told if is_any(count))
