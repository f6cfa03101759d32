"""Draws bars as SVG, one hue, each with its number beside it; the table below a drawing says the same.

Colours come from the style sheet by class; the drawing has no script, no style attribute and no outside reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

_WIDTH = 320
_LABEL = 92
_BAR = 150
_ROW = 30
_HEAD = 34
_THICK = 18
_BASE = 14


class Bar(NamedTuple):
    """One bar: its label, how long it is, the number beside it. ``is_late`` ones are drawn hollow; ``goal`` is a mark to be reached."""

    label: str
    value: float
    text: str
    is_late: bool = False
    goal: float | None = None


def bars(title: str, rows: Sequence[Bar], most: float, name: str) -> Markup:
    """The bars below each other under a title. ``most`` is the value of the longest bar; ``name`` makes the ids unique on a page."""
    told = "；".join(f"{row.label} {row.text}" for row in rows)
    height = _HEAD + _ROW * len(rows)
    drawn = "".join(_bar(row, _HEAD + _ROW * index, most) for index, row in enumerate(rows))
    return Markup(  # noqa: S704 - every text is escaped here
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'font-size="15" fill="currentColor" role="img" aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(told)}</desc><text font-weight="700" x="0" y="18">{escape(title)}</text>{drawn}</svg>'
    )


def _bar(row: Bar, top: int, most: float) -> str:
    middle = top + _BASE
    length = _length(row.value, most)
    found = [f'<text x="{_LABEL - 8}" y="{middle}" text-anchor="end">{escape(row.label)}</text>']
    if length:
        style = 'class="late" fill="none" stroke-width="2" stroke-dasharray="4 3"' if row.is_late else 'class="bar"'
        found.append(f'<rect {style} x="{_LABEL}" y="{top}" width="{length}" height="{_THICK}"/>')
    end = length
    if row.goal is not None:
        at = _length(row.goal, most)
        found.append(f'<path class="goal" stroke-width="2" d="M{_LABEL + at} {top - 4}v{_THICK + 8}"/>')
        end = max(end, at)
    found.append(f'<text x="{_LABEL + end + 6}" y="{middle}">{escape(row.text)}</text>')
    return "".join(found)


def _length(value: float, most: float) -> int:
    """Pixels of a value; what is not nothing is always seen."""
    return max(2, round(_BAR * value / most)) if value > 0 and most > 0 else 0
