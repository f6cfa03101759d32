"""Records that speak of one thing, year by year; what is withdrawn or expired is a number (DESIGN §6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from generator.model.record import Document
from generator.render import wording
from generator.render.counts import NONE, PIECES, count_of, is_any, sum_of
from generator.render.inline import Count, Phrase, Text, Value
from generator.render.neighbours import Tally
from generator.render.rows import news_rows
from generator.render.site import Site, public_order
from generator.render.view_types import Column, Lines, Row

#: So many records a page lists at most; of earlier ones it tells how many there are.
LISTED = 200
#: The years that a table of numbers shows one by one.
_YEARS = 6


def year_lines(tally: Tally, site: Site, root: str) -> tuple[Lines, ...]:
    """The decisions by year, the newest first."""
    by_year: dict[int, list[Document]] = defaultdict(list)
    for decision in nlargest(LISTED, tally.decisions, key=public_order):
        by_year[decision.own_day.year].append(decision)
    lines = []
    for year, total in tally.by_year.items():
        rows, gone = news_rows(by_year[year], site, root), tally.gone.get(year, NONE)
        left = sum_of((total, _less(count_of(by_year[year])), _less(gone)))
        lines.append(Lines(f"y{year}", f"{year}年（{total._replace(unit=PIECES).text}）", rows, _note(rows, left, gone)))
    return tuple(lines)


def _less(count: Count) -> Count:
    return Count(-count.real, -count.samples)


def _note(rows: tuple[Row, ...], left: Count, gone: Count) -> Value | None:
    words = [f"还有 {left._replace(unit=PIECES).text}，见各类记录的年度列表。"] if is_any(left) else []
    also = "另有 " if rows else ""
    words += [f"{also}{gone._replace(unit=PIECES).text}已撤下或者公示期满，不再列出。"] if is_any(gone) else []
    return Phrase(tuple(map(Text, words))) if words else None


def counted_years(tallies: Iterable[Tally]) -> list[int]:
    """The years that a table of numbers counts, the newest first."""
    return sorted({year for tally in tallies for year in tally.by_year}, reverse=True)


def year_columns(years: list[int]) -> tuple[Column, ...]:
    """The heads: one for each of the newest years, one for those before, one for all."""
    shown, rest = years[:_YEARS], years[_YEARS:]
    heads = [*(f"{year}年" for year in shown), *(["更早"] if rest else []), "合计"]
    return tuple(Column(head, numeric=True) for head in heads)


def year_cells(tally: Tally, years: list[int]) -> tuple[Value, ...]:
    """How many decisions there are of each of the newest years, of those before, and of all."""
    counted = tally.by_year
    before = sum_of(counted[year] for year in years[_YEARS:] if year in counted)
    earlier = [before if is_any(before) else wording.BLANK] if len(years) > _YEARS else []
    return (*(counted.get(year, wording.BLANK) for year in years[:_YEARS]), *earlier, sum_of(counted.values()))
