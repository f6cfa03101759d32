"""The two blocks that every page is full of, labelled values and tables, as they are written in HTML.

They stand here and not among the templates' macros because a macro escapes each of their thousand strings through three function calls.
What they say was decided before; what they look like is the style sheet's affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.render.inline import Pair
from generator.render.view_types import Column, Mark, Row, Table

#: A table with more columns becomes cards on a middling screen too.
_WIDE = 5
_STANDING = Column("状态")


def pairs_html(pairs: Iterable[Pair], kind: str) -> Markup:
    """Labelled values: ``kind`` is summary, facts, told or strip."""
    rows = [f"<div><dt>{escape(label)}</dt><dd>{value.__html__()}</dd></div>\n" for label, value in pairs]
    return Markup(f'<dl class="pairs {kind}">\n{"".join(rows)}</dl>')  # noqa: S704 - escaped above


def marks_html(marks: Iterable[Mark]) -> Markup:
    """Words of standing."""
    words = [f'<span class="mark {tone}">{escape(word)}</span>' for word, tone in marks]
    return Markup(" ".join(words))  # noqa: S704 - escaped above


def table_html(table: Table, headed: bool = False) -> Markup:
    """A table with caption and scopes. ``headed``: a heading above says the same, the caption is for those who do not see it."""
    columns = (*table.columns, _STANDING) if table.with_marks else table.columns
    hidden = ' class="vh"' if headed else ""
    caption = f"<caption{hidden}>{escape(table.caption)}</caption>\n"
    rows = "".join([_row(row, columns, table.with_marks) for row in table.rows])
    body = f"<tbody>\n{rows}</tbody>\n"
    return Markup(f'<table class="{_classes(table)}">\n{caption}{_head(columns)}{body}</table>')  # noqa: S704 - escaped above


def _classes(table: Table) -> str:
    if table.is_figures:
        return "numbers"
    told = ((len(table.columns) > _WIDE, "wide"), (table.is_form, "form"), (table.is_overview, "overview"), (table.is_sparse, "sparse"))
    return " ".join(["cards", *(name for is_so, name in told if is_so)])


@lru_cache(maxsize=256)
def _head(columns: tuple[Column, ...]) -> str:
    cells = [f'<th scope="col"{_head_side(column)}>{escape(column.label)}</th>\n' for column in columns]
    return f"<thead>\n<tr>\n{''.join(cells)}</tr>\n</thead>\n"


def _row(row: Row, columns: tuple[Column, ...], with_marks: bool) -> str:
    values = [cell.__html__() for cell in row.cells]
    if with_marks:
        values.append(marks_html(row.marks))
    cells = [f"{_opening(column)}{value}</td>\n" for column, value in zip(columns[1:], values[1:], strict=True)]
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    struck = ' class="struck"' if row.struck else ""
    return f'<tr{anchor}{struck}>\n<th scope="row">{values[0]}</th>\n{"".join(cells)}</tr>\n'


@lru_cache(maxsize=1024)
def _opening(column: Column) -> str:
    return f'<td data-label="{escape(column.label)}"{_side(column.numeric)}>'


def _head_side(column: Column) -> str:
    return ' class="broad"' if column.broad else _side(column.numeric)


def _side(numeric: bool) -> str:
    return ' class="right"' if numeric else ""
