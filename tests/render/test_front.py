"""The front page, the page on supervision, the site map, and what stands around all pages: navigation, foot, page tags."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.model.checked import admit
from generator.model.draft import PageSource, Reading
from generator.model.register import Register
from generator.model.settings import Link, Settings
from generator.render.frames import NAVIGATION
from generator.render.theme import THEME
from tests import toy
from tests.model.builders import correction, record, withdrawal
from tests.model.policies import DEADLINE, DEMAND, table, without
from tests.render.column import AS_OF, Column, admitted, check_toy, environment, links, render
from tests.render.things import body, decision, law, officer, roster

SETTINGS = Settings(
    owner="示例县统计局", main_body="bodies/shili-tjj", website_name="示例县人民政府", website_domain="www.shili.example",
    website_code="1499990001", footer=(("主办单位", "示例县统计局"), ("我为政府网站找错", "https://zfwzzc.example/?a=1&b=2")),
)
CONTACTS = {"地址": "示例路1号", "监督电话": "12345", "救济渠道": [
    {"途径": "行政复议", "受理机关": "示例县人民政府", "期限": "六十日"}, {"途径": "投诉举报", "受理机关": "示例县统计局"},
]}


def tags(page: BeautifulSoup) -> dict[str, str]:
    """The page tags of a government site."""
    return {tag["name"]: tag["content"] for tag in page.find_all("meta", {"name": re.compile("^[A-Z]")})}


# -- page tags -----------------------------------------------------------------------------------------------------


def test_every_page_carries_the_tags_of_its_group(tmp_path: Path) -> None:
    column = render(admitted(body(), decision(1), settings=SETTINGS), tmp_path)
    site = {"SiteName": "示例县人民政府", "SiteDomain": "www.shili.example", "SiteIDCode": "1499990001"}
    for path in column.files:
        if path.endswith(".html"):
            found = tags(column.page(path))
            assert site.items() <= found.items(), path
            assert {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"} <= set(found), path
    assert tags(column.page("index.html"))["ColumnType"] == "首页"
    assert tags(column.page("bodies/index.html"))["ColumnType"] == "机构职能"
    assert tags(column.page("penalties/index.html"))["ColumnName"] == "行政处罚决定"
    told = tags(column.page("penalties/shili-2025-001/index.html"))
    assert (told["ArticleTitle"], told["PubDate"], told["ContentSource"]) == ("示统罚决字〔2025〕1号", "2025-06-05 00:00", "示例县统计局")
    assert "ArticleTitle" not in tags(column.page("penalties/index.html"))


def test_what_is_unknown_has_no_tag(tmp_path: Path) -> None:
    found = tags(render(admitted(), tmp_path).page("index.html"))
    assert found["SiteName"] == "行政执法公示专栏"
    assert not {"SiteDomain", "SiteIDCode"} & set(found)


def test_the_tags_of_a_tombstone_name_nobody(tmp_path: Path) -> None:
    column = render(admitted(body(), decision(1), withdrawal("penalties/shili-2025-001"), settings=SETTINGS), tmp_path)
    assert "示例甲有限公司" not in str(tags(column.page("penalties/shili-2025-001/index.html")))


def test_tags_are_escaped(tmp_path: Path) -> None:
    evil = '"><script>x</script>'
    page = render(admitted(settings=replace(SETTINGS, site_name=evil, website_name=evil)), tmp_path).page("index.html")
    assert tags(page)["SiteName"] == evil
    assert not [script for script in page("script") if script.text]


# -- head and foot -------------------------------------------------------------------------------------------------


def test_the_navigation_leads_to_what_is_planned(site: Column) -> None:
    texts = [link.text for link in site.page("index.html").select(".sections a")]
    assert texts[:5] == ["首页", "事前公开", "事中公示", "事后公开", "更正与撤下"]
    assert {"检索", "监督与救济"} <= set(texts)
    assert set(texts) <= {item.text for item in NAVIGATION}


def test_the_foot_shows_what_the_settings_name(tmp_path: Path) -> None:
    foot = render(admitted(settings=SETTINGS), tmp_path).page("index.html").footer
    assert [item.text for item in foot.select(".imprint li")] == ["主办单位：示例县统计局", "我为政府网站找错"]
    assert foot.find("a", href="https://zfwzzc.example/?a=1&b=2")
    assert foot.find("a", href="site-map/index.html")


def test_a_portal_puts_its_own_head_and_foot_around_every_page(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "parts").mkdir(parents=True)
    (own / "parts/portal_header.html").write_text('<div id="portal-head">{{ column.owner }} {{ root }}</div>', "utf-8")
    (own / "parts/portal_footer.html").write_text('<div id="portal-foot"></div>', "utf-8")
    column = render(admitted(body(), decision(1), settings=SETTINGS), tmp_path / "out", env=environment(own, THEME / "templates"))
    page = column.page("penalties/shili-2025-001/index.html")
    head = page.find(id="portal-head")
    assert head.text == "示例县统计局 ../../"
    assert head.find_next("header") is page.header
    assert page.footer.find_next(id="portal-foot")


# -- home ----------------------------------------------------------------------------------------------------------


def test_home_tells_the_years_figures_as_the_lists_do(tmp_path: Path) -> None:
    deadlines = table("deadlines", DEADLINE)
    records = [decision(n, 2026) for n in (1, 2, 3)] + [decision(9, 2025)]
    late = decision(4, 2026, 公开日期="2026-07-01")
    acts = (withdrawal("penalties/shili-2026-001", "shili-2026-001", 撤下日期="2026-08-01"),
            correction("penalties/shili-2026-002", "shili-2026-001", 更正日期="2026-08-01"))
    column = render(admitted(body(), deadlines, *records, late, *acts), tmp_path)
    told = {row.dt.text: row.dd.get_text(" ", strip=True) for row in column.page("index.html").select(".figures > div")}
    assert told == {
        "行政处罚决定": "0 件 示例 4 件", "其他执法决定": "0 件", "抽查（检查）结果": "0 件",
        "按期公开": "0 件，共 0 件 示例 3 件，共 4 件", "更正": "0 件 示例 1 件", "撤下": "0 件 示例 1 件",
    }
    assert "penalties/2026/index.html" in links(column, "index.html", ".figures a")
    assert len(column.page("penalties/2026/index.html").select("tbody tr")) == 4


def test_home_of_a_year_without_cases_says_nought(tmp_path: Path) -> None:
    page = render(admitted(body()), tmp_path).page("index.html")
    assert [row.dd.strong.text for row in page.select(".figures > div")] == ["0"] * 5
    assert "目前没有已公开的决定和结果" in page.get_text()


def test_home_says_where_else_the_column_is_published(tmp_path: Path) -> None:
    without = render(admitted(), tmp_path / "a").page("index.html").select_one(".elsewhere")
    assert "政务服务网：链接尚未核定，没有设置。" in without.get_text()
    settings = replace(SETTINGS, service_site=Link("山西政务服务网", "https://zwfw.example/"), site_address="https://a.example/")
    page = render(admitted(body(), decision(1), settings=settings), tmp_path / "b").page("index.html")
    assert page.select_one(".elsewhere").find("a", href="https://zwfw.example/")
    assert [link.text for link in page.select(".elsewhere a")][1:] == ["Atom", "JSON Feed"]


def test_home_offers_the_search_where_there_is_one(site: Column) -> None:
    form = site.page("index.html").select_one("form[role=search]")
    assert (form["action"], form["method"], form.input["name"]) == ("search/index.html", "get", "q")
    assert form.label["for"] == form.input["id"]


def test_news_are_decisions_acts_and_lists(tmp_path: Path) -> None:
    editions = roster(1, "2019-01-01", officer("p01", "示例甲", "SL-1"))
    column = render(admitted(body(), law(), editions, decision(1), decision(2)), tmp_path)
    page = column.page("index.html")
    sections = {h2["id"]: [a["href"] for a in h2.find_parent("section").select(".news a")] for h2 in page.select("h2[id]")}
    assert sections["latest"] == ["penalties/shili-2025-002/index.html", "penalties/shili-2025-001/index.html"]
    assert sections["lists"][0] == "laws/statistics-law/index.html"
    assert "示例甲" not in page.get_text()


# -- supervision and site map --------------------------------------------------------------------------------------


def test_supervision_says_to_whom_and_within_what_time(tmp_path: Path) -> None:
    own = {"事项": "行政复议", "名称": "申请行政复议的期限", "起算": "送达日期", "期限": "60", "单位": "日", "依据": "第二十条"}
    limit = without(DEADLINE, "完成") | own
    tables = (table("deadlines", limit), table("withdrawal-deadlines", DEMAND))
    page = render(admitted(body(**CONTACTS), *tables, settings=SETTINGS), tmp_path).page("supervision/index.html")
    facts = {row.dt.text: row.dd.text for row in page.select("section[aria-labelledby=body1] .facts > div")}
    assert (facts["地址"], facts["监督电话"], facts["电子邮箱"]) == ("示例路1号", "12345", "未标注")
    assert [row.th.text for row in page.select("#ways1 ~ table tbody tr")] == ["行政复议", "投诉举报"]
    assert [cell.text for cell in page.select("#limits ~ table tbody tr > *")] == ["申请行政复议的期限", "60日", "送达日期", "第二十条"]
    assert [cell.text for cell in page.select("#mistakes ~ table tbody tr > *")] == ["撤销", "3个工作日", "第四十八条"]


def test_supervision_names_the_columns_own_body_first(site: Column) -> None:
    titles = [h2.text for h2 in site.page("supervision/index.html").select("h2")]
    assert titles[:4] == [f"{name}（示例）：{what}" for name in ("示例市统计局", "示例县统计局") for what in ("向谁提出", "怎样联系")]


def test_supervision_shows_nothing_of_a_withdrawn_body(tmp_path: Path) -> None:
    gone = withdrawal("bodies/shili-tjj@1", "shili-2026-001")
    text = render(admitted(body(**CONTACTS), gone), tmp_path).page("supervision/index.html").get_text()
    assert not [word for word in ("示例路1号", "12345", "示例县人民政府") if word in text]


def test_supervision_links_the_pages_that_explain(tmp_path: Path) -> None:
    page = PageSource("pages/objections.md", "objections", "Title: 权利\n\n正文", 1)
    reading = Reading("content", (), (page,), ())
    column = render(admit(Register(reading, Settings()), AS_OF, (), 0), tmp_path)
    assert "../pages/objections/index.html" in links(column, "supervision/index.html", "#rights ~ div a")


def test_the_site_map_names_every_list_and_page(site: Column) -> None:
    found = set(links(site, "site-map/index.html", "main section a"))
    kinds = {f"../{path}" for path in site.plan.paths if path.count("/") == 1 and path.endswith("/index.html")}
    assert kinds - found <= {"../site-map/index.html", "../verify/index.html", "../officers/index.html"}


@pytest.mark.parametrize("samples", [True, False])
def test_supervision_and_map_lead_nowhere_else(samples: bool, tmp_path: Path) -> None:
    settings = replace(toy.SETTINGS, include_samples=samples)
    column = render(check_toy(settings=settings), tmp_path, toy.CONTENT)
    for path in ("supervision/index.html", "site-map/index.html", "index.html"):
        for href in links(column, path, "main a"):
            if not href.startswith(("http", "#")):
                target = (Path(path).parent / href.partition("#")[0]).as_posix()
                resolved = str(Path("/" + target).resolve().relative_to("/"))
                assert resolved in column.plan.paths, (path, href)


def test_a_record_of_another_year_is_not_this_years(tmp_path: Path) -> None:
    old = record("complaints/2025/2025-001.yaml", {
        "机关": "bodies/shili-tjj", "登记日期": "2025-03-10", "方式": "电话", "事项类别": "其他", "概要": "概要", "办理结果": "查无实据",
        "公开日期": "2025-04-01", "示例": "是",
    })
    page = render(admitted(body(), old), tmp_path).page("index.html")
    assert "complaints/2025-001/index.html" in [link["href"] for link in page.select(".news a")]
    assert {row.dd.strong.text for row in page.select(".figures > div")} == {"0"}
