"""What an edition changed, down to the fields of the groups inside: 原 and 现, what came, what went."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import Tag

from tests.model.builders import record
from tests.render.column import admitted, render
from tests.render.things import EDITION, S44, body, codes, law, power, powers

BODY_HISTORY = "bodies/shili-tjj/history/index.html"
REVIEW = {"途径": "行政复议", "受理机关": "示例县人民政府", "期限": "六十日"}
SUIT = {"途径": "行政诉讼", "受理机关": "示例县人民法院", "期限": "六个月"}
BAND = {"名称": "较轻", "适用情形": "首次", "裁量标准": "警告", "罚款下限": "0", "罚款上限": "10000"}


def told(before: dict[str, Any], after: dict[str, Any], label: str, folder: Path) -> Tag | None:
    """What the history of a body says of one field."""
    column = render(admitted(body(**before), body(2, 生效日期="2022-01-01", **after)), folder)
    rows = column.page(BODY_HISTORY).select("section[aria-labelledby=v2] dl.facts > div")
    return next((row.dd for row in rows if row.dt.text == label), None)


def lines(value: Tag | None) -> list[str]:
    """Its lines, if it has several."""
    assert value is not None
    return [item.get_text() for item in value.select("ul.stack > li")] or [value.get_text()]


def test_of_a_list_of_texts_what_came_and_what_went_is_told(tmp_path: Path) -> None:
    duties = ["负责甲类工作", "受理来信来访", "组织业务培训"]
    value = told({"执法职责": duties}, {"执法职责": [*duties[1:], "公开执法结果"]}, "执法职责", tmp_path)
    assert lines(value) == ["增加：公开执法结果", "删去：负责甲类工作"]
    turned = told({"执法职责": duties}, {"执法职责": duties[::-1]}, "执法职责", tmp_path / "order")
    assert lines(turned) == ["有调整"]


def test_an_altered_text_is_told_beside_what_it_was(tmp_path: Path) -> None:
    before = ["查处统计违法行为（《统计法》第三十三条）", "受理举报"]
    value = told({"执法职责": before}, {"执法职责": ["受理举报", "查处统计违法行为（《统计法》第三十六条）"]}, "执法职责", tmp_path)
    assert lines(value) == ["原：查处统计违法行为（《统计法》第三十三条）；现：查处统计违法行为（《统计法》第三十六条）"]
    assert value is not None
    assert [mark.text for mark in value.select("del, ins")] == ["第三十三条", "第三十六条"]


def test_texts_with_the_same_words_before_a_colon_belong_together(tmp_path: Path) -> None:
    before, after = "审核：由法规股办理", "审核：未经这一步，不得作出任何决定，也不得提交集体讨论"
    value = told({"执法程序": [before]}, {"执法程序": [after, "归档：装订成卷"]}, "执法程序", tmp_path)
    assert lines(value) == [f"原：{before}；现：{after}", "增加：归档：装订成卷"]


def test_each_text_has_one_partner_at_most(tmp_path: Path) -> None:
    before, after = ["受理举报并登记"], ["受理举报并登记编号", "受理举报并登记入册"]
    value = told({"执法职责": before}, {"执法职责": after}, "执法职责", tmp_path)
    assert sorted(line[0] for line in lines(value)) == ["原", "增"]


def test_named_groups_are_compared_one_by_one(tmp_path: Path) -> None:
    later = REVIEW | {"受理机关": "示例市人民政府", "说明": "可以口头申请"}
    value = told({"救济渠道": [REVIEW, SUIT]}, {"救济渠道": [later]}, "救济渠道", tmp_path)
    assert lines(value) == [
        "行政复议 · 受理机关：原：示例县人民政府；现：示例市人民政府", "行政复议 · 说明：增加：可以口头申请", "行政诉讼：删去"
    ]
    more = told({"救济渠道": [REVIEW]}, {"救济渠道": [REVIEW, SUIT]}, "救济渠道", tmp_path / "more")
    assert lines(more) == ["行政诉讼：增加"]


def test_groups_of_one_name_are_only_said_to_differ(tmp_path: Path) -> None:
    twice = [REVIEW, REVIEW | {"受理机关": "示例市人民政府"}]
    assert lines(told({"救济渠道": [REVIEW]}, {"救济渠道": twice}, "救济渠道", tmp_path)) == ["有调整"]


def test_their_order_alone_may_differ(tmp_path: Path) -> None:
    assert lines(told({"救济渠道": [REVIEW, SUIT]}, {"救济渠道": [SUIT, REVIEW]}, "救济渠道", tmp_path)) == ["有调整"]


def test_a_group_that_comes_or_goes_is_told_whole(tmp_path: Path) -> None:
    limit = power("B-1", 办理时限={"法定时限": "三个月"})
    for name, first, second, expected in (
        ("came", power("B-1"), limit, "办理时限：增加：三个月"), ("went", limit, power("B-1"), "办理时限：删去：三个月"),
    ):
        column = render(admitted(body(), powers(1, first), powers(2, second, 生效日期="2022-01-01")), tmp_path / name)
        assert column.page("powers/shili-tjj/history/index.html").select_one("tbody tr td:last-child").get_text() == expected


def test_groups_inside_rows_are_told_by_their_path(tmp_path: Path) -> None:
    row = {"编号": "S44-2", "违法行为": "S44-2", "事项": "powers/shili-tjj#B-1", "处罚依据": [S44], "档次": [BAND]}
    later = row | {"档次": [BAND | {"罚款上限": "30000"}, BAND | {"名称": "一般"}]}
    editions = [
        record(f"discretion/shili-tjj/{n}.yaml", EDITION | {"条目": [rows]} | ({"生效日期": "2022-01-01"} if n > 1 else {}))
        for n, rows in ((1, row), (2, later))
    ]
    column = render(admitted(body(), law(), codes("S44-2"), powers(), *editions), tmp_path)
    cell = column.page("discretion/shili-tjj/history/index.html").select_one("tbody tr td:last-child")
    assert lines(cell) == ["档次 · 较轻 · 罚款上限：原：10,000 元；现：30,000 元", "档次 · 一般：增加"]


def test_citations_of_several_laws_stay_in_one_line(tmp_path: Path) -> None:
    grounds = [S44, S44 | {"法律": "laws/other", "条": "5"}]
    first, second = power("B-1", 执法依据={"法律": grounds[:1]}), power("B-1", 执法依据={"法律": grounds})
    other = record("laws/other/2024.yaml", {
        "版本": "2024", "施行日期": "2024-09-13", "修改情况": "制定", "名称": "示例法", "简称": "示例法", "效力级别": "法律",
        "通过日期": "2024-09-13", "条文": [{"条": "5", "主题": "义务", "款数": "2"}],
    })
    column = render(admitted(body(), law(), other, powers(1, first), powers(2, second, 生效日期="2022-01-01")), tmp_path)
    cell = column.page("powers/shili-tjj/history/index.html").select_one("tbody tr td:last-child")
    assert cell.get_text() == "执法依据 · 法律：原：《统计法》第四十四条第二款；现：《统计法》第四十四条第二款、《示例法》第五条第二款"
    assert not cell.select("ul")


def test_a_page_of_changes_stays_light(tmp_path: Path) -> None:
    rows = [power(f"B-{n}", 责任事项=f"第{n}项" + "职责" * 40) for n in range(300)]
    later = [row | {"责任事项": row["责任事项"].replace("职责", "责任"), "备注": "说明"} for row in rows]
    column = render(admitted(body(), powers(1, *rows), powers(2, *later, 生效日期="2022-01-01")), tmp_path)
    path = "powers/shili-tjj/history/index.html"
    assert len(column.files[path]) <= 150_000
    assert column.page(path).select_one("tbody tr td:last-child").get_text() == "责任事项、备注"


def law_history(before: list[dict[str, Any]], after: list[dict[str, Any]], folder: Path) -> dict[str, str]:
    """What the history of a law says of its newer version."""
    column = render(admitted(law("2009", 条文=before), law("2024", 条文=after)), folder)
    rows = column.page("laws/statistics-law/history/index.html").select("section[aria-labelledby=v2024] dl.facts > div")
    return {row.dt.text: row.dd.text for row in rows}


def test_articles_of_two_versions_are_not_compared_by_their_numbers(tmp_path: Path) -> None:
    article = {"条": "8", "主题": "义务"}
    assert law_history([article], [{"条": "8", "主题": "职责"}], tmp_path / "other")["条文"] == "有调整"
    assert law_history([article], [{"条": "9", "主题": "义务"}], tmp_path / "moved")["条文"] == "有调整"


def test_what_the_public_does_not_see_is_no_change(tmp_path: Path) -> None:
    article = {"条": "8", "主题": "义务"}
    assert "条文" not in law_history([article], [article | {"用途": ["义务"]}], tmp_path)


def test_of_very_many_texts_no_partners_are_looked_for(tmp_path: Path) -> None:
    before = [f"第{n}项职责（甲）" for n in range(40)]
    after = [f"第{n}项职责（乙）" for n in range(40)]
    value = told({"执法职责": before}, {"执法职责": after}, "执法职责", tmp_path)
    assert {line[:2] for line in lines(value)} == {"增加", "删去"}
