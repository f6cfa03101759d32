"""A page for every certificate number on a public roster: who holds it, until when, what the officer took part in.

Whoever left the roster has no name here: 该证件已不在有效名单. Not offered to search engines, whose copies would outlive the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.declaration import Privacy
from generator.model.kinds.rosters import Officer, Roster
from generator.model.record import Edition
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import file_of, officer_address, to_page
from generator.render.frames import frame, section_of, way_to_kind
from generator.render.inline import Link, Pair, Phrase, Text
from generator.render.names import edition_name, name_of
from generator.render.neighbours import Tally
from generator.render.notices import SAMPLE
from generator.render.press import Press
from generator.render.site import Holder, Site
from generator.render.sources import refs
from generator.render.tables import group_table, told_columns
from generator.render.values import Desk, visible
from generator.render.view_types import Frame, Mark, Notice, RecordPage, Section, Table
from generator.render.views import Showing, rows_are_listed, shown
from generator.render.year_lines import year_lines

#: To be named here tells what a record says.
SORTS = True

_GONE = "该证件已不在有效名单"
_ASK = "本页不再显示持有人。遇到有人出示这个证件执法的，可以向清单所属的机关核实。"
#: Attributes of a roster's row that the page tells elsewhere.
_ELSEWHERE = frozenset({"number", "name", "certificates"})


def plan(site: Site) -> Iterator[Artefact]:
    """A page for every number."""
    for number, holder in site.certificates.items():
        taken_part = _records(holder, site).records if is_listed(holder, site) else []
        yield Artefact(file_of(officer_address(number)), "officers", (number,), (holder.roster.ref, *refs(taken_part)))


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    number = artefact.subject[0]
    holder = site.certificates[number]
    view = _holder_page if is_listed(holder, site) else _leaver_page
    return press.page(view(number, holder, site), "record.html")


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Nothing here is for search engines."""
    return False


def is_listed(holder: Holder, site: Site) -> bool:
    """Whether the holder is on the roster in force, and persons may be shown there."""
    roster = holder.roster
    sight = shown(roster, site.state(roster), Showing.PAGE)
    return site.is_in_force(roster) and rows_are_listed(type(holder.row), sight)


def _frame(number: str, roster: Edition, title: str, site: Site) -> Frame:
    way = (*way_to_kind(Roster), (name_of(roster, site), f"{roster.id}/"))
    return frame(
        site, officer_address(number), title, section_of(Roster), way, indexed=False, sample=roster.is_sample,
    )


def _leaver_page(number: str, holder: Holder, site: Site) -> RecordPage:
    outer = _frame(number, holder.roster, f"证件 {number}", site)
    link = Link("查看现行的执法人员清单", to_page(outer.root, f"{holder.roster.id}/"))
    notice = Notice("past", Text(_GONE), Text(_ASK), link=link)
    return RecordPage(outer, "执法证件", wording.code(number), _sample(holder), (notice,), (), ())


def _sample(holder: Holder) -> tuple[Mark, ...]:
    return (SAMPLE,) if holder.roster.is_sample else ()


def _holder_page(number: str, holder: Holder, site: Site) -> RecordPage:
    roster, officer = holder
    assert isinstance(officer, Officer)
    outer = _frame(number, roster, f"{officer.name}（{number}）", site)
    desk = Desk(site, outer.root, roster.own_day, shown(roster, site.state(roster), Showing.PAGE))
    facts = tuple(
        Pair(field.declaration.label, field.show(raw, desk))
        for field, raw in visible(officer, desk.sight, Privacy.PUBLIC)
        if field.show is not None and field.name not in _ELSEWHERE
    )
    lines = year_lines(_records(holder, site), site, outer.root)
    sections = (
        Section("certificates", "持有的证件", table=_certificates(officer, desk)),
        Section("records", "参加办理的公开记录", value=None if lines else Text("目前没有公开的记录。"), lines=lines),
    )
    return RecordPage(
        outer, "执法证件", wording.words(officer.name), (*_validity(number, officer, site), *_sample(holder)), (),
        (Pair("证件号码", wording.code(number)), *facts, Pair("登载于", _source(roster, site, outer.root))), sections,
    )


def _certificates(officer: Officer, desk: Desk) -> Table:
    held = officer.certificates
    return group_table("持有的证件", held, told_columns(held, Privacy.PUBLIC, desk), desk)


def _validity(number: str, officer: Officer, site: Site) -> tuple[Mark, ...]:
    """Whether this certificate is valid on the day of the build; the page changes on the days on which that does."""
    days = next(held.validity for held in officer.certificates if held.number == number)
    if site.as_of < days.start:
        return (Mark("证件尚未生效", "past"),)
    return (Mark("证件已过有效期", "withdrawn") if site.as_of > days.end else Mark("证件在有效期内", "current"),)


def _source(roster: Edition, site: Site, root: str) -> Phrase:
    link = Link(name_of(roster, site), to_page(root, f"{roster.id}/"))
    return Phrase((link, Text(f"（{edition_name(roster)}，"), wording.day(roster.effective_on), Text("起）")))


def _records(holder: Holder, site: Site) -> Tally:
    """The public records that name any certificate of the holder."""
    tally = Tally()
    numbers = [held.number for held in holder.row.certificates]  # type: ignore[attr-defined]
    found = {record.ref: record for number in numbers for record in site.neighbours.officers.get(number, ())}
    tally.records.extend(found.values())
    return tally
