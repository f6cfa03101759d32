"""监督与救济: to whom one objects, complains, reports or asks for a correction, and within what time.

Ways, authorities and addresses are those of the bodies' own pages, limits those of the tables of deadlines. The rights themselves are
explained on native pages, which staff write.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.deadlines import UNMARKED
from generator.model.declaration import Privacy
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.deadlines import Deadline, WithdrawalDeadline
from generator.model.record import Edition, Stage
from generator.model.site import Artefact
from generator.render import wording
from generator.render.addresses import SUPERVISION, file_of, to_page
from generator.render.frames import frame, page_title
from generator.render.inline import Items, Link, Pair, Phrase, Text, Value
from generator.render.names import link_to
from generator.render.notices import SAMPLE
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.tables import group_table
from generator.render.values import Desk, Field, fields, is_told
from generator.render.view_types import Column, ListPage, Row, Section, Table
from generator.render.views import Showing, shown

#: What the page does for clauses of the bureau's plan.
CLAUSES = {
    "二（一）1（1）": "救济渠道：向谁提出、期限多长",
    "二（一）2（2）": "监督电话和投诉举报的办法",
}
_TITLE = "监督与救济"
_SUMMARY = "对执法决定不服、要投诉举报、发现公示内容有误的，向谁提出，期限多长。"
#: How to reach a body, by attribute.
_CONTACTS = ("address", "postcode", "telephone", "email", "complaint_telephone")
#: The limits that a party has to keep; what a body has to keep stands on the records' own pages.
_PARTYS = ("听证要求", "缴纳罚款", "行政复议", "行政诉讼")
_MENDING = ("更正",)
_LIMITS = (Column("事项"), Column("期限"), Column("从哪一天起算"), Column("依据"))
_WITHDRAWING = (Column("事由"), Column("多久以内撤下"), Column("依据"))
_EXACT = Text("每份决定的页面上有算好的最后一天。具体途径和期限以送达的决定书为准。")
_WRONG = Text("写明文号或者页面网址、有误的内容、正确的内容和依据，向公示机关提出。核实后更正、隐去或者撤下，网址不变，处理情况公开在")


def plan(site: Site) -> Iterator[Artefact]:
    """One page."""
    yield Artefact(file_of(SUPERVISION), "supervision", (), refs(_bodies(site)))


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    outer = frame(site, SUPERVISION, _TITLE, SUPERVISION, column=(_TITLE, _SUMMARY))
    sections = (*_of_bodies(site, outer.root), *_limits(site), _mistakes(site, outer.root), *_rights(site, outer.root))
    view = ListPage(outer, _TITLE, _SUMMARY, None, "目前没有已公开的执法主体，也没有登记期限。", sections=sections)
    return press.page(view, "list.html")


def _bodies(site: Site) -> list[EnforcementBody]:
    """The bodies whose particulars may be shown, the column's own first."""
    found = [body for body in site.lists.get(EnforcementBody, ()) if isinstance(body, EnforcementBody)]
    opened = [body for body in found if shown(body, site.state(body), Showing.PAGE).allows(Privacy.PUBLIC)]
    return sorted(opened, key=lambda body: body.id != site.settings.main_body)


def _of_bodies(site: Site, root: str) -> Iterator[Section]:
    for number, body in enumerate(_bodies(site), 1):
        desk = Desk(site, root, body.own_day, shown(body, site.state(body), Showing.PAGE))
        mark = f"（{SAMPLE.word}）" if body.is_sample else ""
        pairs = (Pair("机关", link_to(body, site, root)), *_contacts(body, desk))
        if (ways := _ways(body, desk)) is not None:
            yield Section(f"ways{number}", f"{body.name}{mark}：向谁提出", table=ways)
        yield Section(f"body{number}", f"{body.name}{mark}：怎样联系", pairs=pairs)


