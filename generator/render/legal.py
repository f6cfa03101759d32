"""The provisions that a record cites, as they were in force on its day: what each is about, since when and until when it applied.

What an article says is not repeated; a law's own page has the versions.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.kinds.laws import Law
from generator.model.law_versions import renumber
from generator.model.parts import Citation
from generator.render import wording
from generator.render.citations import UNKNOWN_LAW, law_title, provision_link, version_name
from generator.render.inline import Phrase, Text, Value
from generator.render.site import ShownLaw
from generator.render.values import Desk
from generator.render.view_types import Column, Row, Section, Table

_COLUMNS = (Column("用途"), Column("条款"), Column("内容"), Column("施行时间"))


class Cited(NamedTuple):
    """One field's citations: what the field is called, and what it cites."""

    label: str
    citations: tuple[Citation, ...]


def legal_section(cited: list[Cited], desk: Desk) -> Section:
    """法律依据: every cited provision on a row of its own, in the order of the fields."""
    rows = tuple([_row(label, each, desk) for label, citations in cited for each in citations])
    return Section("law", "法律依据", table=Table("引用的条款", _COLUMNS, rows))


def _row(label: str, cited: Citation, desk: Desk) -> Row:
    """A row depends on the citation and the way to the root alone: thousands of pages share a few."""
    key = (label, cited.edition, cited.article, cited.paragraph, cited.item, desk.root)
    known = desk.site.provision_rows.get(key)
    if known is None:
        known = desk.site.provision_rows[key] = _worded(label, cited, desk)
    return known


def _worded(label: str, cited: Citation, desk: Desk) -> Row:
    words = wording.provision(cited.article, cited.paragraph, cited.item)
    law = desk.site.laws.get(str(cited.edition))
    title = Text(law_title(law, desk.site)) if law is not None else UNKNOWN_LAW
    place = Phrase((title, provision_link(law, words, cited.article, desk.root)))
    if law is None:
        return Row((Text(label), place, wording.BLANK, wording.BLANK))
    return Row((Text(label), place, _topic(law, cited.article), _in_force(law, cited.article, desk)))


def _topic(law: ShownLaw, article: str) -> Value:
    facts = law.version.articles if article in law.articles else ()
    return next((wording.words(fact.topic) for fact in facts if fact.article == article), wording.BLANK)


def _in_force(law: ShownLaw, article: str, desk: Desk) -> Value:
    """2024年9月13日起; of an earlier version until when, and where the provision stands today."""
    version = law.version
    start = wording.day(version.effective_on)
    newer = _in_force_now(version, desk)
    if newer is None or not newer.articles:
        return Text(f"{start.text}起", nowrap=True)
    words: list[Value] = [start, Text("起"), Text(f"；{version_name(newer.version, desk.site)}后")]
    number = renumber(_versions(version, desk), article, version, newer.version)
    if number is None:
        return Phrase((*words, Text("没有对应条款")))
    return Phrase((*words, Text("为"), provision_link(newer, wording.article(number), number, desk.root)))


def _in_force_now(version: Law, desk: Desk) -> ShownLaw | None:
    """The version in force today, if it is another one and has a page."""
    today = desk.site.edition_in_force(version.id)
    return desk.site.laws.get(today.ref) if today is not None and today is not version else None


def _versions(version: Law, desk: Desk) -> tuple[Law, ...]:
    return tuple(edition for edition in desk.site.register.editions(version.id) if isinstance(edition, Law))
