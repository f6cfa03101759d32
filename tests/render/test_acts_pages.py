"""更正与撤下: counts, medians and reasons by year; 原 and 现 on the record's page; and not a word of what is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.record import Effect
from generator.model.standing import Standing
from generator.render.act_effects import effects_section
from generator.render.act_figures import Taken, median_text
from generator.render.events import WORDS
from generator.render.views import Showing
from tests import toy
from tests.model.builders import PENALTY, correction, penalty, record, withdrawal
from tests.model.policies import DEADLINE, DEMAND, TERM, table
from tests.render.column import Column, admitted, check_toy, links, looked, render

CORRECTING = DEADLINE | {"编号": "c", "事项": "更正", "类别": ["corrections"], "起算": "发现日期", "完成": "更正日期", "期限": "20"}
REDACTION = {"处理对象": "penalties/2020-004", "处理日期": "2021-02-01", "处理事项": [{"字段": "案号", "类别": "个人隐私"}],
             "理由": "依申请处理", "批准人": "局长", "示例": "是"}
NUMBERS = {4: "【依法隐去】"}
BODY = "# 决定书\n\n罚款人民币500元，于十五日内缴纳，逾期加处罚款。\n"
PASSAGE = {"正文": "是", "原": "罚款人民币5000元，于十五日内缴纳", "现": "罚款人民币500元，于十五日内缴纳"}


def years(column: Column) -> dict[str, list[str]]:
    """The table of figures: for each year its cells."""
    return {row.th.text: [cell.text for cell in row.select("td")] for row in column.page("acts/index.html").table.select("tbody tr")}


def rows(column: Column, year: int) -> list[list[str]]:
    """The table of a year."""
    found = column.page(f"acts/{year}/index.html").select("main table tbody tr")
    return [[cell.text for cell in row.select("th, td")][:4] for row in found]


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """Corrections of 1, 2 and 4 working days (端午 lies between) and one of unknown length; withdrawals; an expiry; an adjustment."""
    decisions = [penalty(f"2020-{n:03d}", 文号=f"示统罚决字〔2020〕{n}号", 案号=NUMBERS.get(n, "案号")) for n in range(1, 6)]
    corrections = [
        correction("penalties/2020-001", "2020-001", 发现日期="2020-06-30"),
        correction("penalties/2020-002", "2020-002", 发现日期="2020-06-29"),
        correction("penalties/2020-003", "2020-003", 发现日期="2020-06-24", 理由="独家公司的名称写错了"),
        correction("penalties/2020-004", "2020-004"),
    ]
    withdrawals = [
        withdrawal("penalties/2020-003", "2021-001", 事由日期="2021-02-26"),
        withdrawal("penalties/2020-005", "2021-002", 事由="误发", 事由日期="2021-02-22"),
    ]
    roster = {"版次": "1", "生效日期": "2019-01-01", "调整原因": "首次公布", "机关": "bodies/shili-tjj", "示例": "是",
              "条目": [{"编号": "p01", "姓名": "示例甲", "职务": "股长", "岗位": "执法人员"}]}
    records = [
        *decisions, *corrections, *withdrawals, record("redactions/2021/2021-001.yaml", REDACTION),
        record("rosters/shili-tjj/1.yaml", roster),
        record("rosters/shili-tjj/2.yaml", roster | {"版次": "2", "生效日期": "2021-01-01", "调整原因": "人员变动"}),
        table("deadlines", CORRECTING), table("withdrawal-deadlines", DEMAND),
        penalty("2027-001", 文号="示统罚决字〔2027〕1号", 公开日期="2027-01-01", 决定日期="2026-12-30"),
    ]
    return render(admitted(*records), tmp_path_factory.mktemp("acts"))


def test_each_year_has_counts_and_medians(column: Column) -> None:
    heads = [head.text for head in column.page("acts/index.html").table.select("thead th")]
    assert heads == ["年度", "更正", "隐私处理", "恢复", "撤下", "名单调整", "期满", "更正用时", "撤下用时"]
    assert years(column) == {
        "2021年": ["—", "示例 1", "—", "示例 2", "示例 1", "—", "—", "示例 1个工作日；7日"],
        "2020年": ["示例 4", "—", "—", "—", "—", "—", "示例 2个工作日", "—"],
    }
    assert looked(column).traces == ()


def test_what_ended_by_its_term_is_counted_and_not_listed(tmp_path: Path) -> None:
    terms = table("terms", TERM | {"最长": "1"})
    column = render(admitted(penalty("2020-001"), penalty("2020-002", 文号="示统罚决字〔2020〕2号"), terms), tmp_path)
    assert years(column)["2020年"][5] == "示例 2"
    assert rows(column, 2020) == []
    assert "另有 示例 2 件公示期满" in column.page("acts/2020/index.html").get_text()


def test_the_page_of_a_year_tells_each_act(column: Column) -> None:
    assert rows(column, 2021) == [
        ["2021年3月1日", "撤下", "示统罚决字〔2020〕5号（已撤下）", "复议决定撤销"],
        ["2021年3月1日", "撤下", "示统罚决字〔2020〕3号（已撤下）", "复议决定撤销"],
        ["2021年2月1日", "隐私处理", "示统罚决字〔2020〕4号", "依申请处理"],
        ["2021年1月1日", "名单调整", rows(column, 2021)[3][2], "人员变动"],
    ]
    assert rows(column, 2021)[3][2].endswith("（第 2 版）")
    assert "../../withdrawals/2021-001/index.html" in links(column, "acts/2021/index.html", "main a")


def test_a_withdrawn_record_keeps_its_correction_and_loses_its_reason(column: Column) -> None:
    assert sum(row[1] == "更正" for row in rows(column, 2020)) == 4
    assert [row[3] for row in rows(column, 2020) if "3号" in row[2]] == ["—"]
    assert not [path for path, data in column.files.items() if "独家" in data.decode("utf-8", "replace")]


def test_what_was_hidden_is_told_in_words_and_what_is_internal_is_not_named(tmp_path: Path) -> None:
    parts = [
        {"字段": "当事人.地址", "类别": "个人隐私"}, {"字段": "案号", "类别": "工作秘密"}, {"字段": "没有的项", "类别": "其他"},
        {"正文": "是", "标题": "查明的事实", "处数": "2", "类别": "个人信息"}, {"正文": "是", "类别": "其他"},
    ]
    redaction = record("redactions/2021/2021-001.yaml", REDACTION | {"处理事项": parts})
    page = render(admitted(penalty("2020-004"), redaction), tmp_path).page("redactions/2021-001/index.html")
    assert [[cell.text for cell in row.select("th, td")] for row in page.select("main table tbody tr")] == [
        ["当事人 · 地址", "个人隐私"], ["不公开的事项", "工作秘密"], ["没有的项", "其他"],
        ["正文“查明的事实”部分，2 处", "个人信息"], ["正文", "其他"],
    ]


def test_nothing_done_is_said(tmp_path: Path) -> None:
    column = render(admitted(penalty("2020-001")), tmp_path)
    assert column.page("acts/index.html").select("main table caption")[0].text == "处理之后哪里还显示什么"
    assert not [path for path in column.files if path.startswith("acts/2")]


def test_medians() -> None:
    assert median_text([]) == ""
    assert median_text([Taken(0, "工作日"), Taken(0, "工作日"), Taken(9, "工作日")]) == "不到1个工作日"
    assert median_text([Taken(0, "工作日"), Taken(0, "日")]) == "不到1个工作日；当日"
    assert median_text([Taken(1, "工作日"), Taken(2, "工作日"), Taken(7, "日")]) == "1.5个工作日；7日"


def test_the_public_table_is_the_one_that_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in effects_section().table.rows}  # type: ignore[union-attr]
    assert set(told) == {standing.label for standing in Standing if standing is not Standing.PENDING}
    assert told["有效"] == told["已更正"] == ["全部公开内容", "个人信息以外的内容", "全部公开内容", "可以下载", "可以找到"]
    assert told["已撤下"] == told["公示期满"] == ["只有文号、机关、日期、撤下或者期满的说明"] * 3 + ["不提供", "不再收录"]
    assert len(told["有效"]) == len(Showing)


def test_the_policy_page_tells_every_act() -> None:
    text = (toy.CONTENT.parents[2] / "content/pages/corrections-policy.md").read_text("utf-8")
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]
    assert len(WORDS) == len(Effect)
    for word in WORDS:
        assert [heading for heading in headings if heading.startswith(word)], word
        assert [row for row in rows if row.startswith(word)], word
    assert {"公示期满", "清单的调整"} <= set(headings)


def test_earlier_corrections_are_told_in_the_history(tmp_path: Path) -> None:
    decision = record("penalties/2020-001.md", PENALTY | {"罚款金额": "500"}, BODY)
    acts = [
        correction("penalties/2020-001", "2020-001", 更正日期="2020-07-01", 更正事项=[PASSAGE], 理由="多录一个零"),
        correction("penalties/2020-001", "2020-002", 更正日期="2020-08-01", 更正事项=[{"字段": "罚款金额", "原": "5000", "现": "500"}]),
    ]
    page = render(admitted(decision, *acts), tmp_path / "corrected").page("penalties/2020-001/index.html")
    assert [box.select_one(".notice-title").text for box in page.select(".notice")] == ["本条信息已于2020年8月1日更正"]
    assert page.select_one(".notice a[href='#history']") is not None
    assert page.select_one("#history") is not None
    lines = [line.text.split()[:2] for line in page.select(".history li")]
    assert lines == [["2020年6月5日", "公开"], ["2020年7月1日", "更正"], ["2020年8月1日", "更正"]]
    (table,) = page.select(".history table")
    assert [head.text for head in table.select("thead th")] == ["更正的内容", "原", "现"]
    assert [cell.text for cell in table.select("td")] == [PASSAGE["原"], PASSAGE["现"]]
    assert [mark.text for mark in table.select("del")] == ["5000元"]
    assert [mark.text for mark in table.select("ins")] == ["500元"]
    gone = render(admitted(decision, *acts, withdrawal("penalties/2020-001")), tmp_path / "gone")
    assert not gone.page("penalties/2020-001/index.html").select(".history table, del, ins")
    assert looked(gone).traces == ()


def test_the_toy_has_them(tmp_path: Path) -> None:
    column = render(check_toy(), tmp_path, toy.CONTENT)
    shown = [act for act in column.checked.register.acts if f"{act.ref}/index.html" in column.plan.paths]
    counted = [sum(int(n) for cell in cells[:4] for n in re.findall(r"\d+", cell)) for cells in years(column).values()]
    assert sum(counted) == len(shown)