def _contacts(body: EnforcementBody, desk: Desk) -> Iterator[Pair]:
    for field in _own_fields(desk):
        if field.name in _CONTACTS and field.show is not None:
            raw = getattr(body, field.name)
            yield Pair(field.declaration.label, field.show(raw, desk) if is_told(body, field, raw) else wording.UNMARKED)


def _ways(body: EnforcementBody, desk: Desk) -> Table | None:
    ways = next((field for field in _own_fields(desk) if field.name == "remedies"), None)
    if ways is None or not body.remedies:
        return None
    columns = fields(type(body.remedies[0]), ways.privacy, desk.sight.classes)
    return group_table(f"{body.name}公布的救济渠道", body.remedies, columns, desk)


def _own_fields(desk: Desk) -> tuple[Field, ...]:
    return fields(EnforcementBody, Privacy.IDENTITY, desk.sight.classes)


def _limits(site: Site) -> Iterator[Section]:
    rows = tuple(_limit(row) for row in _in_force(site, _PARTYS))
    if rows:
        yield Section("limits", "当事人的期限", table=Table("当事人可以提出、应当办理的期限", _LIMITS, rows), note=_EXACT)


def _in_force(site: Site, matters: tuple[str, ...]) -> list[Deadline]:
    """The rows for these matters that apply today, in the order of the matters."""
    policy = site.register.policy
    rows = [row for row in policy.deadlines if row.matter in matters and policy.is_in_force(row, site.as_of)]
    return sorted(rows, key=lambda row: matters.index(row.matter))


def _limit(row: Deadline) -> Row:
    return Row((Text(row.name), Text(_span(row.limit, row.unit)), Text(_start(row)), Text(row.basis)))


def _start(row: Deadline) -> str:
    """送达日期; 听证的告知日期 of 听证.告知日期."""
    return (row.start or "—").replace(".", "的")


def _span(limit: int | None, unit: str | None) -> str:
    if limit is None:
        return UNMARKED
    return "当日" if limit == 0 else f"{limit}日" if unit == "日" else f"{limit}个{unit}"


def _mistakes(site: Site, root: str) -> Section:
    """反映公示内容有误: what to say, to whom, and how soon something has to happen."""
    policy = site.register.policy
    links: list[Value] = [Link(Stage.ACTS.label, to_page(root, f"{Stage.ACTS.value}/"))]
    links += [Link(title, to_page(root, address)) for title, address in _pages(site, "corrections-policy")]
    pairs = [Pair("怎样提出", Phrase((_WRONG, Items(tuple(links), inline=True), Text("。"))))]
    pairs += [Pair(row.name, Text(f"{_span(row.limit, row.unit)}，自{row.start}起（{row.basis}）")) for row in _in_force(site, _MENDING)]
    rows = tuple(_withdrawing(row) for row in policy.withdrawals if policy.is_in_force(row, site.as_of))
    return Section(
        "mistakes", "反映公示内容有误", pairs=tuple(pairs),
        table=Table("发生变化的决定多久以内撤下", _WITHDRAWING, rows) if rows else None,
    )


def _withdrawing(row: WithdrawalDeadline) -> Row:
    span = _span(row.limit, row.unit) if row.limit is not None else "没有规定天数，及时撤下"
    return Row((Text("、".join(row.grounds)), Text(span), Text(row.basis)))


def _rights(site: Site, root: str) -> Iterator[Section]:
    """Where the rights are explained, and how an officer's identity is checked."""
    links: list[Value] = [Link(title, to_page(root, address)) for title, address in _pages(site, "objections")]
    rosters = [roster for kind, lists in site.lists.items() if kind.KIND.folder == "rosters" for roster in lists]
    links += [link_to(roster, site, root) for roster in rosters if isinstance(roster, Edition)]
    if links:
        yield Section("rights", "进一步了解", value=Items(tuple(links), inline=False))


def _pages(site: Site, stem: str) -> list[tuple[str, str]]:
    """Title and address of the native page of that name, if there is one."""
    return [(page_title(page.body, page.stem), f"pages/{page.stem}/") for page in site.register.pages if page.stem == stem]
