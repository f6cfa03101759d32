"""What a redaction took away: the marker stands wherever the value stood, whatever its type, and nothing takes it for a gap."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from tests.render.column import admitted, render
from tests.render.things import body, codes, decision, law, officer, party, powers, roster

MARKER = "【依法隐去】"
ROSTER = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"), officer("p02", "示例丑", "SL-2"))
HIDDEN = decision(
    1, 罚款金额=MARKER, 送达日期=MARKER, 情节=MARKER, 违法事实=MARKER, 执法人员=["SL-1", MARKER],
    行为期间={"起": "2025-01-01", "止": "2025-01-02"},
    当事人=party(统一社会信用代码=MARKER, 地址=MARKER), 裁量={"基准": "discretion/shili-tjj#S44-2", "档次": MARKER},
    渠道=[{"名称": "政务服务网", "网址": MARKER, "日期": MARKER}],
    调查数据=[{"报表": "财务状况", "报告期": "2024年", "指标": "营业收入", "单位": "千元", "差错率": MARKER}],
)


def labelled(page: BeautifulSoup) -> dict[str, str]:
    """Label and value of everything beside a label."""
    return {row.dt.get_text(): row.dd.get_text() for row in page.select("dl > div")}


def test_every_type_of_value_shows_the_marker(tmp_path: Path) -> None:
    column = render(admitted(body(), law(), codes("S44-2"), powers(), ROSTER, HIDDEN), tmp_path)
    page = column.page("penalties/shili-2025-001/index.html")
    told = labelled(page)
    assert [told[label] for label in ("罚款金额", "送达日期", "情节", "违法事实")] == [MARKER] * 4
    assert told["执法人员"] == f"示例子（SL-1）、{MARKER}"
    assert f"统一社会信用代码{MARKER}地址{MARKER}" in told["当事人"]
    assert told["裁量"].endswith(f"档次{MARKER}")
    cells = {cell["data-label"]: cell.get_text() for cell in page.select("td[data-label]")}
    assert [cells[label] for label in ("网址", "日期", "差错率")] == [MARKER] * 3
    row = column.page("penalties/2025/index.html").select_one("tbody tr")
    assert row.select_one("td[data-label=罚款金额]").get_text() == MARKER


def test_what_was_never_recorded_is_still_a_gap(tmp_path: Path) -> None:
    page = render(admitted(body(), decision(1)), tmp_path).page("penalties/shili-2025-001/index.html")
    assert labelled(page)["情节"] == "未标注"
    assert MARKER not in page.get_text()
