"""The blocks that every page is full of, labelled values, words of standing and tables, as they are written in HTML.

They stand here and not among the templates' macros because a macro escapes each of their thousand strings through three function calls.
What they say was decided before; what they look like is the style sheet's affair. Templates get them as Markup, the larger parts of a
page (sections.py) as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from generator.render.inline import Pair, escape
from generator.render.view_types import Column, Mark, Row, Table
from generator.render.wording import BLANK

#: A table with more columns becomes cards on a middling screen too.
_WIDE = 5
_STANDING = Column("状态")
_BLANK = BLANK.__html__()


def pairs_html(told: Iterable[Pair], kind: str) -> Markup:
    """Labelled values for a template: ``kind`` is summary, facts, told, strip or inner."""
    return Markup(pairs(told, kind))  # noqa: S704 - escaped where it was made


def marks_html(words: Iterable[Mark]) -> Markup:
    """Words of standing for a template."""
    return Markup(marks(words))  # noqa: S704 - escaped where it was made


def table_html(rows: Table, headed: bool = False) -> Markup:
    """A table for a template."""
    return Markup(table(rows, headed=headed))  # noqa: S704 - escaped where it was made


def pairs(told: Iterable[Pair], kind: str) -> str:
    """Labelled values."""
    rows = [f"<div><dt>{escape(label)}</dt><dd>{value.__html__()}</dd></div>\n" for label, value in told]
    return f'<dl class="pairs {kind}">\n{"".join(rows)}</dl>'


def marks(words: Iterable[Mark]) -> str:
    """Words of standing."""
    return " ".join([f'<span class="mark {tone}">{escape(word)}</span>' for word, tone in words])


def table(rows: Table, *, headed: bool = False) -> str:
    """A table with caption and scopes. ``headed``: a heading above says the same, the caption is for those who do not see it."""
    columns = (*rows.columns, _STANDING) if rows.with_marks else rows.columns
    hidden = ' class="vh"' if headed else ""
    head = f'<table class="{_classes(rows)}">\n<caption{hidden}>{escape(rows.caption)}</caption>\n{_head(columns)}<tbody>\n'
    openings = _openings(columns)
    lines = [_row(row, openings, rows.with_marks) for row in rows.rows]
    return f"{head}{''.join(lines)}</tbody>\n</table>"


def _classes(rows: Table) -> str:
    if rows.is_figures:
        return "numbers"
    told = ((len(rows.columns) > _WIDE or rows.is_form, "wide"), (rows.is_form, "form"), (rows.is_overview, "overview"))
    return " ".join(["cards", *(name for is_so, name in told if is_so)])


@lru_cache(maxsize=256)
def _head(columns: tuple[Column, ...]) -> str:
    cells = [f'<th scope="col"{_head_side(column)}>{escape(column.label)}</th>\n' for column in columns]
    return f"<thead>\n<tr>\n{''.join(cells)}</tr>\n</thead>\n"


def _row(row: Row, openings: tuple[str, ...], with_marks: bool) -> str:
    first, *values = [cell.__html__() for cell in row.cells]
    if with_marks:
        values.append(marks(row.marks))
    cells = [
        f"{opening if value != _BLANK else _left_out(opening)}{value}</td>\n" for opening, value in zip(openings, values, strict=True)
    ]
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    struck = ' class="struck"' if row.struck else ""
    return f'<tr{anchor}{struck}>\n<th scope="row">{first}</th>\n{"".join(cells)}</tr>\n'


@lru_cache(maxsize=256)
def _left_out(opening: str) -> str:
    """How a cell begins that says nothing: where rows are cards it is left out."""
    return f"{opening[:-1]} data-blank>"


@lru_cache(maxsize=256)
def _openings(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """How each cell but the first begins."""
    return tuple([f'<td data-label="{escape(column.label)}"{_side(column.numeric)}>' for column in columns[1:]])


def _head_side(column: Column) -> str:
    return ' class="broad"' if column.broad else _side(column.numeric)


def _side(numeric: bool) -> str:
    return ' class="right"' if numeric else ""
