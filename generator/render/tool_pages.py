"""What the templates of the pages with a tool are given: the search, the check of certificates, the sheet of cards, the check of
the site itself, the page that is shown where nothing is.

Plain and frozen like the other views (view_types.py); nothing here knows a record.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.render.inline import Day, Link, Pair, Value
from generator.render.view_types import Frame, Mark, PageLink, Section, Table


class SearchPage(NamedTuple):
    """The search page: the data files that its script reads, the script, the module that asks the full-text index, the other ways."""

    frame: Frame
    title: str
    data: tuple[str, ...]
    script: str
    module: str
    sections: tuple[Section, ...]


class LookupPage(NamedTuple):
    """The page on which a certificate is checked; ``table`` is None while there is no valid one."""

    frame: Frame
    title: str
    summary: str
    table: Table | None
    script: str
    rosters: tuple[Link, ...]
    cards: Link
    pages: tuple[PageLink, ...]
    """All pages of a long list, each with the numbers that it holds."""


class OfficerCard(NamedTuple):
    """A card that an officer carries; without an address of the site it has neither drawing nor address."""

    name: Value
    pairs: tuple[Pair, ...]
    qr: Markup | None
    address: str
    marks: tuple[Mark, ...]


class CardsPage(NamedTuple):
    """The sheet of cards; ``note`` says why they bear no QR code."""

    frame: Frame
    title: str
    note: str
    cards: tuple[OfficerCard, ...]
    pages: tuple[PageLink, ...]


class PlainPage(NamedTuple):
    """A page that says one thing: not found."""

    frame: Frame
    title: str


class VerifyPage(NamedTuple):
    """How to check the site. ``began`` is the ledger's first day, None where no ledger is kept."""

    frame: Frame
    title: str
    program: str
    began: Day | None
