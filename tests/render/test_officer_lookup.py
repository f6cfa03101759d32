"""The page that checks certificates and the sheet of cards: whoever is valid today, nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.model.record import Record
from generator.model.settings import Settings
from tests.model.builders import withdrawal
from tests.render.column import Column, admitted, links, render
from tests.render.conftest import ADDRESS
from tests.render.scripts import evaluate
from tests.render.things import body, officer, roster

OLD = officer("p02", "示例丑", "SL-2") | {
    "证件": [{"种类": "统计执法证", "号码": "SL-2", "发证机关": "示例省统计局", "有效期": {"起": "2018-01-01", "止": "2026-08-31"}}]
}


def made(tmp_path: Path, *records: Record, as_of: date = date(2026, 9, 1), address: str = "") -> Column:
    """A site of these rosters."""
    settings = replace(Settings(), site_address=address)
    return render(admitted(body(), *records, as_of=as_of, settings=settings), tmp_path)


def listed(column: Column) -> list[str]:
    """The certificates on the page."""
    return [row.th.text for row in column.page("officers/index.html").select("tbody tr")]


def test_the_list_holds_who_is_valid_today(tmp_path: Path) -> None:
    both = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"), OLD)
    assert listed(made(tmp_path / "a", both)) == ["SL-1"]
    assert listed(made(tmp_path / "b", both, as_of=date(2026, 8, 31))) == ["SL-1", "SL-2"]
    row = made(tmp_path / "c", both).page("officers/index.html").select_one("tbody tr")
    assert [cell.text for cell in row.select("td")] == [
        "示例子", "科员", "示例县统计局", "统计执法证", "2018年1月1日至2030年1月1日", "示例"
    ]
    assert row.select_one("th a")["href"] == "../officers/SL-1/index.html"


def test_whoever_left_and_a_withdrawn_roster_are_not_listed(tmp_path: Path) -> None:
    first = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"))
    second = roster(2, "2026-01-01", officer("p03", "示例寅", "SL-3"))
    column = made(tmp_path / "a", first, second, address=ADDRESS)
    assert listed(column) == ["SL-3"]
    assert not [path for path in ("officers/index.html", "officers/cards/index.html") if "SL-1" in column.text(path)]
    gone = made(tmp_path / "b", first, withdrawal("rosters/shili-tjj@1", "shili-2026-001"), address=ADDRESS)
    for path in ("officers/index.html", "officers/cards/index.html"):
        assert gone.page(path).select_one(".empty")
        assert not [word for word in ("示例子", "SL-1") if word in gone.text(path)]


def test_the_page_says_what_to_do(tmp_path: Path) -> None:
    column = made(tmp_path, roster(1, "2019-01-01", officer("p01", "示例子", "SL-1")))
    page = column.page("officers/index.html")
    assert page.select_one("#lookup").has_attr("hidden")
    assert "有权拒绝检查" in page.select_one("section[aria-labelledby=unlisted]").text
    ways = links(column, "officers/index.html", "main a")
    assert {"../rosters/shili-tjj/index.html", "../officers/cards/index.html"} <= set(ways)
    assert page.find("meta", {"content": "noindex"})


def test_cards_bear_the_address_as_a_drawing(tmp_path: Path) -> None:
    people = roster(1, "2019-01-01", officer("p01", "示例子", "SL-1"), officer("p02", "示例丑", "示统证001"))
    page = made(tmp_path / "a", people, address=ADDRESS).page("officers/cards/index.html")
    cards = page.select(".sheet-of-cards li")
    assert [card.strong.text for card in cards] == ["示例子", "示例丑"]
    assert cards[0].select_one("svg[role=img]")["aria-label"] == "证件 SL-1 的查验页面"
    assert cards[0].select_one(".note").text == f"{ADDRESS}officers/SL-1/"
    assert f"{ADDRESS}officers/c-" in cards[1].select_one(".note").text
    plain = made(tmp_path / "b", people).page("officers/cards/index.html")
    assert len(plain.select(".sheet-of-cards li")) == 2
    assert not plain.select("svg")
    assert "正式网址还没有核定" in plain.select_one(".empty").text


#: A page with a table of two certificates, as far as the script asks for it.
_PAGE = """
function cell(text) { return {textContent: text, getAttribute: function () { return '姓名'; },
  getElementsByTagName: function () { return [{getAttribute: function () { return 'SL-1/'; }}]; }}; }
var rows = ['SL-TJ-0001', 'SL-TJ-0012'].map(function (number) { return {cells: [cell(number), cell('示例子')]}; });
var said = [], box = {value: ''}, form = {};
document.getElementById = function (id) { return {lookup: form, no: box, verdict: {set textContent(text) { said = []; }}}[id]; };
document.querySelector = function (what) { return what === 'table' ? {tBodies: [{rows: rows}]} : null; };
window.disclosure = {
  fold: disclosure.fold,
  make: function (tag, text) { if (text) { said.push(text); } return {}; }
};
"""


def test_the_script_finds_a_number_however_it_is_typed(tmp_path: Path) -> None:
    stage = tmp_path / "stage.js"
    stage.write_text(_PAGE, "utf-8")

    def asked(text: str, how: str) -> tuple[list[str], list[bool]]:
        shown = f"(box.value = {text!r}, form.{how}(), box.{how} && box.{how}(), [said, rows.map(function (row) {{ return row.hidden; }})])"
        shown = shown.replace("form.oninput(), ", "")
        said, hidden = evaluate(shown, scripts=("site.js", str(stage), "officers.js"))
        return said, hidden

    for text in ("SL-TJ-0001", "ｓｌ－ｔｊ－０００１", " sl—tj—0001"):
        said, hidden = asked(text, "onsubmit")
        assert said[0] == "证件 SL-TJ-0001 在有效名单上。"
        assert hidden == [False, True]
    assert asked("SL-TJ-00", "oninput") == ([], [False, False])
    said, hidden = asked("SL-TJ-00", "onsubmit")
    assert said[0] == "有效名单上没有号码为 SL-TJ-00 的证件。"
    said, hidden = asked("SL-9", "oninput")
    assert said[0] == "有效名单上没有号码为 SL-9 的证件。"
    assert hidden == [True, True]
