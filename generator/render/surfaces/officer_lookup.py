"""Where a certificate that somebody shows can be checked: the list of all that are valid, and a sheet of cards to print.

Only people on a roster in force, and only while their certificate runs; both pages change on the days on which that does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds.rosters import HeldCertificate, Officer, Roster
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import file_of, officer_address, to_page
from generator.render.frames import asset_path, frame, section_of, way_to_kind
from generator.render.inline import Link, Pair, Span
from generator.render.leaves import leaf_address, leaf_links, parts
from generator.render.names import body_name, certificate, name_of
from generator.render.notices import SAMPLE
from generator.render.press import Press
from generator.render.qr import qr_svg
from generator.render.site import Holder, Site
from generator.render.sources import refs
from generator.render.surfaces.officers import is_listed
from generator.render.tool_pages import CardsPage, LookupPage, OfficerCard
from generator.render.view_types import Column, KindEntry, Row, Table

#: What the pages do for clauses of the bureau's plan.
CLAUSES = {
    "二（一）2（2）": "公众按证件号码查验执法人员的证件",
}
ADDRESS = "officers/"
_CARDS = "officers/cards/"
_CHECK, _SHEETS = "check", "cards"
_TITLE = "亮证查验"
#: Certificates of one page of the list; beside them it knows the numbers on the others.
_ROWS = 200
#: Cards of one page, with their codes.
_SHEET = 40
_CARDS_TITLE = "执法证件查验卡"
_SUMMARY = "执法人员检查时应当出示执法证件。按证件上的号码，可以核对出示证件的人是不是在有效名单上。"
_COLUMNS = ("证件号码", "姓名", "职务", "所属机关", "证件种类", "有效期")
_NO_ADDRESS = "本栏目的正式网址还没有核定，卡片上暂时没有二维码，请按证件号码查验。"


def plan(site: Site) -> Iterator[Artefact]:
    """The list and the sheet of cards."""
    rosters = refs(site.lists.get(Roster, ()))
    found = tuple(valid_certificates(site))
    for place, address, size in ((_CHECK, ADDRESS, _ROWS), (_SHEETS, _CARDS, _SHEET)):
        for leaf in range(1, len(parts(found, size)) + 1):
            yield Artefact(file_of(leaf_address(address, leaf)), "officer_lookup", (place, str(leaf)), rosters)


def render(artefact: Artefact, site: Site, press: Press) -> bytes:
    """One of the two pages."""
    place, leaf = artefact.subject
    if place == _SHEETS:
        return press.page(_cards_page(int(leaf), site), "officer_cards.html")
    return press.page(_lookup_page(int(leaf), site), "officers.html")


def is_indexed(_artefact: Artefact, _site: Site) -> bool:
    """Nothing here is for search engines, whose copies would outlive the page."""
    return False


def valid_certificates(site: Site) -> Iterator[tuple[Holder, HeldCertificate]]:
    """The certificates that are valid on ``as_of``, of people on a roster in force, in the order of their numbers."""
    for number in sorted(site.certificates):
        holder = site.certificates[number]
        if is_listed(holder, site):
            assert isinstance(holder.row, Officer)
            held = next(held for held in holder.row.certificates if held.number == number)
            if held.validity.start <= site.as_of <= held.validity.end:
                yield holder, held


def lookup_entry(root: str) -> KindEntry:
    """The way to the check, as the sections list it that tell of officers and of what they show when they come."""
    return KindEntry(Link(_TITLE, to_page(root, ADDRESS)), _SUMMARY)


def _lookup_page(leaf: int, site: Site) -> LookupPage:
    leaves = parts(tuple(valid_certificates(site)), _ROWS)
    found = leaves[leaf - 1]
    title = f"{_TITLE}（第 {leaf} 页）" if leaf > 1 else _TITLE
    outer = frame(
        site, leaf_address(ADDRESS, leaf), title, section_of(Roster), way_to_kind(Roster)[:1], indexed=False,
        sample=bool(found) and all(holder.roster.is_sample for holder, _ in found),
    )
    rows = tuple(_row(holder, held, site, outer.root) for holder, held in found)
    has_samples = any(row.marks for row in rows)
    table = Table("有效的执法证件", tuple(map(Column, _COLUMNS)), rows, with_marks=has_samples) if rows else None
    return LookupPage(
        outer, title, _SUMMARY, table,
        script=outer.root + asset_path(site, "officers.js"),
        rosters=tuple(
            Link(name_of(roster, site), to_page(outer.root, f"{roster.id}/"))
            for roster in site.lists.get(Roster, ()) if not site.is_tombstone(roster)
        ),
        cards=Link(_CARDS_TITLE, to_page(outer.root, _CARDS)),
        pages=tuple(
            link._replace(text=f"{page[0][1].number} 至 {page[-1][1].number}", holds=tuple(held.number for _, held in page))
            for link, page in zip(leaf_links(ADDRESS, len(leaves), leaf, outer.root), leaves, strict=False)
        ),
    )


def _row(holder: Holder, held: HeldCertificate, site: Site, root: str) -> Row:
    officer = holder.row
    assert isinstance(officer, Officer)
    return Row(
        (
            certificate(held.number, site, root), wording.words(officer.name), wording.words(officer.title),
            body_name(holder.roster, site), wording.words(held.sort), _validity(held),
        ),
        marks=(SAMPLE,) if holder.roster.is_sample else (),
    )


def _validity(held: HeldCertificate) -> Span:
    return Span(wording.day(held.validity.start), wording.day(held.validity.end))


def _cards_page(leaf: int, site: Site) -> CardsPage:
    sheets = parts(tuple(valid_certificates(site)), _SHEET)
    found = sheets[leaf - 1]
    title = f"{_CARDS_TITLE}（第 {leaf} 页）" if leaf > 1 else _CARDS_TITLE
    outer = frame(
        site, leaf_address(_CARDS, leaf), title, section_of(Roster), (*way_to_kind(Roster)[:1], (_TITLE, ADDRESS)), indexed=False,
        sample=bool(found) and all(holder.roster.is_sample for holder, _ in found),
    )
    return CardsPage(
        outer, title, "" if site.settings.site_address else _NO_ADDRESS,
        tuple(_card(holder, held, site) for holder, held in found),
        leaf_links(_CARDS, len(sheets), leaf, outer.root),
    )


def _card(holder: Holder, held: HeldCertificate, site: Site) -> OfficerCard:
    officer, base = holder.row, site.settings.site_address
    assert isinstance(officer, Officer)
    url = f"{base}{officer_address(held.number)}" if base else ""
    return OfficerCard(
        wording.words(officer.name),
        (
            Pair("证件", wording.words(held.sort)), Pair("号码", wording.code(held.number)), Pair("职务", wording.words(officer.title)),
            Pair("机关", body_name(holder.roster, site)), Pair("有效期至", wording.day(held.validity.end)),
        ),
        qr_svg(url, f"证件 {held.number} 的查验页面") if url else None,
        url,
        (SAMPLE,) if holder.roster.is_sample else (),
    )
