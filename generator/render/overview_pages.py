"""What the templates of the front page and of 更正与撤下 are given: pages that lead on and count.

Plain and frozen like the other views (view_types.py); nothing here knows a record.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.render.inline import Link, Value
from generator.render.view_types import Frame, KindEntry, Row, Section, Table


class StageEntry(NamedTuple):
    """One section on the home page."""

    link: Link
    summary: str
    kinds: tuple[KindEntry, ...]


class ActsPage(NamedTuple):
    """更正与撤下: the years with their figures, the kinds of acts, and what each leaves to be seen."""

    frame: Frame
    title: str
    summary: str
    overview: Table | None
    note: str
    kinds: tuple[KindEntry, ...]
    effects: Section
    policy: Link | None
    topics: tuple[KindEntry, ...] = ()


class Figure(NamedTuple):
    """A number with what it counts; ``text`` leads to where it comes from."""

    text: Value
    number: str
    unit: str
    samples: str = ""
    """The same of samples, which are never added."""


class HomePage(NamedTuple):
    """The front page."""

    frame: Frame
    title: str
    stages: tuple[StageEntry, ...]
    latest: tuple[Row, ...]
    acts: tuple[Row, ...]
    lists: tuple[Row, ...]
    year: str
    figures: tuple[Figure, ...]
    more: tuple[Link, ...]
    """Where there are more figures."""
    samples_left_out: int
