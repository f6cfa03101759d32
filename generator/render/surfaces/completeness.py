"""完整性: for each body which of its duties to publish are met, by what, what falls due, and what was late. The bureau's own account."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.completeness import completeness
from generator.model.obligations import years_of
from generator.model.record import Record
from generator.model.site import Artefact
from generator.render import duty_sections as told
from generator.render.addresses import COMPLETENESS, body_anchor, file_of
from generator.render.frames import frame
from generator.render.press import Press
from generator.render.site import Site
from generator.render.surfaces.statistics import bodies_of, titled
from generator.render.view_types import ListPage, Section
from generator.rules.duties import Duty, duties

#: What the page does for clauses of the bureau's plan.
CLAUSES = {
    "一": "逐项说明应当公开的内容是否已经公开",
    "二（一）1（1）": "逐项说明是否已经公开，在哪里",
    "二（一）1（2）": "清单是否跟上法律的修改，还有哪些没有公布",
    "二（一）3（4）": "各年度的报告是否按期公开",
}
_TITLE = "完整性"
_SUMMARY = "按实施方案和法律的要求逐项列出：应当公开的内容是否已经公开、在哪里，各年度的报告和零公示声明，将要到期的事项，迟了的事项。"
_NONE = "目前没有已公开的执法主体，没有可以逐项核对的内容。"


def plan(site: Site) -> Iterator[Artefact]:
    """One page, also while there is no body."""
    found: list[tuple[Record, ...]] = []
    for duty in _duties(site):
        body = duty.body.id
        items = completeness(site.register, body, site.as_of)
        years = years_of(site.register, body, duty.since, site.as_of)
        found += [(duty.body,), *(item.records for item in items), *told.findings_of(site, body).values()]
        found += [(*year.statements, *((year.report,) if year.report is not None else ())) for year in years]
    shown = ([record for record in group if site.is_shown(record)] for group in found)
    yield Artefact(file_of(COMPLETENESS), "completeness", (), told.refs_of(shown))


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    outer = frame(site, COMPLETENESS, _TITLE, COMPLETENESS, column=(_TITLE, _SUMMARY))
    sections = tuple(section for duty in _duties(site) for section in _of_body(duty, site, outer.root))
    return press.page(ListPage(outer, _TITLE, _SUMMARY, None, _NONE, sections=sections), "list.html")


def _duties(site: Site) -> list[Duty]:
    """The bodies that are shown and have duties of their own, the column's own first."""
    owed = {duty.body.id: duty.since for duty in duties(site.register)}
    return [Duty(body, owed[body.id]) for body in bodies_of(site) if body.id in owed]


def _of_body(duty: Duty, site: Site, root: str) -> Iterator[Section]:
    body = duty.body
    items = completeness(site.register, body.id, site.as_of)
    years = years_of(site.register, body.id, duty.since, site.as_of)
    findings = told.findings_of(site, body.id)
    sections = [told.checklist(items, findings, site, root, body_anchor(body.id, "list"))] if items else []
    sections += [
        told.late(findings, site, root, body_anchor(body.id, "late")), told.upcoming(duty, years, site, body_anchor(body.id, "due")),
        told.yearly(years, site, root, body_anchor(body.id, "years")),
    ]
    yield from (section._replace(title=titled(body, section.title)) for section in sections)
