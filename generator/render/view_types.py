"""What templates are given: whole pages and their parts, plain and frozen, already decided, worded and linked.

Nothing here knows a record. Values inside the parts print themselves (inline.py).
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.render.inline import Count, Day, Link, Pair, Value


class Column(NamedTuple):
    """A table column. ``numeric`` columns are set flush right; ``broad`` ones hold sentences among columns of words."""

    label: str
    numeric: bool = False
    broad: bool = False


class Row(NamedTuple):
    """A table row; its first cell names it. ``marks`` are standing and sample words; ``struck`` rows lie withdrawn."""

    cells: tuple[Value, ...]
    anchor: str = ""
    marks: tuple[Mark, ...] = ()
    struck: bool = False


class Table(NamedTuple):
    """A table with a caption; ``with_marks`` adds the column 状态.

    ``is_form`` has many narrow columns, whose heads may break; of an ``is_overview`` a narrow screen shows the first two columns;
    ``is_figures`` holds numbers and stays a table there. Where rows are cards, their empty cells are left out.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    with_marks: bool = False
    is_form: bool = False
    is_overview: bool = False
    is_figures: bool = False


class Step(NamedTuple):
    """One station of a procedure."""

    label: str
    day: Day


class Card(NamedTuple):
    """One row of a list that has too much to tell for a table: its number and name, labelled values, tables of what it holds."""

    anchor: str
    number: Value
    title: Value
    pairs: tuple[Pair, ...]
    tables: tuple[Table, ...] = ()


class Lines(NamedTuple):
    """Records below each other under a heading of their own: a year's. ``note`` says what is not listed."""

    anchor: str
    title: str
    rows: tuple[Row, ...]
    note: Value | None = None


class Mark(NamedTuple):
    """A word of standing with the tone that the theme gives it: current, corrected, withdrawn, past, sample."""

    word: str
    tone: str


class Notice(NamedTuple):
    """The box before the title that says what happened to the record, when, why, and what to read instead."""

    tone: str
    title: Value
    text: Value | None
    pairs: tuple[Pair, ...] = ()
    table: Table | None = None
    link: Link | None = None


class Section(NamedTuple):
    """A titled part of a page; what it is filled with stands in this order. ``anchor`` is its id."""

    anchor: str
    title: str
    strip: tuple[Pair, ...] = ()
    """A few values that are read side by side."""
    pairs: tuple[Pair, ...] = ()
    drawing: Markup | None = None
    """An SVG, escaped where it was made."""
    steps: tuple[Step, ...] = ()
    value: Value | None = None
    table: Table | None = None
    cards: tuple[Card, ...] = ()
    lines: tuple[Lines, ...] = ()
    note: Value | None = None
    """What has to be said of the whole."""


class Body(NamedTuple):
    """The full text, already rendered and sanitised."""

    title: str
    html: Markup


class HistoryLine(NamedTuple):
    """One event in a record's public life; ``table`` tells 原 and 现 of a correction that no box tells."""

    day: Day
    word: str
    text: str
    link: Link | None = None
    table: Table | None = None


class Crumb(NamedTuple):
    """One step of the way to a page."""

    text: str
    href: str


class Frame(NamedTuple):
    """What the base template needs of any page."""

    path: str
    root: str
    title: str
    """For the browser's title bar; tells the standing."""
    section: str | None
    """Address of the main section that the page belongs to, ``after/``, ``""`` for the home page; None for none."""
    crumbs: tuple[Crumb, ...] = ()
    canonical: str = ""
    indexed: bool = True
    sample: bool = False
    searched: bool = False
    """Whether the full-text index takes the page."""
    tags: Markup = Markup("")
    """The page tags of a government site, beside those of :class:`SiteFrame`."""


class PageLink(NamedTuple):
    """A link among pages of one list; ``here`` marks the page itself."""

    text: str
    href: str
    here: bool = False
    total: Count | None = None
    holds: tuple[str, ...] = ()
    """What stands there, for a script that is asked for it."""


class RecordPage(NamedTuple):
    """A document, an act or an edition, whatever its standing."""

    frame: Frame
    eyebrow: str
    title: Value
    marks: tuple[Mark, ...]
    notices: tuple[Notice, ...]
    summary: tuple[Pair, ...]
    sections: tuple[Section, ...]
    body: Body | None = None
    history: tuple[HistoryLine, ...] = ()
    editions: Table | None = None
    changes: Link | None = None
    """To the page that says what each edition changed."""
    related: Section | None = None
    data: Link | None = None
    """To the same record as data."""
    particulars: Section | None = None
    """索引号 and the other particulars of public information."""
    pages: tuple[PageLink, ...] = ()
    """All pages of a list that has several."""
    qr: Markup | None = None
    """The page's address, for the telephone of whoever holds the printed page."""


class ListPage(NamedTuple):
    """A list of records: all lists of a kind, or one page of one year of documents."""

    frame: Frame
    title: str
    summary: str
    table: Table | None
    empty: str
    note: str = ""
    years: tuple[PageLink, ...] = ()
    older: PageLink | None = None
    newer: PageLink | None = None
    unpublished: Table | None = None
    sections: tuple[Section, ...] = ()
    topics: tuple[Link, ...] = ()
    """Other ways to the same records."""
    pages: tuple[PageLink, ...] = ()
    """All pages of a list that has several."""


class KindEntry(NamedTuple):
    """One kind on a stage page or on the home page."""

    link: Link
    summary: str
    state: Value | None = None
    """How many there are."""
    news: tuple[Row, ...] = ()


class StagePage(NamedTuple):
    """One of the main sections."""

    frame: Frame
    title: str
    summary: str
    kinds: tuple[KindEntry, ...]
    topics: tuple[KindEntry, ...] = ()
    """Other ways to the same records: by provision, by conduct, by party."""


class NavigationItem(NamedTuple):
    """A main section in the navigation."""

    text: str
    address: str


class FeedLink(NamedTuple):
    """One form of the feed: its media type, its file's path, what readers call the form."""

    media_type: str
    path: str
    name: str


class SiteFrame(NamedTuple):
    """What every page of the site shares, native Pelican pages included. Templates know it as ``column``."""

    name: str
    owner: str
    address: str
    navigation: tuple[NavigationItem, ...]
    pages: tuple[NavigationItem, ...]
    footer: tuple[Pair, ...]
    service_site: Link | None
    portal: Link | None
    stylesheet: str
    script: str = ""
    feeds: tuple[FeedLink, ...] = ()
    tags: Markup = Markup("")
    search: str = ""
    """Address of the search page; empty where there is none."""
