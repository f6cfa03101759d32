"""The sections of the completeness page: what a body must publish and what meets it, year by year, what falls due, what is late.

Whether a duty is met is not decided here (generator/model/completeness.py), nor what is late (generator/rules/).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model.bodies import agency_of
from generator.model.completeness import Fulfilment, Item
from generator.model.deadlines import UNMARKED, Due
from generator.model.kinds import all_kinds
from generator.model.obligations import YearOfDuties
from generator.model.record import Act, Edition, Record
from generator.model.statistics import decisions_of
from generator.model.timeliness import deadlines_of, first_edition_due, quarterly_due
from generator.render import wording
from generator.render.inline import Items, Link, Pair, Text, Value
from generator.render.names import link_to
from generator.render.site import Site
from generator.render.view_types import Column, Mark, Row, Section, Table
from generator.rules.duties import Duty
from generator.rules.registry import all_rules

#: How many records one cell names.
_NAMED = 3
#: Findings that say that what is published is no longer up to date.
_STALE = ("list-outdated", "certificate-expired")
_STALE_MARK = Mark("已公开，需要更新", "corrected")
_MARKS = {
    Fulfilment.MET: Mark(Fulfilment.MET.label, "current"),
    Fulfilment.PLACEHOLDER: Mark(Fulfilment.PLACEHOLDER.label, "corrected"),
    Fulfilment.MISSING: Mark(Fulfilment.MISSING.label, "withdrawn"),
}
#: What time brings about, as the rules call it: the bureau's own duties, told to everybody.
_TOLD = (
    "publication-overdue", "withdrawal-overdue", "correction-overdue", "edition-overdue", "first-edition-overdue",
    "annual-report-overdue", "nil-statement-missing", "list-outdated", "certificate-expired", "certificate-expiring",
    "service-overdue", "case-overdue", "full-text-rate",
)
_PLAN = "实施方案"
_NO_LATENESS = Text("没有迟延，也没有快要到期的证件。")
_WAITING = Text("有的期限算到节假日安排还没有公布的年份，等国务院办公厅的通知公布以后才能算出。")
_LATE_NOTE = Text("迟了的长期列出；公开迟了的，页面上有说明的，说明在该记录的页面上。")

#: Rule → the public records that its findings stand at.
Findings = Mapping[str, tuple[Record, ...]]


def findings_of(site: Site, body: str) -> Findings:
    """The findings about a body's public records, without their words: these may name what the public cannot see."""
    by_path = {record.origin.path: record for record in site.register.records}
    label = f"{site.register.label}/" if site.register.label else ""
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for finding in site.checked.findings:
        record = by_path.get(finding.path.removeprefix(label))
        if record is not None and site.is_shown(record) and _body_of(record, site) == body:
            found[finding.rule][record.ref] = record
    return {rule: tuple(records.values()) for rule, records in found.items()}


def _body_of(record: Record, site: Site) -> str:
    about: Record | None = record
    passed = set[str]()
    while isinstance(about, Act) and about.ref not in passed:
        # An act may be about an act: a withdrawal is corrected, a correction redacted.
        passed.add(about.ref)
        about = site.target_of(about)
    agency = agency_of(about) if about is not None else None
    return agency.id if agency is not None else record.id


def checklist(items: Sequence[Item], findings: Findings, site: Site, root: str, name: str) -> Section:
    """Every item of the checklist with its state and what meets it."""
    stale = {record.ref for rule in _STALE for record in findings.get(rule, ())}
    marks = [_mark(item, stale) for item in items]
    counted = Counter(mark.word for mark in marks)
    told = [Pair("应当公开", Text(f"{len(items)} 项"))] + [
        Pair(mark.word, Text(f"{counted[mark.word]} 项"))
        for mark in (_MARKS[Fulfilment.MET], _STALE_MARK, _MARKS[Fulfilment.PLACEHOLDER], _MARKS[Fulfilment.MISSING])
        if counted[mark.word]
    ]
    rows = tuple(
        Row((Text(item.item.title), _met_by(item, site, root), Text(_basis(item))), marks=(mark,))
        for item, mark in zip(items, marks, strict=True)
    )
    heads = (Column("应当公开的内容"), Column("在哪里"), Column("依据"))
    return Section(name, "应当公开的内容", strip=tuple(told), table=Table("应当公开的内容和公开情况", heads, rows, with_marks=True))


def _mark(item: Item, stale: set[str]) -> Mark:
    if item.fulfilment is Fulfilment.MET and any(record.ref in stale for record in item.records):
        return _STALE_MARK
    return _MARKS[item.fulfilment]


def _basis(item: Item) -> str:
    """The item's basis, the plan with the numbers of its clauses."""
    row = item.item
    return row.basis.replace(_PLAN, _PLAN + "、".join(row.clauses), 1)


