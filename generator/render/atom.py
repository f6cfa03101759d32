"""Writes a feed as Atom: RFC 4287, entries to be forgotten by RFC 6721, archives by RFC 5005. It knows no record."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from html import escape
from io import BytesIO
from typing import Any, NamedTuple

from feedgenerator import Atom1Feed, rfc3339_date

SHANGHAI = timezone(timedelta(hours=8))
_DELETED = "http://purl.org/atompub/tombstones/1.0"
_HISTORY = "http://purl.org/syndication/history/1.0"


class Entry(NamedTuple):
    """One entry. ``id`` is a ``tag:`` address, ``words`` are its categories."""

    id: str
    day: date
    title: str
    address: str
    summary: str
    words: tuple[str, ...]


class Gone(NamedTuple):
    """An entry that readers are to forget, and the day since when."""

    id: str
    day: date


class Feed(NamedTuple):
    """One document of a feed, newest entry first; all addresses absolute. ``older`` is the archive before it."""

    id: str
    title: str
    author: str
    home: str
    address: str
    current: str
    is_archive: bool
    updated: date
    entries: tuple[Entry, ...]
    gone: tuple[Gone, ...]
    older: str = ""


class _Atom(Atom1Feed):  # type: ignore[misc]
    """The library's feed with two extensions; overriding is how it is extended."""

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": _DELETED, "xmlns:fh": _HISTORY}

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        feed: Feed = self.feed["source"]
        if feed.is_archive:
            handler.addQuickElement("fh:archive")
            handler.addQuickElement("link", "", {"rel": "current", "href": feed.current})
        if feed.older:
            handler.addQuickElement("link", "", {"rel": "prev-archive", "href": feed.older})
        for gone in feed.gone:
            handler.addQuickElement("at:deleted-entry", "", {"ref": gone.id, "when": rfc3339_date(moment(gone.day))})

    def latest_post_date(self) -> datetime:
        return moment(self.feed["source"].updated)


def moment(day: date) -> datetime:
    """The beginning of a day in China."""
    return datetime.combine(day, time(), SHANGHAI)


def atom(feed: Feed) -> bytes:
    """The document."""
    written = _Atom(
        feed.title, feed.home, None, language="zh-CN", author_name=feed.author, feed_url=feed.address, feed_guid=feed.id, source=feed,
    )
    for entry in feed.entries:
        at = moment(entry.day)
        written.add_item(
            entry.title, entry.address, escape(entry.summary) or None,  # the library calls every summary HTML
            pubdate=at, updateddate=at, unique_id=entry.id, categories=entry.words,
        )
    out = BytesIO()
    written.write(out, "utf-8")
    return out.getvalue() + b"\n"
