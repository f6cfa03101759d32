"""The edges: pages that are empty, very full, very long or hold rare characters, and how much they weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.render.theme import THEME
from tests.model.builders import penalty, record
from tests.model.policies import DEADLINE, table
from tests.render.column import Column, admitted, render
from tests.render.things import body, codes, decision, law, officer, party, power, powers, roster

STYLE = "".join(part.read_text("utf-8") for part in sorted((THEME / "static" / "style.css").iterdir()))
LIST, PAGE = 150 * 1024, 60 * 1024


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A year of six hundred decisions with long names, a roster of a hundred and fifty, two hundred powers."""
    name = "示例" + "很长的单位名称" * 6 + "有限责任公司"
    made = [
        penalty(
            f"shili-2025-{n:03d}", 文号=f"示统罚决字〔2025〕{n}号", 决定日期="2025-06-02", 公开日期="2025-06-05", 罚款金额="200000",
            当事人=party(f"{name}{n}"), 违法行为=["S44-2"], 处罚种类=["警告", "罚款"],
        )
        for n in range(1, 601)
    ]
    officers = [officer(f"p{n}", f"示例{n}", f"SL-TJ-{n:04d}") for n in range(150)]
    items = powers(1, *(power(f"B-{n}", 项目名称=f"对第{n}种统计违法行为的行政处罚") for n in range(200)))
    records = (body(), law(), codes("S44-2"), table("deadlines", DEADLINE), roster(1, "2019-01-01", *officers), items, *made)
    return render(admitted(*records), tmp_path_factory.mktemp("crowded"))


def weighty(column: Column, limit: int) -> Iterator[str]:
    """The pages above a limit."""
    return (path for path, data in column.files.items() if path.endswith(".html") and len(data) > limit)


def test_no_page_is_too_heavy(crowded: Column) -> None:
    assert len(crowded.page("penalties/2025/1/index.html").select("tbody tr")) == 50
    assert list(weighty(crowded, LIST)) == []
    heavy = [path for path in weighty(crowded, PAGE) if path == "index.html" or re.match(r"penalties/shili-2025-\d+/", path)]
    assert heavy == []


def test_a_page_needs_few_other_files(crowded: Column) -> None:
    for path in ("index.html", "penalties/index.html", "penalties/shili-2025-001/index.html", "supervision/index.html"):
        page = crowded.page(path)
        files = [link for link in page("link") if link.get("rel") in (["stylesheet"], ["icon"], ["preload"])]
        assert len(files) + len(page.find_all(src=True)) <= 4, path


def test_long_lists_are_whole(crowded: Column) -> None:
    for address, count in (("rosters/shili-tjj/", 150), ("powers/shili-tjj/", 200)):
        leaves = [path for path in crowded.files if re.fullmatch(rf"{address}(page-\d+/)?index\.html", path)]
        assert sum(len(crowded.page(path).select("ol.deck > li")) for path in leaves) == count


def test_very_long_names_rare_characters_and_very_large_fines_stand_everywhere(tmp_path: Path) -> None:
    name = "示例䶮𠮷㙟" + "很长的名称" * 40 + "有限公司"
    long = decision(1, 当事人=party(name), 罚款金额="99999999999999.99")
    column = render(admitted(body(), table("deadlines", DEADLINE), long), tmp_path)
    for path in ("penalties/shili-2025-001/index.html", "penalties/2025/index.html"):
        text = column.page(path).get_text()
        assert name in text, path
        assert "99,999,999,999,999.99 元" in text, path
    assert b"\xf0\xa0\xae\xb7" in column.files["penalties/shili-2025-001/index.html"]


def test_a_year_without_cases_says_so_and_names_the_statement(tmp_path: Path) -> None:
    nil = record("nil-statements/2025/shili-2025-001.yaml", {
        "机关": "bodies/shili-tjj", "事项种类": ["行政处罚"], "期间": {"起": "2025-01-01", "止": "2025-12-31"},
        "声明": "本期没有作出行政处罚决定。", "公开日期": "2026-01-05", "示例": "是",
    })
    column = render(admitted(body(), nil), tmp_path)
    assert "目前没有已公开的行政处罚决定" in column.page("penalties/index.html").get_text()
    assert "nil-statements/shili-2025-001/index.html" in str(column.page("index.html").select_one("section[aria-labelledby=latest]"))


def test_not_found_offers_the_search_and_every_section(site: Column) -> None:
    page = site.page("404.html")
    assert page.select_one("form[role=search] input[name=q]")
    assert {"事前公开", "事后公开", "监督与救济"} <= {link.text for link in page.select("main a")}
    assert "没有找到这个页面" in page.title.text


def test_samples_are_marked_on_the_page_and_in_every_row(site: Column) -> None:
    assert site.page("penalties/2020-001/index.html").select_one("aside.sample-band")
    rows = site.page("penalties/2020/index.html").select("tbody tr")
    assert rows
    assert all("示例" in [mark.text for mark in row.select(".mark")] for row in rows)


def test_a_list_in_force_has_its_mark_and_no_box(tmp_path: Path) -> None:
    page = render(admitted(body(), powers()), tmp_path).page("powers/shili-tjj/index.html")
    assert not page.select(".notice")
    assert [mark.text for mark in page.select(".title .mark")] == ["现行有效", "示例"]


# -- the style sheet -----------------------------------------------------------------------------------------------


def _luminance(colour: str) -> float:
    colour = "".join(2 * digit for digit in colour) if len(colour) == 3 else colour
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), [
    ("1b2024", "fcfbf8"), ("0b4f6c", "fcfbf8"), ("553a78", "fcfbf8"), ("495057", "fcfbf8"), ("495057", "f3f1eb"), ("5c3500", "fff1d6"),
    ("33270a", "faf0cf"), ("fff", "0b3d52"), ("fff", "2b2f33"),
    ("e9e6df", "15191c"), ("93cbe8", "15191c"), ("c9b2ea", "15191c"), ("b6bcc2", "15191c"), ("b6bcc2", "1d2327"), ("ffdca3", "3a2c10"),
    ("f6e7b4", "3a3216"), ("e9e6df", "2a2214"), ("93cbe8", "2a2214"),
])
def test_text_has_a_contrast_of_seven_in_light_and_dark(text: str, ground: str) -> None:
    assert f"#{text}" in STYLE
    assert f"#{ground}" in STYLE
    assert contrast(text, ground) >= 7


def test_old_browsers_are_left_nothing_that_they_cannot_read() -> None:
    assert "var(" not in STYLE
    before_grid = STYLE.split("@supports (display: grid)")[0]
    assert "grid-template" not in before_grid
    assert not re.search(r"animation|transition|smooth", STYLE), "nothing moves, whoever asks for less motion"
    assert "font-size: 150%" in STYLE
    assert STYLE.count("{") == STYLE.count("}")
