"""The sections of the statistics page: drawings of a body's figures, each with a table that says the same.

What is counted is not decided here (generator/model/statistics.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.kinds.penalties import PenaltyDecision
from generator.model.statistics import KindFigures, YearFigures
from generator.render import wording
from generator.render.act_figures import YearFigures as ActYear
from generator.render.charts import Bar, bars
from generator.render.events import EXPIRED, WORDS
from generator.render.inline import Text, Value
from generator.render.view_types import Column, Row, Section, Table

#: The newest years that are drawn; the tables have all.
_DRAWN = 10
#: Where a limit has more days than this, several stand in one bar.
_SINGLY = 10
_STEP = 5
_HUNDRED = Decimal(100)
_RATE_NOTE = Text("按期率是按期件数占能够算出期限的件数的比例。")
_DAYS_NOTE = Text("决定的当日不算。超过期限的另列一行，不论迟了几天。")


def totals(figures: Sequence[KindFigures], name: str) -> Section:
    """How many decisions of each kind in each year."""
    most = max(year.total for kind in figures for year in kind.years)
    drawings = (
        bars(f"{kind.kind.KIND.title}（件）", [_total(year) for year in _newest(kind.years)], most, f"{name}{index}")
        for index, kind in enumerate(figures)
    )
    heads = (Column("年度"), *(Column(kind.kind.KIND.title, numeric=True) for kind in figures), Column("其中不予公开", numeric=True))
    rows = tuple(
        Row((_of_year(year), *(_count(found) for found in by_kind), _count_of(sum(found.secret for found in by_kind if found))))
        for year, by_kind in _by_year(figures)
    )
    return Section(name, "作出的决定", drawing=_joined(drawings), table=Table("每年作出的决定（件）", heads, rows, is_figures=True))


def spread(figures: KindFigures, name: str) -> Section | None:
    """How many working days publication took; None where nothing is known of it."""
    if figures.limit is None or not (figures.used or figures.late):
        return None
    title = figures.kind.KIND.title
    rows = list(_spans(figures.used, figures.limit))
    if figures.late:
        rows.append(Bar("超过期限", figures.late, f"{figures.late} 件", is_late=True))
    most = max(row.value for row in rows)
    heads = (Column("用了多少个工作日"), Column("件数", numeric=True))
    table = Table(f"{title}公开用时", heads, tuple(Row((Text(row.label), Text(row.text, nowrap=True))) for row in rows), is_figures=True)
    drawing = bars(f"{title}（期限{figures.limit}个工作日）", rows, most, name)
    return Section(name, f"{title}公开用时", drawing=drawing, table=table, note=_DAYS_NOTE)


def punctuality(figures: Sequence[KindFigures], name: str) -> Section | None:
    """The rate of each year's decisions that were public in time; None where no deadline can be told of any."""
    judged = [kind for kind in figures if any(map(_is_judged, kind.years))]
    if not judged:
        return None
    drawings = (
        bars(f"{kind.kind.KIND.title}按期率", [*map(_on_time, filter(_is_judged, _newest(kind.years)))], 100, f"{name}{index}")
        for index, kind in enumerate(judged)
    )
    heads = (Column("年度"), *(Column(kind.kind.KIND.title, numeric=True) for kind in judged))
    rows = tuple(Row((_of_year(year), *map(_in_time, by_kind))) for year, by_kind in _by_year(judged))
    table = Table("按期公开的件数和按期率", heads, rows, is_figures=True)
    return Section(name, "按期公开", drawing=_joined(drawings), table=table, note=_RATE_NOTE)


