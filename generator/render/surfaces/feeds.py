"""The feed of acts as Atom and as JSON Feed: the newest events, and an archive for each year, so that none can be missed.

Only with a site address: readers keep a feed's links away from the site. What is withdrawn or expired is only named by its number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from generator.model.site import Artefact
from generator.render.addresses import INDEX
from generator.render.atom import Entry, Feed, Gone, atom, moment
from generator.render.events import Event, events_of, forgotten, has_events
from generator.render.press import Press
from generator.render.site import Site

#: Entries of the document that readers come back to.
NEWEST = 50
SUFFIXES = (".atom", ".json")
_FOLDER = "feed/acts"
_TITLE = "公开、更正与撤下"
#: RFC 4151 wants a day on which the name was the owner's; with the name it makes ids that hold for ever.
_SINCE = "2026"


def plan(site: Site) -> Iterator[Artefact]:
    """The feed in both forms and its archives, once there is anything to tell."""
    if not site.settings.site_address or not has_events(site):
        return
    for year in (None, *_years(site)):
        records = dict.fromkeys(ref for event in _chosen(site, year) for ref in event.refs)
        for suffix in SUFFIXES:
            yield Artefact(f"{_stem(year)}{suffix}", "feeds", (str(year or ""),), tuple(records))


def render(artefact: Artefact, site: Site, _press: Press) -> bytes:
    """One document of the feed."""
    year = int(artefact.subject[0]) if artefact.subject[0] else None
    suffix = artefact.path[artefact.path.rindex("."):]
    feed = _feed(site, year, suffix)
    return atom(feed) if suffix == ".atom" else _json(feed)


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """A feed is for readers, not for search engines."""
    return False


def _years(site: Site) -> tuple[int, ...]:
    return tuple(dict.fromkeys(event.day.year for event in events_of(site)))


def _chosen(site: Site, year: int | None) -> tuple[Event, ...]:
    events = events_of(site)
    return events[:NEWEST] if year is None else tuple(event for event in events if event.day.year == year)


def _stem(year: int | None) -> str:
    return f"{_FOLDER}-{year}" if year else _FOLDER


def authority(site: Site) -> str:
    """The naming authority of the entries' ids (RFC 4151): the setting, else the host of the site's address."""
    return site.settings.feed_authority or f"{urlsplit(site.settings.site_address).hostname},{_SINCE}"


def _feed(site: Site, year: int | None, suffix: str) -> Feed:
    base, settings = site.settings.site_address, site.settings
    chosen, years = _chosen(site, year), _years(site)
    older = [other for other in years if year is None or other < year]
    dropped = forgotten(events_of(site))
    told = {event.key for event in chosen}
    # An entry is taken back where it stood, and once more beside what took it away, for readers who look only there.
    gone = [key for key, end in dropped.items() if end.key in told or key in told]
    return Feed(
        id=_tag(site, _stem(year)),
        title=f"{settings.site_name}：{_TITLE}{f'（{year}年）' if year else ''}",
        author=settings.owner or settings.site_name,
        home=base,
        address=f"{base}{_stem(year)}{suffix}",
        current=f"{base}{_FOLDER}{suffix}",
        is_archive=year is not None,
        updated=_updated(chosen, [dropped[key].day for key in gone]),
        entries=tuple(_entry(event, site) for event in chosen if event.key not in dropped),
        gone=tuple(Gone(_tag(site, key), dropped[key].day) for key in gone),
        older=f"{base}{_stem(older[0])}{suffix}" if older else "",
    )


def _updated(events: tuple[Event, ...], gone: list[date]) -> date:
    return max(event.day for event in events) if not gone else max(*gone, *(event.day for event in events))


def _tag(site: Site, key: str) -> str:
    return f"tag:{authority(site)}:{key}"


def _entry(event: Event, site: Site) -> Entry:
    words = (event.word, event.record.KIND.title, *(("示例",) if event.record.is_sample else ()))
    address = f"{site.settings.site_address}{event.address}{INDEX}"
    return Entry(_tag(site, event.key), event.day, event.title, address, event.reason, words)


def _json(feed: Feed) -> bytes:
    """JSON Feed 1.1. It knows no tombstones and no archives: the first are an extension, the second its pages."""
    items = [
        {
            "id": entry.id, "url": entry.address, "title": entry.title, "content_text": entry.summary or entry.title,
            "date_published": moment(entry.day).isoformat(), "tags": list(entry.words),
        }
        for entry in feed.entries
    ]
    document = {
        "version": "https://jsonfeed.org/version/1.1", "title": feed.title, "home_page_url": feed.home, "feed_url": feed.address,
        "language": "zh-CN", "authors": [{"name": feed.author}], **({"next_url": feed.older} if feed.older else {}), "items": items,
        "_disclosure": {"deleted": [{"id": gone.id, "when": moment(gone.day).isoformat()} for gone in feed.gone]},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
