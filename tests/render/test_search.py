"""The search page and its data: what is findable, and that nothing is findable that may not be read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from stdnum.cn import uscc

from generator.model.record import Record
from tests.model.builders import correction, penalty, withdrawal
from tests.render.column import Column, admitted, links, looked, render
from tests.render.things import body, codes, decision, law, officer, party, power, powers, result, roster

CODE = "91999999MA1L00032N"


def data(column: Column, name: str) -> dict[str, Any]:
    """What a data file hands to the script."""
    text = column.text(f"search/data-{name}.js")
    assert text.startswith("disclosureShard(")
    return json.loads(text.removeprefix("disclosureShard(").removesuffix(");\n"))


def rows(column: Column, name: str) -> dict[str, dict[str, Any]]:
    """The rows of a data file by address, with what they share put in."""
    told = data(column, name)
    return {
        address: {"sort": told["sorts"][sort], "name": title, "days": days, "marks": [mark[0] for mark in told["marks"][mark_set]],
                  "keys": keys, "words": [told["words"][word] for word in words]}
        for sort, address, title, days, mark_set, keys, words in told["rows"]
    }


def made(tmp_path: Path, *records: Record, as_of: date = date(2026, 9, 1)) -> Column:
    """A site of these records and what they refer to."""
    return render(admitted(body(), law(), codes("S44-1", "S44-2"), *records, as_of=as_of), tmp_path)


def test_a_decision_is_found_by_what_people_know_of_it(tmp_path: Path) -> None:
    column = made(tmp_path, decision(1, 当事人=party(统一社会信用代码=CODE)))
    row = rows(column, "2025")["penalties/shili-2025-001/"]
    assert row["name"] == "示统罚决字〔2025〕1号"
    assert row["sort"] == "行政处罚决定"
    assert row["days"] == ["2025-06-01", "2025-06-05"]
    assert row["marks"] == ["有效", "示例"]
    assert row["keys"] == ["示例甲有限公司", CODE]
    words = [word for group in row["words"] for word in group]
    assert {"违法行为S44-2", "《统计法》第四十四条", "统计法第44条", "统计法44条", "中华人民共和国统计法第四十四条"} <= set(words)


def test_every_public_record_is_findable(site: Column) -> None:
    found = {
        row[1].partition("#")[0]
        for path in site.files if path.startswith("search/data-")
        for row in data(site, path.removeprefix("search/data-").removesuffix(".js"))["rows"]
    }
    pages = {path.removesuffix("index.html") for path in site.files if path.endswith("/index.html")}
    pages |= {artefact.path.removesuffix("index.html") for artefact in site.plan.artefacts if artefact.native}
    assert found <= pages
    shown = {
        f"{record.id}/" for record in site.checked.register.records
        if record.KIND.stage is not None and site.checked.is_shown(record) and f"{record.id}/" in pages
    }
    assert shown
    assert shown <= found


def test_what_has_no_year_is_in_a_file_of_its_own(tmp_path: Path) -> None:
    first, second = power("B-1"), power("B-2")
    column = made(tmp_path, powers(1, first, second), roster(1, "2019-01-01", officer("p01", "示例子", "SL-1")), decision(1))
    told = rows(column, "lists")
    assert told["rosters/shili-tjj/"]["name"] == "示例县统计局执法人员清单"
    assert told["powers/shili-tjj/#r-B-2"] == {
        "sort": "执法事项清单", "name": "事项B-2", "days": [], "marks": ["示例"], "keys": ["B-2"], "words": []
    }
    assert told["officers/SL-1/"]["name"] == "示例子（SL-1）"
    assert told["laws/statistics-law/2024/a44/"]["name"] == "《统计法》第四十四条"
    assert told["topics/conduct/S44-1/"]["name"] == "违法行为S44-1"
    assert "r-B-2" in {element["id"] for element in column.page("powers/shili-tjj/index.html").select("[id]")}


@pytest.mark.parametrize("as_of", [date(2026, 9, 1), date(2021, 3, 1)])
def test_a_withdrawn_decision_has_number_and_standing(tmp_path: Path, as_of: date) -> None:
    hidden = penalty("shili-2020-001", 当事人=party(统一社会信用代码=CODE), 违法行为=["S44-2"])
    column = made(tmp_path, hidden, withdrawal("penalties/shili-2020-001", "shili-2021-001"), as_of=as_of)
    row = rows(column, "2020")["penalties/shili-2020-001/"]
    assert (row["name"], row["keys"], row["words"]) == ("示统罚决字〔2020〕1号", [], [])
    assert row["marks"] == ["已撤下", "示例"]
    everything = "".join(column.text(path) for path in column.files if path.startswith("search/"))
    assert not [word for word in ("示例甲", CODE) if word in everything]


def test_what_is_pending_secret_or_corrected_later_is_not_told(tmp_path: Path) -> None:
    pending = decision(2, 2027)
    secret = decision(3, 公开方式="不予公开", 公开方式理由="国家秘密")
    column = made(tmp_path, decision(1), pending, secret, correction("penalties/shili-2025-001", "shili-2026-001", 更正日期="2026-12-01"))
    assert set(rows(column, "2025")) == {"penalties/shili-2025-001/"}
    assert not [path for path in column.files if path.startswith(("search/data-2026", "search/data-2027"))]
    assert "〔2027〕" not in column.text("search/index.html")


def test_natural_persons_and_redacted_names_find_nothing(tmp_path: Path) -> None:
    person = decision(1, 当事人={"名称": "示例某", "类别": "自然人"})
    redacted = decision(2, 当事人=party("【依法隐去】"))
    told = rows(made(tmp_path, person, redacted), "2025")
    assert [row["keys"] for row in told.values()] == [[], []]


def test_whoever_left_the_roster_is_not_found(tmp_path: Path) -> None:
    editions = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1")), roster(2, "2026-01-01", officer("p02", "示例丑", "SL-2"))
    text = made(tmp_path, *editions).text("search/data-lists.js")
    assert "SL-2" in text
    assert not [word for word in ("示例子", "SL-1") if word in text]
    gone = render(admitted(body(), editions[0], withdrawal("rosters/shili-tjj@1", "shili-2026-001")), tmp_path / "gone")
    assert not [word for word in ("示例子", "SL-1") if word in gone.text("search/data-lists.js")]


def test_a_document_with_a_number_of_its_own_is_found_by_it(tmp_path: Path) -> None:
    told = rows(made(tmp_path, result(), decision(1)), "2025")
    assert told["inspection-results/shili-2025-001/"]["keys"] == ["示例甲有限公司"]
    code = "11999999MB0000001" + uscc.calc_check_digit("11999999MB0000001")
    column = render(admitted(body(2, 统一社会信用代码=code)), tmp_path / "b")
    assert rows(column, "lists")["bodies/shili-tjj/"]["keys"] == [code]


def test_the_proof_reads_the_data(tmp_path: Path) -> None:
    hidden = penalty("shili-2020-001", 当事人=party("示例隐名有限公司"))
    column = made(tmp_path, hidden, withdrawal("penalties/shili-2020-001", "shili-2021-001"))
    assert looked(column).traces == ()
    file = column.root / "search/data-2020.js"
    file.write_text(file.read_text("utf-8").replace('[]', '["示例隐名有限公司"]', 1), "utf-8")
    assert {(trace.path, trace.field) for trace in looked(column).traces} == {("search/data-2020.js", "当事人.名称")}
    artefact = next(each for each in column.plan.artefacts if each.path == "search/data-2020.js")
    assert artefact.records == ("penalties/shili-2020-001",)


def test_the_page_leads_everywhere_without_a_script(tmp_path: Path) -> None:
    column = made(tmp_path, decision(1), decision(1, 2024), result())
    page = column.page("search/index.html")
    assert page.select_one("#search").has_attr("hidden")
    assert page.select_one("label[for=q]")
    assert not page.select_one("#no-script").has_attr("hidden")
    ways = links(column, "search/index.html", "main a")
    assert {"../penalties/2025/index.html", "../penalties/2024/index.html", "../inspection-results/2025/index.html"} <= set(ways)
    assert {"../topics/articles/index.html", "../topics/conduct/index.html", "../topics/parties/index.html"} <= set(ways)
    assert all((column.root / "search" / way).resolve().is_file() for way in ways)
    files = page.select_one("#search")["data-files"].split()
    assert files == ["../search/data-lists.js", "../search/data-2025.js", "../search/data-2024.js"]
    scripts = [script["src"] for script in page.select("script")]
    assert all((column.root / "search" / script).is_file() for script in scripts)
    assert [script.get("type") for script in page.select("script")] == [None, None, "module"]
    assert not [script for script in page.select("script") if script.string]


def test_a_new_decision_changes_the_data_of_its_year_alone(tmp_path: Path) -> None:
    before = made(tmp_path / "a", decision(1), decision(1, 2024)).files
    after = made(tmp_path / "b", decision(1), decision(1, 2024), decision(2)).files
    changed = {path for path in after if path.startswith("search/") and before.get(path) != after[path]}
    assert changed == {"search/data-2025.js", "search/index.html"}


def test_an_empty_column_has_a_search_page(tmp_path: Path) -> None:
    column = render(admitted(), tmp_path)
    assert column.page("search/index.html").h1.text == "检索"
    assert data(column, "lists")["rows"] == []


def test_large_type_and_the_scripts_are_on_every_page(site: Column) -> None:
    for path in (path for path in site.files if path.endswith("index.html")):
        page = site.page(path)
        assert page.html["id"] == "large"
        assert [link["href"] for link in page.select("#tools a")] == ["#large", "#top"]
        assert page.select_one("script[defer]")["src"].endswith(".js")
