"""What pages say of each other: links lead both ways, and nothing that is withdrawn, expired, pending or secret is given away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.declaration import slots
from generator.model.kinds.annual_reports import OtherFigures, PenaltyFigures
from generator.model.record import Record
from generator.render.addresses import conduct_address, party_address
from tests.model.builders import record, withdrawal
from tests.model.policies import TERM, table
from tests.render.column import AS_OF, Column, admitted, links, render
from tests.render.things import body, codes, decision, law, officer, party, powers, result, roster

ROSTER = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"), officer("p02", "示例丑", "SL-2"))
AROUND = (body(), law(), codes("S44-2", "S44-1"), powers(), ROSTER)
ARTICLE = "laws/statistics-law/2024/a44/index.html"
CONDUCT = f"{conduct_address('S44-2')}index.html"
OFFICER = "officers/SL-1/index.html"
BODY = "bodies/shili-tjj/index.html"
POWERS = "powers/shili-tjj/index.html"
PARTY = f"{party_address('示例甲有限公司')}index.html"
RESULT = "inspection-results/shili-2025-001/index.html"
DECISION = "penalties/shili-2025-001/index.html"


def site(tmp_path: Path, *records: Record, as_of: date = AS_OF) -> Column:
    """A site with everything that decisions refer to."""
    return render(admitted(*AROUND, *records, as_of=as_of), tmp_path)


def naming(column: Column, record_id: str) -> set[str]:
    """The pages that link to a record."""
    return {path for path in column.files if path.endswith(".html") and f"{record_id}/index.html" in column.text(path)}


def test_a_decision_is_reached_from_everything_that_it_names(tmp_path: Path) -> None:
    column = site(tmp_path, decision(1, 来源检查="inspection-results/shili-2025-001"), result())
    around = {ARTICLE, CONDUCT, OFFICER, "officers/SL-2/index.html", BODY, POWERS, PARTY, RESULT}
    assert around <= naming(column, "penalties/shili-2025-001")
    hrefs = set(links(column, DECISION, "main a"))
    assert {
        "../../laws/statistics-law/2024/index.html#a44", f"../../{CONDUCT}", f"../../{OFFICER}", f"../../{BODY}",
        "../../powers/shili-tjj/index.html#r-B-1", f"../../{PARTY}", f"../../{RESULT}",
    } <= hrefs
    assert f"../../../{ARTICLE}" in links(column, "laws/statistics-law/2024/index.html", "#a44 a")


@pytest.mark.parametrize("path", [ARTICLE, CONDUCT, OFFICER, POWERS, PARTY, RESULT, "topics/articles/index.html"])
@pytest.mark.parametrize("fate", ["withdrawn", "expired", "pending", "secret"])
def test_what_is_not_shown_is_not_named_by_its_neighbours(fate: str, path: str, tmp_path: Path) -> None:
    hidden = {
        "withdrawn": [decision(1, **LINKED), withdrawal("penalties/shili-2025-001", "shili-2026-001")],
        "expired": [decision(1, **LINKED), table("terms", TERM | {"最长": "1"})],
        "pending": [decision(1, **LINKED | {"公开日期": "2027-01-05"})],
        "secret": [decision(1, **LINKED | {"公开方式": "不予公开", "公开方式理由": "危及公共安全"})],
    }[fate]
    others = [result(), result(2, 检查日期="2025-03-02")]
    shown = [] if fate == "expired" else [decision(2)]
    column = site(tmp_path, *hidden, *others, *shown)
    assert path in column.files or path == PARTY
    if path in column.files:
        text = column.text(path)
        assert "shili-2025-001/index.html" not in text.replace("inspection-results/shili-2025-001", "")
        assert "〔2025〕1号" not in text
        assert "9,990 元" not in text
    gone = "1 件已撤下或者公示期满" in column.text(CONDUCT)
    assert gone == (fate in ("withdrawn", "expired"))


LINKED = {"来源检查": "inspection-results/shili-2025-001", "罚款金额": "9990"}


def test_what_is_withdrawn_is_counted_by_year(tmp_path: Path) -> None:
    acts = [withdrawal("penalties/shili-2025-001", "shili-2026-001")]
    column = site(tmp_path, decision(1), decision(2), decision(3, 2024), *acts)
    page = column.page("topics/articles/index.html")
    assert [head.text for head in page.select("thead th")] == ["条", "主题", "2025年", "2024年", "合计"]
    assert [cell.text for cell in page.select("tbody th, tbody td")] == ["第四十四条", "主要罚则", "示例 2", "示例 1", "示例 3"]
    assert [line.text for line in column.page(ARTICLE).select("h3")] == ["2025年（示例 2 件）", "2024年（示例 1 件）"]


def test_a_record_with_a_party_does_not_say_which_withdrawn_record_it_means(tmp_path: Path) -> None:
    act = withdrawal("inspection-results/shili-2025-001", "shili-2026-001")
    column = site(tmp_path, decision(1, **LINKED), result(), act)
    text = column.page(DECISION).get_text()
    assert "（已撤下的记录）" in text
    assert RESULT not in column.text(DECISION)


def test_a_successor_names_what_it_replaced(tmp_path: Path) -> None:
    act = withdrawal("penalties/shili-2025-001", "shili-2026-001", 替代="penalties/shili-2025-002")
    column = site(tmp_path, decision(1), decision(2), act)
    assert "../../penalties/shili-2025-001/index.html" in links(column, "penalties/shili-2025-002/index.html", "#related ~ dl a")
    other = site(tmp_path / "b", decision(1), decision(2), withdrawal("penalties/shili-2025-001", "shili-2026-001"))
    assert "shili-2025-001" not in other.text("penalties/shili-2025-002/index.html")


def test_parties_are_brought_together_unless_they_are_natural_persons(tmp_path: Path) -> None:
    code = "91999999MA1T00010X"
    column = site(
        tmp_path, decision(1, 当事人=party(统一社会信用代码=code)), decision(2), result(),
        decision(3, 当事人=party("示例张某", 类别="自然人")), decision(4, 当事人=party("示例张某", 类别="自然人")),
        decision(5, 当事人=party("【依法隐去】")), decision(6, 当事人=party("【依法隐去】")),
        decision(7, 当事人=party("示例单个有限公司")),
    )
    pages = {path for path in column.files if path.startswith("topics/parties/")}
    assert pages == {"topics/parties/index.html", f"{party_address(code)}index.html"}
    assert code not in party_address(code)
    index = column.page("topics/parties/index.html").get_text()
    assert "行政处罚决定 示例 2 件、抽查（检查）结果 示例 1 件" in index
    assert not [name for name in ("示例张某", "依法隐去", "示例单个") if name in index]
    assert column.page("topics/parties/index.html").find("meta", {"content": "noindex"})


def test_a_party_with_one_record_left_has_no_page(tmp_path: Path) -> None:
    column = site(tmp_path, decision(1), decision(2), withdrawal("penalties/shili-2025-001", "shili-2026-001"))
    assert PARTY not in column.files
    assert "示例甲有限公司" not in column.text("topics/parties/index.html")
    assert "topics/parties" not in column.text("penalties/shili-2025-002/index.html")


def test_reports_and_the_records_of_their_year_name_each_other(tmp_path: Path) -> None:
    figures = dict.fromkeys((slot.key for slot in slots(PenaltyFigures)), "0")
    others = dict.fromkeys((slot.key for slot in slots(OtherFigures)), "0")
    report = record("annual-reports/2026/shili-2026-001.md", {
        "名称": "2025年度报告", "机关": "bodies/shili-tjj", "年度": "2025", "行政处罚": figures | {"罚款": "2", "罚没金额": "15000"},
        "行政强制": {"强制措施": "0", "强制执行": "0", "申请法院强制执行": "0"}, "其他行政执法行为": others, "公开日期": "2026-01-20",
        "示例": "是",
    }, "正文。")
    column = site(tmp_path, decision(1), decision(2, 2024), report)
    assert "../../annual-reports/shili-2026-001/index.html" in links(column, DECISION, "#related ~ dl a")
    assert "annual-reports/shili" not in column.text("penalties/shili-2024-002/index.html")
    page = column.page("annual-reports/shili-2026-001/index.html")
    assert "2025年 示例 1 件" in page.get_text()
    form = page.select_one("table.form")
    assert form is not None
    told = dict(zip([th.text for th in form.select("thead th")], [c.text for c in form.select("tbody th, tbody td")], strict=True))
    assert (told["机关"], told["罚款（宗）"], told["罚没金额"]) == ("示例县统计局", "2", "15,000 元")


def test_many_neighbours_are_counted_and_the_newest_named(tmp_path: Path) -> None:
    column = site(tmp_path, *(decision(n) for n in range(1, 9)))
    pairs = {row.dt.text: row.dd for row in column.page(BODY).select("#related ~ dl > div")}
    decisions = pairs["行政处罚决定"]
    assert [link.text for link in decisions("a")][:2] == ["示统罚决字〔2025〕8号", "示统罚决字〔2025〕7号"]
    assert len(decisions("a")) == 6
    assert "共 8 件" in decisions.text
    assert pairs["执法人员清单"].a.text == "示例县统计局执法人员清单"


def test_a_conduct_names_its_provisions_and_benchmarks(tmp_path: Path) -> None:
    punished = law(罚则=[{"条": "44", "款": "2", "违法行为": ["S44-2"], "主体": "企业事业单位或者其他组织", "罚款上限": "100000"}])
    column = render(admitted(body(), punished, codes("S44-2", "S44-1")), tmp_path)
    text = column.page(CONDUCT).get_text()
    assert "《统计法》第四十四条第二款" in text
    assert "目前没有公开的决定涉及这种违法行为" in text
    rows = column.page("topics/conduct/index.html").select("tbody th")
    assert [row.text for row in rows] == ["违法行为S44-2", "违法行为S44-1"]


def test_pages_carry_the_records_that_they_name(tmp_path: Path) -> None:
    column = site(tmp_path, decision(1, **LINKED), result(), decision(2))
    by_path = {artefact.path: set(artefact.records) for artefact in column.plan.artefacts}
    first = "penalties/shili-2025-001"
    for path in (ARTICLE, CONDUCT, OFFICER, BODY, POWERS, PARTY, RESULT, "topics/articles/index.html", "topics/parties/index.html"):
        assert first in by_path[path], path
    assert {"laws/statistics-law@2024", "rosters/shili-tjj@1", "inspection-results/shili-2025-001"} <= by_path[DECISION]
