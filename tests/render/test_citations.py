"""How provisions are printed and where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render import wording
from generator.render.citations import article_anchor
from tests.model.builders import penalty, withdrawal
from tests.render.column import admitted, links, render
from tests.render.things import body, law


@pytest.mark.parametrize(
    ("article", "paragraph", "item", "text"),
    [
        ("44", 1, 2, "第四十四条第一款第（二）项"), ("8", None, None, "第八条"), ("105", 2, None, "第一百零五条第二款"),
        ("12之一", None, 11, "第十二条之一第（十一）项"), ("10", 10, 10, "第十条第十款第（十）项"), ("8", 10_000, None, "第八条第10000款"),
    ],
)  # fmt: skip
def test_provisions_are_written_as_the_law_writes_them(article: str, paragraph: int | None, item: int | None, text: str) -> None:
    assert wording.provision(article, paragraph, item) == text


@pytest.mark.parametrize(("article", "anchor"), [("44", "a44"), ("12之一", "a12-1"), ("120之十二", "a120-12")])
def test_articles_have_anchors(article: str, anchor: str) -> None:
    assert article_anchor(article) == anchor


def cite(version: str, article: str, **place: str) -> dict[str, str]:
    """A citation of the statistics law."""
    return {"法律": "laws/statistics-law", "版本": version, "条": article, **place}


def grounds(root: Path, *cited: dict[str, str], records: tuple = ()) -> tuple[list[list[str]], list[str]]:
    """The rows of 处罚依据 in the table of provisions: 条款, 内容, 施行时间; and where they lead."""
    column = render(admitted(body(), *records, penalty("2020-001", 处罚依据=list(cited))), root)
    rows = [row for row in column.page("penalties/2020-001/index.html").select("#law ~ table tbody tr") if row.th.text == "处罚依据"]
    hrefs = [link["href"].removeprefix("../../") for row in rows for link in row("a")]
    return [[cell.get_text() for cell in row("td")] for row in rows], hrefs


def test_each_provision_has_a_row_with_what_it_is_about(tmp_path: Path) -> None:
    rows, hrefs = grounds(tmp_path, cite("2024", "44", 款="1", 项="2"), cite("2024", "8"), records=(law(),))
    assert rows == [
        ["《统计法》第四十四条第一款第（二）项", "主要罚则", "2024年9月13日起"], ["《统计法》第八条", "义务", "2024年9月13日起"],
    ]
    assert hrefs == [f"laws/statistics-law/2024/index.html#{anchor}" for anchor in ("a44", "a8")]


def test_of_several_versions_the_cited_one_is_named_and_where_it_stands_today(tmp_path: Path) -> None:
    old = law("2009", 修改情况="修订", 条文=[{"条": "41", "主题": "旧罚则"}, {"条": "9", "主题": "旧义务"}])
    new = law(条文对应=[{"旧条": "41", "新条": "44"}, {"旧条": "8", "新条": "9"}])
    rows, hrefs = grounds(tmp_path, cite("2009", "41"), cite("2009", "9"), cite("2024", "44"), records=(old, new))
    assert rows == [
        ["《统计法》（2009年修订）第四十一条", "旧罚则", "2009年9月13日起；2024年修正后为第四十四条"],
        ["《统计法》（2009年修订）第九条", "旧义务", "2009年9月13日起；2024年修正后没有对应条款"],
        ["《统计法》（2024年修正）第四十四条", "主要罚则", "2024年9月13日起"],
    ]
    assert hrefs[:2] == ["laws/statistics-law/2009/index.html#a41", "laws/statistics-law/2024/index.html#a44"]


def test_articles_that_the_page_does_not_list_are_linked_to_the_page(tmp_path: Path) -> None:
    rows, hrefs = grounds(tmp_path, cite("2024", "45"), records=(law(),))
    assert rows == [["《统计法》第四十五条", "—", "2024年9月13日起"]]
    assert hrefs == ["laws/statistics-law/2024/index.html"]


def test_a_law_that_is_not_registered_is_not_invented(tmp_path: Path) -> None:
    assert grounds(tmp_path, cite("1983", "4", 款="1")) == ([["（未登记的法律）第四条第一款", "—", "—"]], [])


def test_a_withdrawn_version_has_a_name_and_no_articles(tmp_path: Path) -> None:
    act = withdrawal("laws/statistics-law@2024", "shili-2026-001")
    rows, hrefs = grounds(tmp_path, cite("2024", "44"), cite("2009", "44"), records=(law("2009"), law(), act))
    assert rows == [
        ["《统计法》（2024年版）第四十四条", "—", "2024年9月13日起"], ["《统计法》（2009年修正）第四十四条", "主要罚则", "2009年9月13日起"],
    ]
    assert hrefs == ["laws/statistics-law/2024/index.html", "laws/statistics-law/2009/index.html#a44"]


def test_the_law_page_shows_old_and_new_numbers_and_what_is_allowed(tmp_path: Path) -> None:
    new = law(
        条文对应=[{"旧条": "41", "新条": "44"}],
        罚则=[
            {"条": "44", "款": "2", "违法行为": ["S44-2"], "主体": "企业事业单位或者其他组织", "情节": "严重", "罚款下限": "100000",
             "罚款上限": "500000", "警告": "是", "通报": "是"},
            {"条": "44", "款": "3", "违法行为": ["S44-2"], "主体": "个体工商户", "罚款下限": "0", "罚款上限": "10000", "通报": "否"},
            {"条": "44", "款": "1", "违法行为": ["S44-2"], "主体": "国家机关"},
        ],
    )
    old = law("2009", 条文=[{"条": "41", "主题": "主要罚则"}], 修改情况="修订")
    column = render(admitted(old, new), tmp_path)
    path = "laws/statistics-law/index.html"
    page = column.page(path)
    assert [row.get_text(" ", strip=True) for row in page.select("#renumbered ~ table tbody tr")] == ["第四十一条 第四十四条 主要罚则"]
    assert "../../laws/statistics-law/2009/index.html#a41" in links(column, path, "#renumbered ~ table a")
    fines = [cell.text for cell in page.select("#ranges ~ table td[data-label=罚款]")]
    assert fines == ["100,000 元以上，500,000 元以下", "10,000 元以下", "不罚款"]
    assert page.select_one("#a44") is not None
    assert "失效日期" not in page.get_text()
