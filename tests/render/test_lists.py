"""Lists whose rows have much to tell, and the history of their editions."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from tests.model.builders import record, withdrawal
from tests.render.column import Column, admitted, links, render
from tests.render.things import EDITION, S44, body, codes, decision, law, officer, power, powers, roster

POWERS = "powers/shili-tjj/index.html"
HISTORY = "powers/shili-tjj/history/index.html"


def cards(page: BeautifulSoup) -> list[Tag]:
    """The rows as cards."""
    return page.select("ol.deck > li")


def facts(card: Tag) -> dict[str, str]:
    """Label and value of a card."""
    return {row.dt.get_text(): row.dd.get_text() for row in card.select("dl.facts > div")}


def test_a_row_with_groups_is_a_card(tmp_path: Path) -> None:
    grounds = {"法律": [S44, S44 | {"款": "3"}], "部委规章": ["《统计执法监督检查办法》", "《统计调查证管理办法》"]}
    row = power("3100-B-00101", 执法依据=grounds, 办理时限={"法定时限": "3个月", "承诺时限": "2个月"}, 备注="说明")
    page = render(admitted(body(), law(), powers(1, row)), tmp_path).page(POWERS)
    (card,) = cards(page)
    assert card["id"] == "r-3100-B-00101"
    assert card.h3.get_text() == "3100-B-00101 事项3100-B-00101"
    told = facts(card)
    assert told["承办机构"] == "未标注"
    assert "收费依据和标准" not in told
    assert "《统计法》第四十四条第二款、第四十四条第三款" in told["执法依据"]
    assert "《统计执法监督检查办法》《统计调查证管理办法》" in told["执法依据"]
    assert told["办理时限"] == "法定时限3个月承诺时限2个月"
    assert "执法类别" in told
    assert page.select_one("table.overview") is None


def test_many_cards_have_a_table_that_leads_to_them(tmp_path: Path) -> None:
    column = render(admitted(body(), powers(1, *(power(f"B-{n}") for n in range(1, 7)))), tmp_path)
    page = column.page(POWERS)
    assert [link["href"] for link in page.select("table.overview tbody td a")] == [f"#r-B-{n}" for n in range(1, 7)]
    assert [head.text for head in page.select("table.overview thead th")] == ["编号", "项目名称", "执法类别", "承办机构", "实施对象"]
    assert len(cards(page)) == 6


def test_groups_inside_a_card_are_tables(tmp_path: Path) -> None:
    band = {"名称": "较轻", "适用情形": "首次", "裁量标准": "警告", "罚款下限": "0", "罚款上限": "10000"}
    row = {"编号": "S44-2", "违法行为": "S44-2", "事项": "powers/shili-tjj#B-1", "处罚依据": [S44], "档次": [band, band | {"名称": "一般"}]}
    benchmark = record("discretion/shili-tjj/1.yaml", EDITION | {"条目": [row]})
    using = decision(1, 裁量={"基准": "discretion/shili-tjj#S44-2", "档次": "较轻"})
    column = render(admitted(body(), codes("S44-2"), powers(), benchmark, using), tmp_path)
    (card,) = cards(column.page("discretion/shili-tjj/index.html"))
    assert card.h3.a.get_text() == "违法行为S44-2"
    table = card.table
    assert table.caption.text == "档次"
    assert [[cell.text for cell in line(["th", "td"])] for line in table.select("tbody tr")] == [
        ["较轻", "首次", "警告", "0 元", "10,000 元"], ["一般", "首次", "警告", "0 元", "10,000 元"]
    ]
    assert facts(card)["行政处罚决定"] == "示统罚决字〔2025〕1号"
    power_card = cards(column.page(POWERS))[0]
    assert facts(power_card)["行政处罚裁量基准"] == "示例县统计局行政处罚裁量基准：S44-2"
    assert "../../discretion/shili-tjj/index.html#r-S44-2" in links(column, POWERS, ".deck a")


def changed(column: Column, path: str, edition: str) -> list[list[str]]:
    """The table of changes of one edition."""
    rows = column.page(path).select(f"#v{edition} ~ table tbody tr")
    return [[cell.get_text() for cell in row(["th", "td"])] for row in rows]


def test_the_history_tells_rows_by_their_numbers(tmp_path: Path) -> None:
    first = powers(1, power("B-1"), power("B-2"), power("B-3"))
    second = powers(
        2, power("B-1"), power("B-2", 实施对象="企业", 执法依据={"法律": [S44 | {"条": "8"}]}), power("B-4"),
        生效日期="2022-01-01", 变动日期="2021-12-20", 调整原因="职能调整",
    )
    column = render(admitted(body(), law(), first, second), tmp_path)
    grounds = "原：《统计法》第四十四条第二款；现：《统计法》第八条第二款"
    assert changed(column, HISTORY, "2") == [
        ["事项B-2", "B-2", "修改", f"执法依据 · 法律：{grounds}实施对象：原：统计调查对象；现：企业"],
        ["事项B-4", "B-4", "新增", "—"],
        ["事项B-3", "B-3", "不再列入", "—"],
    ]
    page = column.page(HISTORY)
    assert [head.text for head in page.select("main h2")] == ["第 2 版", "第 1 版", "查某一天的内容"]
    told = facts(page.select_one("section[aria-labelledby=v2]"))
    assert (told["有效期间"], told["变动日期"], told["调整原因"]) == ("2022年1月1日起", "2021年12月20日", "职能调整")
    before = facts(page.select_one("section[aria-labelledby=v1]"))
    assert before["有效期间"].endswith("至2021年12月31日")
    assert "../../powers/shili-tjj/history/index.html" in links(column, POWERS, "section[aria-labelledby=editions] a")


def test_a_list_of_one_edition_has_no_history(tmp_path: Path) -> None:
    column = render(admitted(body(), powers()), tmp_path)
    assert HISTORY not in column.files
    assert "history" not in column.text(POWERS)


def test_editions_that_say_the_same_say_so(tmp_path: Path) -> None:
    column = render(admitted(body(), powers(), powers(2, 生效日期="2022-01-01")), tmp_path)
    assert "内容没有变化" in column.page(HISTORY).select_one("section[aria-labelledby=v2]").get_text()


def test_particulars_of_a_sheet_are_compared(tmp_path: Path) -> None:
    later = body(2, 生效日期="2022-01-01", 地址="示例路2号", 办公电话="12345", 执法职责=["查处", "检查"])
    column = render(admitted(body(地址="示例路1号"), later), tmp_path)
    told = facts(column.page("bodies/shili-tjj/history/index.html").select_one("section[aria-labelledby=v2]"))
    assert told["地址"] == "原：示例路1号；现：示例路2号"
    assert told["办公电话"] == "增加：12345"
    assert told["执法职责"] == "增加：检查"
    assert "名称" not in told


def test_the_history_of_a_roster_names_nobody(tmp_path: Path) -> None:
    first = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"), officer("p02", "示例丑", "SL-2", 职务="股长"))
    second = roster(2, "2022-01-01", officer("p02", "示例丑", "SL-2", 职务="局长"), officer("p03", "示例寅", "SL-3"))
    column = render(admitted(body(), first, second), tmp_path)
    text = column.page("rosters/shili-tjj/history/index.html").get_text()
    assert not [word for word in ("示例子", "示例丑", "示例寅", "股长", "局长", "p01") if word in text]
    told = facts(column.page("rosters/shili-tjj/history/index.html").select_one("section[aria-labelledby=v2]"))
    assert (told["人数"], told["新列入的证件"], told["不再列入的证件"]) == ("原：2 人；现：2 人", "SL-3", "SL-1")


def test_a_withdrawn_edition_is_not_compared(tmp_path: Path) -> None:
    first = powers(1, power("B-9", 备注="独家备注"), 调整原因="独家原因")
    act = withdrawal("powers/shili-tjj@1", "shili-2026-001")
    column = render(admitted(body(), first, powers(2, 生效日期="2022-01-01"), act), tmp_path)
    text = column.page(HISTORY).get_text()
    assert "上一版已撤下，不作对照" in text
    assert "第 1 版（已撤下）" in text
    assert not [word for word in ("独家", "B-9") if word in text]


def test_versions_of_a_law_are_called_by_their_years(tmp_path: Path) -> None:
    column = render(admitted(law("2009"), law()), tmp_path)
    page = column.page("laws/statistics-law/history/index.html")
    assert [head.text for head in page.select("main h2")] == ["2024年版", "2009年版", "查某一天的内容"]
    rows = column.page("laws/statistics-law/index.html").select("section[aria-labelledby=editions] tbody th")
    assert [row.text for row in rows] == ["2024年版", "2009年版"]
    assert "这是2009年版，已不再施行" in column.page("laws/statistics-law/2009/index.html").get_text()
