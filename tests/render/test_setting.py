"""How what is told is set: days and short notes stay whole, empty cells are marked as such, what matters stands first."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from generator.render.blocks import table
from generator.render.inline import Link, Phrase, Text, escape_words
from generator.render.view_types import Column, Row, Table
from generator.render.wording import BLANK, UNMARKED
from tests.model.builders import penalty, record, withdrawal
from tests.model.policies import DEADLINE
from tests.model.policies import table as policy
from tests.render.column import admitted, render
from tests.render.things import EDITION, body, officer, powers


def test_a_day_in_a_name_and_a_short_note_stay_on_one_line() -> None:
    named = Link("示例县统计局双随机抽取（2026年5月27日）", "a/").__html__()
    assert named == '<a href="a/">示例县统计局双随机抽取（<span class="nw">2026年5月27日</span>）</a>'
    assert escape_words("示例县统计局（示例）：没有数字") == '示例县统计局<span class="nw">（示例）</span>：没有数字'
    assert Link("2020年度 <计划>", "a/").__html__() == '<a href="a/">2020年度 &lt;计划&gt;</a>'
    assert Link("示统罚决字", "a/", "已撤下").__html__().endswith('<span class="note nw">（已撤下）</span>')
    assert '"note"' in Link("清单", "a/", "第 2 版，2023年6月1日起").__html__()


def test_only_a_cell_that_says_nothing_may_be_left_out_of_a_card() -> None:
    heads = (Column("名称"), Column("甲"), Column("乙"), Column("丙"))
    row = Row((Text("一"), BLANK, UNMARKED, Phrase((Text("原："), BLANK))))
    cells = BeautifulSoup(table(Table("表", heads, (row,))), "lxml").select("td")
    assert ["data-blank" in cell.attrs for cell in cells] == [True, False, False]


def test_numbers_keep_their_units_and_documents_their_numbers() -> None:
    kept = {
        "自2024年9月13日起20个工作日内": ["2024年9月13日", "20个工作日"],
        "处罚款15,000元": ["15,000元"], "（2024年修正）": ["（2024年修正）"],
        "依照国办发〔2018〕118号办理": ["依照国办发〔2018〕118号"], "《统计法》第四十四条第二款": ["第四十四条", "第二款"],
        "2020年度计划": [], "差错率16.8%": [],
    }
    for words, whole in kept.items():
        told = BeautifulSoup(escape_words(words), "lxml")
        assert told.get_text() == words
        assert [span.text for span in told.select("span.nw")] == whole


def test_a_link_and_its_note_stay_together_where_both_fit() -> None:
    assert Link("2024年", "a/", "示例 2 件", nowrap=True).__html__().startswith('<span class="nw"><a')
    assert Link("示统罚决字〔2025〕5号", "a/", "已撤下", nowrap=True).__html__().startswith("<a")


def test_a_list_tells_its_rows_before_whether_it_was_adjusted_in_time(tmp_path: Path) -> None:
    adjusted = DEADLINE | {"事项": "清单调整", "类别": ["rosters"], "起算": "变动日期", "完成": "生效日期", "期限": "20"}
    people = record("rosters/shili-tjj/1.yaml", EDITION | {
        "版次": "1", "变动日期": "2019-12-20", "生效日期": "2020-01-01", "条目": [officer("p01", "示例子", "SL-1")],
    })
    page = render(admitted(body(), policy("deadlines", adjusted), people), tmp_path).page("rosters/shili-tjj/index.html")
    found = [heading["id"] for heading in page.select("main h2")]
    assert found.index("rows") < found.index("pace")


def test_a_reinstated_record_has_a_box_that_says_so(tmp_path: Path) -> None:
    case = penalty("shili-2025-001", 当事人={"名称": "示例甲有限公司", "类别": "法人及非法人组织"})
    acts = (
        withdrawal(case.ref, "2025-001", 撤下日期="2025-07-01", 事由日期="2025-07-01"),
        record("reinstatements/2025-001.yaml", {
            "恢复对象": case.ref, "恢复日期": "2025-07-10", "理由": "二审判决驳回诉讼请求", "批准人": "示例局长", "示例": "是",
        }),
    )
    page = render(admitted(body(), powers(), case, *acts), tmp_path).page("penalties/shili-2025-001/index.html")
    (box,) = page.select(".notice")
    assert box.select_one(".notice-title").text == "本条信息撤下后，已于2025年7月10日恢复公示"
    assert {row.dt.text: row.dd.text for row in box.select(".told > div")}["理由"] == "二审判决驳回诉讼请求"
    assert box.select("dt")[-1].text == "处理说明"
