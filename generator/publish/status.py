"""What is live on a target, and how old it is: for people, and for the alarm that watches the daily run."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from generator.publish.books import Books, open_books
from generator.publish.target import LAST_RUN, Target

#: What to do where nothing is live.
NOT_PUBLISHED = "核对 --to 写的位置；确实还没有发布过的，先运行 disclosure publish"


class Status(NamedTuple):
    """The live release, the releases beside it, and the day of the last run that came to its end."""

    target: str
    name: str
    sequence: int
    commit: str
    published: date
    """The day that the live release was made for."""
    checked: date
    """The day of the last run, which may have found nothing to publish."""
    age: int
    """Days since that run."""
    releases: tuple[str, ...]
    ledger: int
    """Lines of the ledger; 0 where none is kept."""


def status_of(target: Target, today: date) -> Status | None:
    """What is live; None if nothing is. Raises :class:`generator.writing.stage.Refusal` if the target's books are not sound."""
    books = open_books(target)
    if books.live is None:
        return None
    live, checked = books.live, _last_run(target, books)
    lines = len(books.ledger.lines) if books.ledger is not None else 0
    return Status(
        target.label, live.name, live.sequence, live.commit, live.as_of, checked, (today - checked).days, books.survey.releases, lines
    )


def _last_run(target: Target, books: Books) -> date:
    """The last run's day; what a killed run could not note down, the release itself tells."""
    assert books.live is not None, "asked of a live release only"
    told = target.read(LAST_RUN)
    try:
        return max(books.live.as_of, date.fromisoformat(json.loads(told)["as_of"])) if told is not None else books.live.as_of
    except (ValueError, KeyError, TypeError):
        return books.live.as_of
