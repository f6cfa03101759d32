"""What can be done against a decision, to whom, and until when: 不服怎么办.

Ways and authorities are those that the deciding body had published on the day of the decision; last days come from the table of
deadlines. Nothing of the law is written here, and nothing replaces what the served decision says.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.deadlines import Timeliness
from generator.model.declaration import Privacy
from generator.model.kinds.bodies import EnforcementBody, Remedy
from generator.model.record import Document
from generator.model.timeliness import deadlines_of
from generator.render import wording
from generator.render.addresses import SUPERVISION, to_page
from generator.render.inline import Link, Phrase, Text, Value
from generator.render.names import naming_body
from generator.render.site import Site
from generator.render.values import Desk
from generator.render.view_types import Column, Row, Section, Table
from generator.render.views import Showing, shown
from generator.rules.decisions import procedures_of

#: The ways that have a time limit of their own; without one a kind of record leaves nothing to object to.
RECONSIDERATION, LITIGATION = "行政复议", "行政诉讼"
_PAYMENT = "缴纳罚款"
_TOLD = (RECONSIDERATION, LITIGATION, _PAYMENT)
_COLUMNS = (Column("途径"), Column("向谁提出"), Column("期限"), Column("最后一天"))
_CAPTION, _CAPTION_PAYING = "对这份决定不服的途径和期限", "对这份决定不服的途径和期限，以及缴纳罚款的期限"
_PAYING = Text("按决定书写明的方式")
_PRIOR = Text("先申请行政复议，对复议决定不服的再起诉")
_UNSERVED = Text("自收到决定书之日起算")
_NOTE = Text("最后一天自送达日期起算，当日不计，遇休假日顺延。途径和期限以送达的决定书为准。怎样提出，见")


def remedies_section(desk: Desk) -> Section | None:
    """The ways against the page's own record; None where its kind has none, or its page says only what became of it."""
    record, site = desk.owner, desk.site
    if not isinstance(record, Document) or site.is_tombstone(record) or not has_remedies(record, site):
        return None
    policy = site.register.policy
    dues = {item.due.matter: item for matter in _TOLD for item in deadlines_of(record, policy, matter)}
    body = deciding_body(record, site)
    is_prior = any(row.prior is not None and row.prior.demanded for row in procedures_of(site.register, record))
    rows = [_row(remedy, dues, is_prior) for remedy in body.remedies if remedy.path in (RECONSIDERATION, LITIGATION)] if body else []
    rows += _without_body(dues, is_prior) if not rows else []
    rows += _payment(dues)
    link = Link("监督与救济", to_page(desk.root, SUPERVISION))
    caption = _CAPTION_PAYING if _PAYMENT in dues else _CAPTION
    table = Table(caption, _COLUMNS, tuple(rows)) if rows else None
    return Section("remedies", "不服怎么办", table=table, note=Phrase((_NOTE, link, Text("。"))))


def has_remedies(record: Document, site: Site) -> bool:
    """Whether the table of deadlines knows a way against records of this kind."""
    return bool(site.register.policy.deadlines_of(record.origin.folder, RECONSIDERATION))


def deciding_body(record: Document, site: Site) -> EnforcementBody | None:
    """The deciding body as it was published on the day of the decision, if that edition may be shown."""
    body = naming_body(record)
    edition = site.register.edition_on(body, record.own_day) if body is not None else None
    if not isinstance(edition, EnforcementBody) or not site.is_shown(edition):
        return None
    return edition if shown(edition, site.state(edition), Showing.PAST).allows(Privacy.PUBLIC) else None


def _row(remedy: Remedy, dues: dict[str, Timeliness], is_prior: bool) -> Row:
    due = dues.get(remedy.path)
    authority = wording.words(remedy.authority) if remedy.authority else wording.UNMARKED
    limit = wording.words(remedy.limit) if remedy.limit else wording.UNMARKED
    if is_prior and remedy.path == LITIGATION:
        return Row((Text(remedy.path), authority, _PRIOR, wording.BLANK))
    return Row((Text(remedy.path), authority, _limit(due) if due is not None else limit, _last(due)))


def _without_body(dues: dict[str, Timeliness], is_prior: bool) -> list[Row]:
    """What the table of deadlines alone tells, where the body has published no ways."""
    ways = [way for way in (RECONSIDERATION, LITIGATION) if way in dues and not (is_prior and way == LITIGATION)]
    return [Row((Text(way), wording.UNMARKED, _limit(dues[way]), _last(dues[way]))) for way in ways]


def _payment(dues: dict[str, Timeliness]) -> Iterator[Row]:
    due = dues.get(_PAYMENT)
    if due is not None:
        yield Row((Text(_PAYMENT), _PAYING, _limit(due), _last(due)))


def _limit(item: Timeliness) -> Value:
    """60日（《行政复议法》第二十条）."""
    return Text(f"{item.due.limit_text}（{item.due.basis}）" if item.due.limit_text else item.due.gap)


def _last(item: Timeliness | None) -> Value:
    if item is None:
        return _UNSERVED
    return wording.day(item.due.day) if item.due.day is not None else Text(item.due.gap)