def _met_by(item: Item, site: Site, root: str) -> Value:
    service = site.settings.service_site
    if item.item.setting is not None and service is not None:
        return Link(service.text, service.address)
    return _links(item.records, site, root)


def _links(records: Sequence[Record], site: Site, root: str) -> Value:
    named: list[Value] = [link_to(record, site, root) for record in records[:_NAMED]]
    if len(records) > _NAMED:
        named.append(Text(f"等 {len(records)} 件"))
    return Items(tuple(named), inline=True) if named else wording.BLANK


def yearly(years: Sequence[YearOfDuties], site: Site, root: str, name: str) -> Section:
    """Decisions, statements that there were none, and annual reports, year by year."""
    rows = tuple(
        Row((
            Text(f"{year.year}年", nowrap=True), wording.code(f"{year.penalties} 件") if year.penalties else wording.BLANK,
            _statement(year, site, root), _report(year, site, root), _due_day(year.due),
        ))
        for year in years
    )
    heads = ("年度", "行政处罚决定", "零公示声明", "年度报告", "报告期限")
    table = Table("各年度的公开情况", tuple(map(Column, heads)), rows)
    return Section(name, "各年度", table=table)


def _statement(year: YearOfDuties, site: Site, root: str) -> Value:
    shown = [record for record in year.statements if site.is_shown(record)]
    if shown:
        return _links(shown, site, root)
    return Text("没有决定，也没有声明") if year.is_silent else wording.BLANK


def _report(year: YearOfDuties, site: Site, root: str) -> Value:
    if year.report is not None and site.is_shown(year.report):
        link = link_to(year.report, site, root)
        return link._replace(note=year.kept.state.label) if year.kept is not None and not link.note else link
    return Text("未公开") if year.is_due else Text("没有到期")


def _due_day(due: Due | None) -> Value:
    if due is None:
        return wording.BLANK
    return wording.day(due.day) if due.day is not None else Text(due.gap)


def upcoming(duty: Duty, years: Sequence[YearOfDuties], site: Site, name: str) -> Section:
    """What has to be done next: the report on the running year, lists that the plan wants first, the quarterly figures."""
    policy = site.register.policy
    rows: list[Row] = [
        Row((Text(f"{year.year}年的年度报告"), _due_day(year.due), Text(year.due.basis)))
        for year in reversed(years) if year.due is not None and not year.is_due and year.report is None
    ]
    rows += [Row((Text(f"首次公布{title}"), _due_day(due), Text(due.basis))) for title, due in _unpublished(duty, site)]
    quarter = quarterly_due(policy, site.as_of)
    if quarter is not None:
        rows.append(Row((Text("每季度上报数据"), Text(quarter.gap or UNMARKED), Text(quarter.basis))))
    note = _WAITING if _is_waiting(duty.body.id, site) else None
    table = Table("将要到期的事项", (Column("事项"), Column("最后一天"), Column("依据")), tuple(rows)) if rows else None
    return Section(name, "将要到期", value=None if rows else Text("没有登记期限。"), table=table, note=note)


def _unpublished(duty: Duty, site: Site) -> Iterator[tuple[str, Due]]:
    """The lists that a body has no edition of yet and whose day is still to come."""
    for kind in all_kinds():
        due = first_edition_due(site.register.policy, kind.KIND.folder, duty.since)
        if due is None or due.day is None or due.day < site.as_of:
            continue
        own = (record for record in site.register.of_kind(kind) if isinstance(record, Edition))
        if not any((agency := agency_of(record)) is not None and agency.id == duty.body.id for record in own):
            yield kind.KIND.title, due


def _is_waiting(body: str, site: Site) -> bool:
    """Whether a deadline of one of the body's newer decisions runs into a year without a calendar."""
    newer = (record for record in decisions_of(site.register, body, site.as_of) if record.own_day.year >= site.as_of.year - 1)
    return any(item.due.is_waiting for record in newer for item in deadlines_of(record, site.register.policy))


def late(findings: Findings, site: Site, root: str, name: str) -> Section:
    """What was late, is missing or runs out, by the rules' own titles."""
    titles = {rule.id: rule.title for rule in all_rules()}
    rows = tuple(
        Row((Text(titles[rule]), wording.code(f"{len(findings[rule])} 件"), _links(findings[rule], site, root)))
        for rule in _TOLD if findings.get(rule)
    )
    if not rows:
        return Section(name, "迟延和提醒", value=_NO_LATENESS)
    heads = (Column("情况"), Column("记录", numeric=True), Column("在哪里"))
    return Section(name, "迟延和提醒", table=Table("迟延和提醒", heads, rows), note=_LATE_NOTE)


def refs_of(groups: Iterable[Iterable[Record]]) -> tuple[str, ...]:
    """The references of all records in these groups, each once."""
    return tuple(dict.fromkeys(record.ref for group in groups for record in group))
