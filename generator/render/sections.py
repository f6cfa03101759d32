"""The larger parts of a page as they are written in HTML: sections, boxes, histories, short lists.

Like the blocks that they are made of (blocks.py) they stand here and not among the templates' macros: a page of a decision is ten of
them, and a macro asks for each by way of the whole environment (docs/decisions/0035). What they say was decided before.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.render.blocks import marks, pairs, table
from generator.render.inline import Link, escape, escape_words
from generator.render.view_types import Card, HistoryLine, Lines, Notice, PageLink, Row, Section, Step, Table


def sections_html(sections: Iterable[Section]) -> Markup:
    """The titled parts of a page for a template, one below the other."""
    return Markup("".join([f"{_section(section)}\n" for section in sections]))  # noqa: S704 - escaped where it was made


def section_html(section: Section) -> Markup:
    """One titled part for a template."""
    return Markup(_section(section))  # noqa: S704 - escaped where it was made


def _section(section: Section) -> str:
    """A titled part, whatever it is filled with."""
    anchor, title, strip, told, drawing, steps, value, rows, cards, lines, note = section
    parts = [_heading(anchor, title)]
    if strip:
        parts.append(pairs(strip, "strip"))
    if told:
        parts.append(pairs(told, "facts"))
    if drawing:
        label = escape(title)
        parts.append(f'<div class="scroll drawing" tabindex="0" role="group" aria-label="{label}">{drawing}</div>')
    if steps:
        parts.append(_steps(steps))
    if value:
        parts.append(f"<div>{value.__html__()}</div>")
    if rows:
        parts.append(table(rows, headed=True))
    if cards:
        parts.append(_cards(cards))
    if lines:
        parts.append(_lines(lines))
    if note:
        parts.append(f'<p class="note">{note.__html__()}</p>')
    parts.append("</section>\n")
    return "".join(parts)


def notice_html(notice: Notice) -> Markup:
    """The box before the title."""
    tone, title, text, told, rows, link = notice
    parts = [f'<div class="notice {tone}">\n<p class="notice-title">{title.__html__()}</p>\n']
    if rows:
        parts.append(table(rows))
    if told:
        parts.append(pairs(told, "told"))
    if text or link:
        said = "".join([value.__html__() for value in (text, link) if value])
        parts.append(f"<p>{said}</p>\n")
    parts.append("</div>\n")
    return Markup("".join(parts))  # noqa: S704 - escaped where it was made


def history_html(lines: Iterable[HistoryLine]) -> Markup:
    """公开历史: what happened to the record, one event after the other."""
    told = "".join([_event(line) for line in lines])
    return Markup(  # noqa: S704 - escaped where it was made
        f'<section class="history" aria-labelledby="history">\n<h2 id="history">公开历史</h2>\n<ol>\n{told}</ol>\n</section>\n'
    )


def editions_html(editions: Table, changes: Link | None) -> Markup:
    """The editions of a list, and the way to what each of them changed."""
    way = f'<p class="screen">{changes.__html__()}</p>\n' if changes is not None else ""
    rows = table(editions, headed=True)
    return Markup(f"{_heading('editions', editions.caption)}{rows}\n{way}</section>\n")  # noqa: S704 - escaped where it was made


def pages_html(links: Iterable[PageLink]) -> Markup:
    """The ways to all pages of a list that has several."""
    told = "".join([_way(link) for link in links])
    return Markup(f'<nav class="years" aria-label="翻页">\n<ul>\n{told}</ul>\n</nav>')  # noqa: S704 - escaped where it was made


def news_html(rows: Iterable[Row], with_kind: bool) -> Markup:
    """Records below each other: name, perhaps the kind, marks, day."""
    return Markup(_news(rows, with_kind))  # noqa: S704 - escaped where it was made


def _way(link: PageLink) -> str:
    here = ' aria-current="page"' if link.here else ""
    holds = f' data-holds="{escape("|".join(link.holds))}"' if link.holds else ""
    return f'<li><a href="{escape(link.href)}"{here}{holds}>{escape(link.text)}</a></li>\n'


def _heading(anchor: str, title: str) -> str:
    anchor = escape(anchor)
    return f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{escape_words(title)}</h2>\n'


def _steps(steps: Iterable[Step]) -> str:
    told = "".join([f'<li><span class="step">{escape(label)}</span> {day.__html__()}</li>\n' for label, day in steps])
    return f'<ol class="steps">\n{told}</ol>\n'


def _cards(cards: Iterable[Card]) -> str:
    """Rows with much to tell, one below the other."""
    return f'<ol class="deck">\n{"".join([_card(card) for card in cards])}</ol>\n'


def _card(card: Card) -> str:
    own = f' id="{escape(card.anchor)}"' if card.anchor else ""
    told = pairs(card.pairs, "facts") if card.pairs else ""
    tables = "".join([f"{table(each)}\n" for each in card.tables])
    return f'<li{own}>\n<h3><span class="number">{card.number.__html__()}</span> {card.title.__html__()}</h3>\n{told}{tables}</li>\n'


def _lines(groups: Iterable[Lines]) -> str:
    parts = []
    for group in groups:
        rows = _news(group.rows, with_kind=True) if group.rows else ""
        note = f'<p class="note">{group.note.__html__()}</p>' if group.note else ""
        parts.append(f'<h3 id="{escape(group.anchor)}">{escape(group.title)}</h3>\n{rows}{note}')
    return "".join(parts)


def _news(rows: Iterable[Row], with_kind: bool) -> str:
    return f'<ul class="news">\n{"".join([_entry(row, with_kind) for row in rows])}</ul>\n'


def _entry(row: Row, with_kind: bool) -> str:
    name, kind, day = (cell.__html__() for cell in row.cells)
    struck = ' class="struck"' if row.struck else ""
    told = f'<span class="kind-name">{kind}</span> ' if with_kind and row.cells[1].text not in row.cells[0].text else ""
    return f"<li{struck}>{name} {told}{marks(row.marks)} {day}</li>\n"


def _event(line: HistoryLine) -> str:
    link = f"（{line.link.__html__()}）" if line.link is not None else ""
    rows = table(line.table) if line.table is not None else ""
    return f"<li>{line.day.__html__()} <strong>{escape(line.word)}</strong> {escape(line.text)}{link}{rows}</li>\n"