def full_texts(figures: Sequence[KindFigures], goals: dict[int, Decimal | None], name: str) -> Section | None:
    """The rate of penalty decisions published in full, against the plan's aim; None where there are no penalties."""
    found = next((kind for kind in figures if kind.kind is PenaltyDecision), None)
    if found is None:
        return None
    years = [year for year in found.years if year.total]
    drawn = [
        Bar(f"{year.year}年", 100 * year.in_full / year.total, _rate(year.in_full, year.total), goal=_float(goals.get(year.year)))
        for year in _newest(years)
    ]
    heads = ("年度", "决定", "全文", "摘要", "不予公开", "全文公示率", "目标")
    rows = tuple(
        Row((
            _of_year(year.year), *map(wording.code, (year.total, year.in_full, year.total - year.in_full - year.secret, year.secret)),
            Text(_rate(year.in_full, year.total), nowrap=True), _goal(goals.get(year.year)),
        ))
        for year in reversed(years)
    )
    columns = tuple(Column(head, numeric=index > 0) for index, head in enumerate(heads))
    note = Text("图中的竖线是目标。正文依法隐去部分内容的仍算全文。")
    drawing = bars("行政处罚决定书全文公示率", drawn, 100, name)
    return Section(name, "全文公示率", drawing=drawing, table=Table("行政处罚决定书全文公示", columns, rows, is_figures=True), note=note)


def mended(years: Sequence[ActYear], name: str) -> Section | None:
    """What was corrected, withdrawn and otherwise done in each year; None where nothing was. ``years`` come newest first."""
    words = [word for word in (*WORDS, EXPIRED) if any(year.counts[word] for year in years)]
    if not words:
        return None
    most = max(year.counts[word] for word in words for year in years)
    drawings = (
        bars(f"{word}（件）", [Bar(f"{year.year}年", year.counts[word], str(year.counts[word])) for year in reversed(years[:_DRAWN])],
             most, f"{name}{index}")
        for index, word in enumerate(words)
    )
    heads = (Column("年度"), *(Column(word, numeric=True) for word in words))
    rows = tuple(Row((_of_year(year.year), *(_count_of(year.counts[word]) for word in words))) for year in years)
    return Section(name, "更正和撤下", drawing=_joined(drawings), table=Table("每年更正、撤下的件数", heads, rows, is_figures=True))


def _by_year(figures: Sequence[KindFigures]) -> Iterator[tuple[int, list[YearFigures | None]]]:
    """Every year, newest first, with each kind's figures of it."""
    years = {year.year for kind in figures for year in kind.years}
    by_kind = [{year.year: year for year in kind.years} for kind in figures]
    for year in range(max(years), min(years) - 1, -1):
        yield year, [found.get(year) for found in by_kind]


def _newest(years: Sequence[YearFigures]) -> Sequence[YearFigures]:
    return years[-_DRAWN:]


def _joined(drawings: Iterable[Markup]) -> Markup:
    return Markup("\n").join(drawings)


def _total(year: YearFigures) -> Bar:
    return Bar(f"{year.year}年", year.total, str(year.total))


def _is_judged(year: YearFigures) -> bool:
    return year.on_time + year.late > 0


def _on_time(year: YearFigures) -> Bar:
    whole = year.on_time + year.late
    return Bar(f"{year.year}年", 100 * year.on_time / whole, _rate(year.on_time, whole))


def _spans(used: Sequence[tuple[int, int]], limit: int) -> Iterator[Bar]:
    """A bar for each number of days, or for each five of them."""
    step = 1 if limit <= _SINGLY else _STEP
    for first in range(0 if step == 1 else 1, limit + 1, step):
        low, high = (0 if first == 1 and step > 1 else first), first + step - 1
        count = sum(number for days, number in used if low <= days <= high)
        label = ("不到1个" if first == 0 else f"{first}个") if step == 1 else f"{low}至{high}个"
        yield Bar(label, count, f"{count} 件")


def _in_time(year: YearFigures | None) -> Value:
    if year is None or not year.total:
        return wording.BLANK
    whole = year.on_time + year.late
    words = [f"{year.on_time}/{whole}（{_rate(year.on_time, whole)}）"] if whole else []
    return Text("，".join([*words, *([f"{year.unjudged} 件算不出期限"] if year.unjudged else [])]) or "—")


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}".removesuffix(".0") + "%"


def _goal(goal: Decimal | None) -> Value:
    return Text(f"{goal:f}%", nowrap=True) if goal is not None else wording.BLANK


def _float(goal: Decimal | None) -> float | None:
    return float(min(goal, _HUNDRED)) if goal is not None else None


def _count(year: YearFigures | None) -> Value:
    return _count_of(year.total if year is not None else 0)


def _count_of(number: int) -> Value:
    return wording.code(number) if number else wording.BLANK


def _of_year(year: int) -> Text:
    return Text(f"{year}年", nowrap=True)
