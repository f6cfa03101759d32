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
from generator.render.view_types import Column, Lines

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
        lines.append(Lines(f"y{year}", f"{year}年（{total._replace(unit=PIECES).text}）", rows, _note(left, gone)))
    return tuple(lines)


def _less(count: Count) -> Count:
    return Count(-count.real, -count.samples)


def _note(left: Count, gone: Count) -> Value | None:
    words = [f"还有 {left._replace(unit=PIECES).text}，见各类记录的年度列表。"] if is_any(left) else []
    words += [f"另有 {gone._replace(unit=PIECES).text}已撤下或者公示期满，不再列出。"] if is_any(gone) else []
    return Phrase(tuple(map(Text, words))) if words else None


def newest_years(tallies: Iterable[Tally]) -> list[int]:
    """The years for the heads of a table of numbers, the newest first."""
    return sorted({year for tally in tallies for year in tally.by_year}, reverse=True)[:_YEARS]


def year_columns(years: list[int]) -> tuple[Column, ...]:
    """The heads: one for each year, one for all."""
    return (*(Column(f"{year}年", numeric=True) for year in years), Column("合计", numeric=True))


def year_cells(tally: Tally, years: list[int]) -> tuple[Value, ...]:
    """How many decisions there are of each of these years, and of all."""
    counted = tally.by_year
    return (*(counted.get(year, wording.BLANK) for year in years), sum_of(counted.values()))
