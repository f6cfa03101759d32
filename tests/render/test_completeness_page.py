"""The page of duties: each with its state and what meets it; what is late comes from the check, and no finding's words do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import Tag

from generator.finding import Finding, Severity
from generator.model.checked import CheckedRegister, admit
from generator.model.record import Record
from generator.model.settings import Link, Settings
from tests import toy
from tests.model.builders import correction, penalty, record, register, withdrawal
from tests.model.policies import DEADLINE, table, without
from tests.render.column import Column, check_toy, links, looked, render
from tests.render.things import body

PAGE = "completeness/index.html"
AS_OF = date(2026, 9, 1)
ITEMS = [
    {"编号": "a", "标题": "执法主体", "依据": "实施方案", "条款": ["二（一）1（1）"], "记录类别": "bodies"},
    {"编号": "b", "标题": "服务指南", "依据": "实施方案", "记录类别": "guides"},
    {"编号": "c", "标题": "公示办法", "依据": "实施方案", "记录类别": "policies", "字段": "制度类别", "取值": "行政执法公示办法"},
    {"编号": "d", "标题": "与政务服务网的链接", "依据": "实施方案", "设置": "政务服务网"},
]
CHECKLIST = record("reference/checklist.yaml", {"名称": "清单", "依据": "方案", "条目": ITEMS})
DUE = table("deadlines", without(DEADLINE, "类别", "起算", "期限", "单位") | {
    "事项": "年度报告", "名称": "年度报告期限", "固定日": {"月": "1", "日": "31"}})
POLICY = record("policies/2024/shili-2024-001.md", {
    "名称": "公示办法", "制度类别": "行政执法公示办法", "机关": "bodies/shili-tjj", "公开日期": "2024-06-05", "文本待提供": "是",
    "示例": "是"})


def guide(day: str = "2024-01-01") -> Record:
    """The only edition of a guide."""
    return record("guides/shili-x/1.md", {
        "版次": "1", "生效日期": day, "调整原因": "首次公布", "事项名称": "示例指南", "机关": "bodies/shili-tjj", "示例": "是"}, "说明。\n")


def warned(rule: str, path: str, message: str = "内部的话") -> Finding:
    """A warning of the check."""
    return Finding(rule, Severity.WARNING, f"content/{path}", None, message, "改", "依据")


def checked(*records: Record, findings: tuple[Finding, ...] = (), service: Link | None = None) -> CheckedRegister:
    """A register with the body since 2023, as the check left it."""
    settings = Settings(main_body="bodies/shili-tjj", service_site=service)
    held = register(body(生效日期="2023-05-01"), CHECKLIST, DUE, *records, settings=settings)
    return admit(held, AS_OF, findings, 0)


def rows(column: Column, title: str) -> list[list[str]]:
    """The cells of the table of the section whose title ends so."""
    found = next(found for found in column.page(PAGE).select("main section") if found.h2.get_text().endswith(title))
    return [[_words(cell) for cell in row.select("th, td")] for row in found.select("tbody tr")]


def _words(cell: Tag) -> str:
    return cell.get_text().strip()


def states(column: Column) -> dict[str, tuple[str, str]]:
    """Each item with where it is and how it stands."""
    return {title: (where, state) for title, where, _basis, state in rows(column, "应当公开的内容")}


def test_the_four_states(tmp_path: Path) -> None:
    column = render(checked(guide(), POLICY), tmp_path)
    assert states(column) == {
        "执法主体": ("示例县统计局", "已公开"), "服务指南": ("示例指南", "已公开"),
        "公示办法": ("公示办法", "文本待提供"), "与政务服务网的链接": ("—", "未公开"),
    }  # fmt: skip
    assert "../guides/shili-x/index.html" in links(column, PAGE, "main a")
    assert [row[2] for row in rows(column, "应当公开的内容")][:2] == ["实施方案二（一）1（1）", "实施方案"]
    stale = render(checked(guide(), POLICY, findings=(warned("list-outdated", "guides/shili-x/1.md"),)), tmp_path / "stale")
    assert states(stale)["服务指南"] == ("示例指南", "已公开，需要更新")


def test_the_service_site_is_linked(tmp_path: Path) -> None:
    column = render(checked(service=Link("政务服务网", "https://example.gov.cn/")), tmp_path)
    assert states(column)["与政务服务网的链接"] == ("政务服务网", "已公开")
    assert "https://example.gov.cn/" in links(column, PAGE, "main a")


@pytest.mark.parametrize("records", [(guide("2027-01-01"),), (guide(), withdrawal("guides/shili-x@1"))], ids=["to come", "withdrawn"])
def test_what_does_not_stand_meets_nothing(records: tuple[Record, ...], tmp_path: Path) -> None:
    assert states(render(checked(*records), tmp_path))["服务指南"] == ("—", "未公开")


def test_what_was_late_is_told_by_the_rule_s_title_and_a_link(tmp_path: Path) -> None:
    late, secret = penalty(), penalty("shili-2020-002", 公开方式="不予公开", 公开方式理由="涉密")
    coming = penalty("shili-2026-003", 决定日期="2026-08-01", 公开日期="2026-09-02")
    findings = (
        *(warned("publication-overdue", each.origin.path, "penalties/shili-2020-002 涉密") for each in (late, secret, coming)),
        warned("certificate-expiring", "guides/shili-x/1.md"), warned("page-missing", late.origin.path),
    )
    column = render(checked(late, secret, coming, guide(), findings=findings), tmp_path)
    assert rows(column, "迟延和提醒") == [
        ["公开迟了", "1 件", "示统罚决字〔2020〕1号"], ["执法证件快要到期", "1 件", "示例指南"],
    ]
    text = column.text(PAGE)
    assert not [word for word in ("内部的话", "涉密", "shili-2020-002", "shili-2026-003") if word in text]
    assert looked(column).traces == ()


def test_what_was_late_about_an_act_belongs_to_the_body_of_the_record_behind_it(tmp_path: Path) -> None:
    told = withdrawal("penalties/shili-2020-001", 作出机关="示例县人民政府")
    mended = correction(told.ref, "2021-001", 更正日期="2021-07-01")
    findings = (warned("withdrawal-overdue", told.origin.path), warned("correction-overdue", mended.origin.path))
    column = render(checked(penalty(), told, mended, findings=findings), tmp_path)
    assert [row[:2] for row in rows(column, "迟延和提醒")] == [["撤下迟了", "1 件"], ["更正迟了", "1 件"]]


def test_nothing_late_is_said(tmp_path: Path) -> None:
    assert "没有迟延" in render(checked(), tmp_path).page(PAGE).main.get_text()


def test_the_years(tmp_path: Path) -> None:
    nil = record("nil-statements/shili-2025-001.yaml", {
        "机关": "bodies/shili-tjj", "事项种类": ["行政处罚"], "期间": {"起": "2024-01-01", "止": "2024-12-31"}, "声明": "没有决定。",
        "公开日期": "2025-01-10", "示例": "是"})  # fmt: skip
    column = render(checked(nil, penalty("shili-2025-001", 决定日期="2025-06-03", 公开日期="2025-06-06")), tmp_path)
    found = rows(column, "各年度")
    assert [[row[0], row[1], row[3], row[4]] for row in found] == [
        ["2026年", "—", "没有到期", "2027年1月31日"], ["2025年", "1 件", "未公开", "2026年1月31日"],
        ["2024年", "—", "未公开", "2025年1月31日"], ["2023年", "—", "未公开", "2024年1月31日"],
    ]  # fmt: skip
    assert [row[2] for row in found][1::2] == ["—", "没有决定，也没有声明"]
    assert "../nil-statements/shili-2025-001/index.html" in links(column, PAGE, "main a")
    assert rows(column, "将要到期")[0][:2] == ["2026年的年度报告", "2027年1月31日"]


def test_a_year_without_a_calendar_is_told_of_the_body_that_waits_for_it(tmp_path: Path) -> None:
    waiting = penalty("shili-2026-001", 决定日期="2026-08-03", 公开日期="2026-08-06", 送达日期="2026-08-10")
    remedies = table("deadlines", DEADLINE | {
        "编号": "d2", "事项": "行政诉讼", "名称": "提起行政诉讼的期限", "起算": "送达日期", "期限": "6", "单位": "月"})
    held = [body(生效日期="2023-05-01"), CHECKLIST, remedies]
    for number, (records, told) in enumerate((([waiting], True), ([penalty()], False), ([penalty(公开日期="2026-09-02")], False))):
        column = render(admit(register(*held, *records), AS_OF, (), 0), tmp_path / str(number))
        assert ("节假日安排还没有公布" in column.page(PAGE).main.get_text()) == told


def test_the_toy_says_it_of_its_bodies_and_marks_samples(tmp_path: Path) -> None:
    column = render(check_toy(), tmp_path, toy.CONTENT)
    titles = [found.get_text() for found in column.page(PAGE).select("main h2")]
    assert titles
    assert all("（示例）：" in title for title in titles)


def test_a_site_without_bodies_says_so(tmp_path: Path) -> None:
    page = render(admit(register(penalty()), AS_OF, (), 0), tmp_path).page(PAGE)
    assert "没有可以逐项核对的内容" in page.main.get_text()
