"""统计: for each body how many decisions, how soon public, how many in full, what was corrected and withdrawn; and the counting rules."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.declaration import Privacy
from generator.model.kinds.annual_reports import AnnualReport
from generator.model.kinds.bodies import EnforcementBody
from generator.model.kinds.nil_statements import NilStatement
from generator.model.record import Record
from generator.model.site import Artefact
from generator.model.statistics import decision_figures, decisions_of, full_text_goal
from generator.render import figure_sections as drawn
from generator.render.act_figures import figures
from generator.render.addresses import STATISTICS, body_anchor, file_of, to_page
from generator.render.events import PUBLISHED, Event, events_of
from generator.render.frames import frame
from generator.render.inline import Items, Link, Text, Value
from generator.render.names import naming_body
from generator.render.notices import SAMPLE
from generator.render.press import Press
from generator.render.site import Site
from generator.render.sources import refs
from generator.render.topics import TOPICS
from generator.render.view_types import ListPage, Section
from generator.render.views import Showing, shown

#: What the page does for clauses of the bureau's plan.
CLAUSES = {
    "二（一）3（1）": "每年作出多少件、用了多少个工作日公开、按期率",
    "二（一）3（2）": "每年的全文公示率",
    "二（四）4": "分年度的统计图表",
}
_TITLE = "统计与年报"
_SUMMARY = "每年作出多少决定，多久公开，多少是全文，更正和撤下了多少。每张图下面的表格是同样的数字。"
_NONE = "目前没有到公开日期的决定和检查结果，没有数字可以统计。没有案件的年份，见零公示声明。"
_RULES = (
    "按决定日期的年度统计，每份决定（结果）算一件。还没有到公开日期的不算。",
    "已经撤下和公示期满的仍然算在件数里，内容不再展示。不予公开的只算件数。",
    "公开用时按工作日计算，决定的当日不算；工作日以国务院办公厅的节假日安排为准，安排还没有公布的年份算不出。迟了的一直算迟。",
    "全文公示率是全文公示的件数占全部行政处罚决定（包括摘要公开和不予公开的）的比例。",
    "更正、隐私处理、撤下、恢复按处理日期的年度统计，公示期满按期满之日。",
    "年度报告有自己的统计口径（并处的按最重的种类算一件），数字可能与这里不同。",
)


def plan(site: Site) -> Iterator[Artefact]:
    """One page, also while there is nothing to count."""
    found = dict.fromkeys(ref for body in bodies_of(site) for ref in (body.ref, *refs(_counted(body, site)), *_acted(body, site)))
    yield Artefact(file_of(STATISTICS), "statistics", (), tuple(found))


def render(_artefact: Artefact, site: Site, press: Press) -> bytes:
    """The page."""
    outer = frame(site, STATISTICS, _TITLE, STATISTICS, column=(_TITLE, _SUMMARY))
    sections = [section for body in bodies_of(site) for section in _of_body(body, site)]
    sections += [Section("rules", "怎样统计", value=Items(tuple(map(Text, _RULES)), inline=False)), _others(site, outer.root)]
    return press.page(ListPage(outer, _TITLE, _SUMMARY, None, "", sections=tuple(sections)), "list.html")


def bodies_of(site: Site) -> list[EnforcementBody]:
    """The bodies in force whose particulars may be shown, the column's own first."""
    found = [body for body in site.lists.get(EnforcementBody, ()) if isinstance(body, EnforcementBody)]
    opened = [body for body in found if shown(body, site.state(body), Showing.PAGE).allows(Privacy.PUBLIC)]
    return sorted(opened, key=lambda body: body.id != site.settings.main_body)


def titled(body: EnforcementBody, what: str) -> str:
    """A section's title: whose it is, and that it is a sample."""
    return f"{body.name}{f'（{SAMPLE.word}）' if body.is_sample else ''}：{what}"


def _of_body(body: EnforcementBody, site: Site) -> Iterator[Section]:
    found = decision_figures(site.register, body.id, site.as_of)
    if not found:
        yield Section(body_anchor(body.id, "none"), titled(body, "没有数字"), value=Text(_NONE))
    else:
        goals = {year.year: full_text_goal(site.register, year.year) for kind in found for year in kind.years}
        sections = (
            drawn.totals(found, body_anchor(body.id, "total")),
            *(drawn.spread(kind, body_anchor(body.id, f"days{index}")) for index, kind in enumerate(found)),
            drawn.punctuality(found, body_anchor(body.id, "time")),
            drawn.full_texts(found, goals, body_anchor(body.id, "full")),
        )
        yield from (section._replace(title=titled(body, section.title)) for section in sections if section is not None)
    mended = drawn.mended(figures(_events(body, site), site.register), body_anchor(body.id, "acts"))
    if mended is not None:
        yield mended._replace(title=titled(body, mended.title))


def _counted(body: EnforcementBody, site: Site) -> list[Record]:
    """The decisions that are counted and have a page."""
    return [record for record in decisions_of(site.register, body.id, site.as_of) if site.is_shown(record)]


def _events(body: EnforcementBody, site: Site) -> tuple[Event, ...]:
    """What was done to a body's records; to samples only of a body that is one."""
    return tuple(
        event for event in events_of(site)
        if event.word != PUBLISHED and body.id in (event.record.id, naming_body(event.record))
        and event.record.is_sample is body.is_sample
    )


def _acted(body: EnforcementBody, site: Site) -> Iterator[str]:
    yield from (ref for event in _events(body, site) for ref in event.refs)


def _others(site: Site, root: str) -> Section:
    """Other figures of the column: by provision, by conduct, by party, the reports, what was mended."""
    lists = [kind.KIND for kind in (AnnualReport, NilStatement)]
    links: list[Value] = [Link(title, to_page(root, address)) for address, (title, _summary) in TOPICS.items()]
    links += [Link(info.title, to_page(root, f"{info.folder}/")) for info in lists]
    links.append(Link("更正与撤下", to_page(root, "acts/")))
    return Section("others", "其他数字", value=Items(tuple(links), inline=False))
