"""What a decision's page tells beside its fields: standing, time limits, remedies, particulars; and what a tombstone keeps back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from generator.model.record import Record
from generator.model.settings import Settings
from tests.model.builders import correction, penalty, record, withdrawal
from tests.model.policies import DEADLINE, TERM, table
from tests.render.column import admitted, render
from tests.render.things import body

PAGE = "penalties/shili-2020-001/index.html"
WAYS = [
    {"途径": "行政复议", "受理机关": "示例县人民政府", "期限": "知道之日起六十日内"},
    {"途径": "行政诉讼", "受理机关": "示例县人民法院", "期限": "知道之日起六个月内"}, {"途径": "投诉举报", "受理机关": "示例县统计局"},
]
RECONSIDERATION = {"编号": "r", "事项": "行政复议", "名称": "申请行政复议的期限", "类别": ["penalties"], "起算": "送达日期", "期限": "60",
                   "单位": "日", "依据": "复议法第二十条"}
LITIGATION = RECONSIDERATION | {
    "编号": "l", "事项": "行政诉讼", "名称": "提起行政诉讼的期限", "期限": "6", "单位": "月", "依据": "诉讼法第四十六条",
}
PAYMENT = RECONSIDERATION | {"编号": "p", "事项": "缴纳罚款", "名称": "缴纳罚款期限", "期限": "15", "依据": "处罚法第六十七条"}
DEADLINES = table("deadlines", DEADLINE, RECONSIDERATION, LITIGATION, PAYMENT)
PRIOR = record("reference/procedures.yaml", {"名称": "表", "依据": "出处", "条目": [
    {"编号": "s", "类别": "penalties", "案件程序": "简易程序", "复议前置": {"需要": "是", "依据": "复议法第二十三条"}},
]})


def page_of(root: Path, *others: Record, settings: Settings | None = None, **changes: Any) -> BeautifulSoup:
    """The page of a decision of 2020-06-01, made public on the fifth, with these changes."""
    records = (body(救济渠道=WAYS), DEADLINES, penalty(**changes), *others)
    return render(admitted(*records, settings=settings), root).page(PAGE)


def pairs(page: BeautifulSoup, anchor: str, kind: str = "facts") -> dict[str, str]:
    """Labels and values of a section."""
    return {row.dt.text: row.dd.text for row in page.select(f"section[aria-labelledby={anchor}] .{kind} > div")}


def ways(page: BeautifulSoup) -> list[list[str]]:
    """The rows of 不服怎么办."""
    return [[cell.text for cell in row(["th", "td"])] for row in page.select("#remedies ~ table tbody tr")]


def test_the_strip_tells_both_days_the_time_and_the_limit(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    assert pairs(page, "pace", "strip") == {
        "决定日期": "2020年6月1日", "公开日期": "2020年6月5日", "用时": "4个工作日，按期", "期限": "2020年6月10日（7个工作日）",
    }
    assert pairs(page, "pace") == {"期限依据": "方案", "工作日历": "国务院办公厅节假日安排通知"}


def test_lateness_has_weight(tmp_path: Path) -> None:
    page = page_of(tmp_path, 公开日期="2020-07-01")
    told = page.select_one("section[aria-labelledby=pace] .strip strong")
    assert told is not None
    assert told.text == "逾期"


def test_the_terms_of_publication_are_told_with_their_basis(tmp_path: Path) -> None:
    own = {"编号": "t2", "公示线": "信用公示", "方案": "cr36", "等级": "轻微", "起算": "决定日期", "最长": "3", "原则上不公示": "是"}
    credit = TERM | own
    page = page_of(tmp_path, table("terms", TERM, credit))
    told = pairs(page, "pace")
    assert told["公示期限"] == "未规定期限（方案）"
    assert told["信用公示"] == "轻微，原则上不公示；确需公示的最长3个月，至2020年9月1日（方案）"
    longer = page_of(tmp_path / "b", table("terms", TERM | {"最短": "3", "最长": "120"}))
    assert pairs(longer, "pace")["公示期限"] == "最短3个月，最长120个月，至2030年6月5日（方案）"


def test_the_remedies_are_those_of_the_body_with_the_last_days(tmp_path: Path) -> None:
    page = page_of(tmp_path, 送达日期="2020-06-03", 罚款金额="5000")
    assert ways(page) == [
        ["行政复议", "示例县人民政府", "60日（复议法第二十条）", "2020年8月3日"],
        ["行政诉讼", "示例县人民法院", "6个月（诉讼法第四十六条）", "2020年12月3日"],
        ["缴纳罚款", "按决定书写明的方式", "15日（处罚法第六十七条）", "2020年6月18日"],
    ]
    assert "../../supervision/index.html" in [link["href"] for link in page.select("section[aria-labelledby=remedies] a")]


def test_before_service_the_published_limit_stands_without_a_day(tmp_path: Path) -> None:
    assert ways(page_of(tmp_path)) == [
        ["行政复议", "示例县人民政府", "知道之日起六十日内", "自收到决定书之日起算"],
        ["行政诉讼", "示例县人民法院", "知道之日起六个月内", "自收到决定书之日起算"],
    ]


def test_where_reconsideration_comes_first_no_day_is_given_for_litigation(tmp_path: Path) -> None:
    page = page_of(tmp_path, PRIOR, 案件程序="简易程序", 送达日期="2020-06-03")
    assert ways(page)[1] == ["行政诉讼", "示例县人民法院", "先申请行政复议，对复议决定不服的再起诉", "—"]
    assert ways(page_of(tmp_path / "b", PRIOR, 送达日期="2020-06-03"))[1][3] == "2020年12月3日"


def test_a_body_whose_page_is_withdrawn_names_no_authority(tmp_path: Path) -> None:
    page = page_of(tmp_path, withdrawal("bodies/shili-tjj@1", "shili-2026-001"), 送达日期="2020-06-03")
    assert [row[1] for row in ways(page)] == ["未标注", "未标注"]
    assert "示例县人民政府" not in page.get_text()


def test_the_particulars_are_complete_and_nothing_is_invented(tmp_path: Path) -> None:
    told = pairs(page_of(tmp_path), "identity")
    assert list(told) == ["索引号", "发布机构", "名称", "文号", "成文日期", "发布日期", "有效性", "引用格式"]
    assert told["索引号"] == "未标注"
    assert told["名称"] == "示例县统计局行政处罚决定"
    assert told["引用格式"] == "示例县统计局行政处罚决定，示统罚决字〔2020〕1号，2020年6月5日公开于行政执法公示专栏"


def test_the_index_number_follows_the_form_in_the_settings(tmp_path: Path) -> None:
    coded = body(2, 生效日期="2026-01-01", 统一社会信用代码="11140000MB0000001B")
    settings = Settings(site_address="https://a.example/zf/")
    told = pairs(page_of(tmp_path / "a", coded, settings=settings), "identity")
    assert told["索引号"] == "11140000MB0000001B/penalties/shili-2020-001"
    assert told["引用格式"].endswith("，https://a.example/zf/penalties/shili-2020-001/")
    plain = replace(settings, index_number="{年份}-{类别}-{编号}")
    assert pairs(page_of(tmp_path / "b", settings=plain), "identity")["索引号"] == "2020-penalties-shili-2020-001"


def test_the_box_before_the_title_tells_the_standing(tmp_path: Path) -> None:
    page = page_of(tmp_path / "a")
    box = page.select_one(".notice.current")
    assert box is not None
    assert box.get_text(" ", strip=True) == "有效 2020年6月5日 公开，公开以来没有更正和撤下。"
    assert box.find_next("h1") is page.h1
    assert [mark.text for mark in page.select(".title .mark")] == ["示例"]
    corrected = page_of(tmp_path / "b", correction("penalties/shili-2020-001"), 罚款金额="5000")
    assert not corrected.select(".notice.current")
    assert "（已更正）" in pairs(corrected, "identity")["引用格式"]


def test_a_redaction_is_told_in_a_box_that_does_not_quote(tmp_path: Path) -> None:
    act = record("redactions/2020-001.yaml", {
        "处理对象": "penalties/shili-2020-001", "处理日期": "2020-08-03", "处理事项": [{"字段": "违法事实", "类别": "个人隐私"}],
        "理由": "涉及隐私", "批准人": "局长甲", "示例": "是",
    })
    page = page_of(tmp_path, act, 违法事实="【依法隐去】")
    (box,) = page.select(".notice")
    assert "2020年8月3日依法隐去" in box.get_text()
    assert "涉及隐私" in box.get_text()
    assert "局长甲" not in page.get_text()


@pytest.mark.parametrize("gone", [
    withdrawal("penalties/shili-2020-001", "shili-2021-001"), table("terms", TERM | {"最长": "1"}),
], ids=["withdrawn", "expired"])
def test_a_tombstone_tells_its_particulars_and_neither_limits_nor_remedies(gone: Record, tmp_path: Path) -> None:
    page = page_of(tmp_path, gone, 送达日期="2020-06-03", 罚款金额="5000", 当事人={"名称": "示例甲公司", "类别": "个体工商户"})
    told = pairs(page, "identity")
    assert told["文号"] == "示统罚决字〔2020〕1号"
    assert told["有效性"] in ("已撤下", "公示期满")
    assert "引用格式" not in told
    assert not page.select("#pace, #remedies, #law, .contents, #text")
    assert not [word for word in ("示例甲公司", "2020年6月3日", "5,000", "人民法院") if word in page.get_text()]


def test_long_pages_name_their_parts(tmp_path: Path) -> None:
    decision = record("penalties/shili-2020-001.md", {
        "文号": "示统罚决字〔2020〕1号", "处罚机关": "bodies/shili-tjj", "案件程序": "普通程序", "公开方式": "全文", "处罚种类": ["警告"],
        "决定日期": "2020-06-01", "公开日期": "2020-06-05", "示例": "是",
    }, "# 决定书\n\n正文。")
    page = render(admitted(body(救济渠道=WAYS), DEADLINES, decision), tmp_path).page(PAGE)
    ids = {tag["id"] for tag in page.find_all(id=True)}
    named = [link["href"] for link in page.select(".contents a")]
    assert named == ["#pace", "#remedies", "#facts", "#text", "#history"]
    assert {href[1:] for href in named} <= ids
