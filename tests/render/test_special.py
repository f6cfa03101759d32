"""Fields that are drawn or can be repeated: flowcharts with their twin in words, draws that anybody can draw again."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.model.record import Record
from generator.primitives.lots import draw
from tests.model.builders import record
from tests.render.column import admitted, render
from tests.render.things import EDITION, body

STEPS = [
    {"编号": "s1", "名称": "发现线索", "类型": "开始", "责任": "执法人员"},
    {"编号": "s2", "名称": "是否立案", "类型": "判断", "时限": "七个工作日"},
    {"编号": "s3", "名称": "不予立案", "类型": "结束"},
    {"编号": "s4", "名称": "立案", "类型": "结束", "说明": "填写审批表"},
]
WAYS = [
    {"从": "s1", "到": "s2"}, {"从": "s2", "到": "s3", "条件": "不符合"}, {"从": "s2", "到": "s4", "条件": "符合"},
    {"从": "s2", "到": "s1", "条件": "补充线索"},
]


def chart(**changes: object) -> Record:
    """A flowchart."""
    data = {"名称": "处罚流程图", "种类": "执法流程图", "步骤": STEPS, "转换": WAYS}
    return record("flowcharts/shili-penalty/1.yaml", EDITION | data | changes)


def chart_page(root: Path, **changes: object) -> BeautifulSoup:
    """Its page."""
    return render(admitted(body(), chart(**changes)), root).page("flowcharts/shili-penalty/index.html")


def test_the_twin_in_words_says_what_the_drawing_shows(tmp_path: Path) -> None:
    page = chart_page(tmp_path)
    svg = page.select_one("svg.flowchart")
    assert svg is not None
    drawn = {text.get_text() for text in svg.select("text.node")}
    cards = page.select("ol.deck > li")
    assert [card["id"] for card in cards] == ["r-s1", "r-s2", "r-s3", "r-s4"]
    assert {re.sub(r"（..）$", "", card.h3.get_text().split(maxsplit=1)[1]) for card in cards} == drawn
    assert len(svg.select("path.arrow")) == len(WAYS)
    assert {text.get_text() for text in svg.select("text.edge")} == {"不符合", "符合", "补充线索"}
    following = next(row.dd for row in cards[1].select("dl > div") if row.dt.text == "下一步")
    assert [item.get_text() for item in following("li")] == ["不符合：不予立案（s3）", "符合：立案（s4）", "补充线索：发现线索（s1）"]
    assert [link["href"] for link in following("a")] == ["#r-s3", "#r-s4", "#r-s1"]
    facts = {row.dt.text: row.dd.text for card in cards for row in card.select("dl > div")}
    assert (facts["责任"], facts["时限"], facts["说明"]) == ("执法人员", "七个工作日", "填写审批表")


def test_a_step_without_a_sound_number_has_no_anchor(tmp_path: Path) -> None:
    steps = [{"编号": "甲", "名称": "开头", "类型": "开始"}, {"编号": "s2", "名称": "结尾", "类型": "结束"}]
    page = chart_page(tmp_path, 步骤=steps, 转换=[{"从": "s2", "到": "甲"}, {"从": "甲", "到": "s9"}])
    assert [card.get("id") for card in page.select("ol.deck > li")] == [None, "r-s2"]
    assert "开头" in page.select("ol.deck > li")[1].dd.text
    assert page.select("ol.deck > li")[0].dd.text == "s9"


LOTS = [("A001", 1), ("A002", 0), ("A003", 4), ("A004", 2), ("A005", 1), ("A006", 1), ("A007", 3), ("A008", 1), ("A009", 2)]


def inspection_draw(seed: str, **changes: object) -> Record:
    """A draw of three objects."""
    lots = [{"签号": number, "权重": str(weight)} for number, weight in LOTS]
    data = {
        "机关": "bodies/shili-tjj", "抽查计划": "inspection-plans/shili-2026-001", "抽取日期": "2026-05-27", "抽取方法": "sha256-v1",
        "种子": seed, "种子来源": "当日气温", "检查对象": {"签": lots, "抽中": list(draw(LOTS, seed, 3))},
        "公开日期": "2026-05-29", "示例": "是",
    }
    return record("inspection-draws/2026/shili-2026-001.yaml", data | changes)


@pytest.mark.parametrize("seed", ["2026-05-27 22.5 52", "引号\"与'反斜杠\\ <b>&amp;", "二〇二六"])
def test_the_program_on_the_page_draws_the_same_lots(seed: str, tmp_path: Path) -> None:
    page = render(admitted(inspection_draw(seed)), tmp_path).page("inspection-draws/shili-2026-001/index.html")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(page.select_one("pre code").get_text(), {})
    assert said.getvalue().strip() == str(list(draw(LOTS, seed, 3)))


def test_every_lot_is_told_with_its_turn(tmp_path: Path) -> None:
    page = render(admitted(inspection_draw("种子")), tmp_path).page("inspection-draws/shili-2026-001/index.html")
    told = [item.get_text() for item in page.select("ul.grid li")]
    turns = {number: f" 第 {turn} 个抽中" for turn, number in enumerate(draw(LOTS, "种子", 3), 1)}
    assert told == [f"{number} 权重 {weight}{turns.get(number, '')}" for number, weight in LOTS]


def test_without_its_seed_a_draw_cannot_be_repeated(tmp_path: Path) -> None:
    hidden = inspection_draw("种子", 种子="【依法隐去】")
    page = render(admitted(hidden), tmp_path).page("inspection-draws/shili-2026-001/index.html")
    assert page.select_one("pre") is None
