"""The page of a certificate number: who holds it, until when; of those who left the roster nothing but that."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from generator.render.addresses import officer_address
from tests.model.builders import withdrawal
from tests.render.column import Column, admitted, links, render
from tests.render.things import body, decision, officer, result, roster

SECOND = {"种类": "行政执法证", "号码": "SX-9", "发证机关": "示例省司法厅", "有效期": {"起": "2018-01-01", "止": "2026-03-31"}}


def holder() -> dict[str, object]:
    """An officer with two certificates."""
    row = officer("p01", "示例子", "SL-1", 执法范围="示例县")
    return row | {"证件": [*row["证件"], SECOND]}


def site(tmp_path: Path, *rosters: object, as_of: date = date(2026, 9, 1)) -> Column:
    """Rosters and what their people took part in."""
    return render(admitted(body(), *rosters, decision(1), result(), as_of=as_of), tmp_path)  # type: ignore[arg-type]


def pages_of_numbers(column: Column) -> set[str]:
    """The pages of certificate numbers, without the list and the cards of all."""
    return {path for path in column.files if path.startswith("officers/")} - {"officers/index.html", "officers/cards/index.html"}


def test_a_number_leads_to_its_holder(tmp_path: Path) -> None:
    column = site(tmp_path, roster(1, "2019-01-01", holder()))
    page = column.page("officers/SL-1/index.html")
    assert page.h1.text == "示例子"
    assert [mark.text for mark in page.select(".marks .mark")] == ["证件在有效期内", "示例"]
    facts = {row.dt.text: row.dd.text for row in page.select(".summary > div")}
    assert (facts["证件号码"], facts["职务"], facts["岗位"], facts["执法范围"]) == ("SL-1", "科员", "执法人员", "示例县")
    assert facts["登载于"] == "示例县统计局执法人员清单（第 1 版，2019年1月1日起）"
    numbers = [cell.text for cell in page.select("td[data-label=号码]")]
    assert numbers == ["SL-1", "SX-9"]
    assert links(column, "officers/SL-1/index.html", ".news a") == [
        "../../penalties/shili-2025-001/index.html", "../../inspection-results/shili-2025-001/index.html"
    ]
    assert page.find("meta", {"content": "noindex"})


def test_each_certificate_says_whether_it_is_valid(tmp_path: Path) -> None:
    column = site(tmp_path, roster(1, "2019-01-01", holder()))
    other = column.page("officers/SX-9/index.html")
    assert other.h1.text == "示例子"
    assert other.select_one(".marks .mark").text == "证件已过有效期"
    early = site(tmp_path / "b", roster(1, "2010-01-01", holder()), as_of=date(2016, 1, 1))
    assert early.page("officers/SX-9/index.html").select_one(".marks .mark").text == "证件尚未生效"
    last = site(tmp_path / "c", roster(1, "2019-01-01", holder()), as_of=date(2026, 3, 31))
    assert last.page("officers/SX-9/index.html").select_one(".marks .mark").text == "证件在有效期内"


def test_whoever_left_has_no_name_and_no_records(tmp_path: Path) -> None:
    column = site(tmp_path, roster(1, "2019-01-01", holder()), roster(2, "2026-01-01", officer("p02", "示例丑", "SL-2")))
    page = column.page("officers/SL-1/index.html")
    assert page.h1.text == "SL-1"
    assert page.select_one(".notice .notice-title").text == "该证件已不在有效名单"
    text = page.get_text()
    assert not [word for word in ("示例子", "科员", "〔2025〕", "SX-9") if word in text]
    assert "../../rosters/shili-tjj/index.html" in links(column, "officers/SL-1/index.html", ".notice a")
    assert column.page("officers/SL-2/index.html").h1.text == "示例丑"


def test_a_withdrawn_roster_takes_its_numbers_along(tmp_path: Path) -> None:
    column = site(tmp_path, roster(1, "2019-01-01", holder()), withdrawal("rosters/shili-tjj@1", "shili-2026-001"))
    assert pages_of_numbers(column) == set()
    assert "officers/" not in column.text("penalties/shili-2025-001/index.html")


def test_a_number_that_makes_no_folder_name_is_a_digest(tmp_path: Path) -> None:
    digest = hashlib.sha256("示统证001".encode()).hexdigest()
    assert officer_address("示统证001") == f"officers/c-{digest[:12]}/"
    column = site(tmp_path, roster(1, "2019-01-01", officer("p01", "示例子", "示统证001")))
    assert column.page(f"{officer_address('示统证001')}index.html").h1.text == "示例子"
    assert f"../../{officer_address('示统证001')}index.html" in links(column, "rosters/shili-tjj/index.html", "main a")


def test_redacted_numbers_and_names_lead_nowhere(tmp_path: Path) -> None:
    hidden = officer("p01", "【依法隐去】", "SL-1")
    unknown = officer("p02", "示例丑", "【依法隐去】")
    column = site(tmp_path, roster(1, "2019-01-01", hidden, unknown))
    assert pages_of_numbers(column) == {"officers/SL-1/index.html"}
    assert column.page("officers/SL-1/index.html").h1.text == "【依法隐去】"
    assert "【依法隐去】" in column.page("rosters/shili-tjj/index.html").get_text()
