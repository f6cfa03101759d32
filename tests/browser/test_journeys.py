"""People on an errand: find a decision and how to object, see why one was withdrawn, check an officer; with a script and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sample import Sample
from tests.browser.views import PATIENCE, View, tab

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE)

#: A decision of the sample content, as an outsider knows it, and what he wants to learn.
NUMBER, CODE, PARTY = "示统罚决字〔2024〕2号", "91999999MA1L00112A", "示例中原物流有限公司"
FINE, OBJECT = "15,000 元", "不服怎么办"
#: A party with more than one record, and a decision that is no longer shown.
TWICE, WITHDRAWN = "示例恒通钢构有限公司", "示统罚决字〔2024〕4号"
OFFICER, NAME = "SL-TJ-0001", "示例甲"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """Somebody with a phone, at the front page."""
    with tab(browser, View("reader")) as (page, seen):
        page.goto(address)
        yield page
        assert seen.complaints == []


@pytest.fixture
def plain_reader(browser: Browser, address: str) -> Iterator[Page]:
    """The same, whose browser runs no script."""
    with tab(browser, View("plain reader", script=False)) as (page, _seen):
        page.goto(address)
        yield page


def follow(page: Page, *links: str | re.Pattern[str]) -> None:
    """Click links of the page's text by what they say, one page after the other."""
    for link in links:
        page.locator("main").get_by_role("link", name=link).first.click()


def assert_is_the_decision(page: Page) -> None:
    """The page answers: which decision, which fine, how to object."""
    expect(page.locator("main h1")).to_have_text(NUMBER)
    expect(page.locator(".summary")).to_contain_text(FINE)
    follow(page, OBJECT)
    remedies = page.get_by_role("table", name=re.compile("途径"))
    expect(remedies).to_contain_text("行政复议")
    expect(remedies).to_contain_text(re.compile(r"\d{4}年\d+月\d+日"))


@pytest.mark.parametrize("typed", ["示统罚决字[2024]2号", "示统罚决字（２０２４）２号", CODE, CODE.lower(), PARTY])
def test_find_a_decision_from_the_front_page(typed: str, reader: Page) -> None:
    reader.get_by_role("searchbox").fill(typed)
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status").first).to_contain_text("找到")
    results = reader.locator("#results")
    results.get_by_role("link", name=NUMBER, exact=True).click()
    assert_is_the_decision(reader)


def test_a_query_without_results_says_what_to_do(reader: Page, address: str) -> None:
    reader.goto(address + "search/index.html?q=没有这样的东西")
    expect(reader.get_by_role("status").first).to_contain_text("没有找到。可以")


def test_find_a_decision_by_words_of_its_text(reader: Page, address: str) -> None:
    reader.goto(address + "search/index.html")
    reader.get_by_role("searchbox").fill("“应付职工薪酬”")
    reader.keyboard.press("Enter")
    expect(reader.locator("#fulltext-count")).to_contain_text("个页面的全文中有这些字")
    expect(reader.locator("#fulltext-results mark").first).to_have_text("应付职工薪酬")
    reader.locator("#fulltext-results").get_by_role("link").first.click()
    expect(reader.locator("main")).to_contain_text("应付职工薪酬")


def test_filter_a_list(reader: Page, address: str) -> None:
    reader.goto(address + "topics/parties/index.html")
    rows = reader.locator("table.cards tbody tr:visible")
    everything = rows.count()
    box = reader.get_by_label("在下面筛选")
    box.press_sequentially("有限公司")
    expect(reader.get_by_role("status").first).to_contain_text("显示")
    assert 0 < rows.count() < everything
    box.fill("没有这样的东西")
    expect(reader.get_by_role("status").first).to_have_text("没有符合条件的")
    box.fill("")
    assert rows.count() == everything
    reader.get_by_label("类别").select_option("个体工商户")
    expect(reader.get_by_role("status").first).to_have_text(f"显示 1 项，共 {everything} 项")


def test_read_why_a_decision_was_withdrawn(reader: Page) -> None:
    reader.get_by_role("searchbox").fill(WITHDRAWN)
    reader.keyboard.press("Enter")
    reader.locator("#results li.struck").get_by_role("link").first.click()
    assert_tells_of_the_withdrawal(reader)


def test_check_an_officer(reader: Page) -> None:
    follow(reader, "事前公开", "亮证查验")
    box = reader.get_by_label("证件号码")
    box.fill(OFFICER.lower())
    verdict = reader.locator("#verdict")
    expect(verdict).to_contain_text(f"证件 {OFFICER} 在有效名单上。")
    expect(verdict).to_contain_text(NAME)
    box.fill("SL-TJ-9999")
    expect(verdict).to_contain_text("有效名单上没有")
    box.fill(OFFICER)
    verdict.get_by_role("link").click()
    expect(reader.locator("main h1")).to_contain_text(NAME)


def test_large_type_stays_until_it_is_put_back(reader: Page) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = reader.evaluate(size)
    reader.get_by_role("button", name="大字版").click()
    follow(reader, "事后公开")
    assert reader.evaluate(size) > 1.3 * before
    reader.get_by_role("button", name="标准字号").click()
    follow(reader, "行政处罚决定")
    assert reader.evaluate(size) == before


def test_a_decision_is_read_in_plain_type(reader: Page, address: str) -> None:
    style = "getComputedStyle(document.querySelector('.sheet p')).fontFamily"
    reader.goto(address + "penalties/shili-2024-002/index.html")
    assert "FangSong" in reader.evaluate(style)
    reader.get_by_role("button", name="正文用黑体").click()
    reader.reload()
    assert "FangSong" not in reader.evaluate(style)
    reader.get_by_role("button", name="正文用仿宋").click()
    assert "FangSong" in reader.evaluate(style)


def test_how_to_object_stands_near_the_fine(reader: Page, address: str) -> None:
    reader.goto(address + "penalties/shili-2024-002/index.html")
    fine, remedies = (reader.locator(place).bounding_box()["y"] for place in (".summary dt:text('罚款金额')", "#remedies"))
    assert 0 < remedies - fine < 2.5 * reader.viewport_size["height"]


def test_a_wide_drawing_opens_where_it_begins(reader: Page, address: str, sample: Sample) -> None:
    charts = [page for page in sample.pages if page.folder == "flowcharts" and page.surface == "editions"]
    hidden = []
    for page in charts:
        reader.goto(address + page.address)
        box, start = (reader.locator(place).bounding_box() for place in (".drawing", ".flowchart .start"))
        if start["x"] < box["x"] - 1 or start["x"] + start["width"] > box["x"] + box["width"] + 1:
            hidden.append(page.path)
    assert charts and hidden == []


def test_the_button_prints(reader: Page) -> None:
    reader.evaluate("window.print = function () { document.title = 'printing'; }")
    reader.get_by_role("button", name="打印本页").click()
    assert reader.title() == "printing"


def test_an_unknown_address_offers_a_search(reader: Page, address: str) -> None:
    assert reader.goto(address + "404.html").status == 200
    reader.get_by_role("searchbox").fill(NUMBER)
    reader.keyboard.press("Enter")
    expect(reader.locator("#results").get_by_role("link", name=NUMBER, exact=True)).to_be_visible()


def test_find_a_decision_without_a_script(plain_reader: Page) -> None:
    follow(plain_reader, re.compile("^行政处罚决定"), re.compile("^2024年"), NUMBER)
    assert_is_the_decision(plain_reader)


def test_find_a_decision_by_its_party_without_a_script(plain_reader: Page, address: str) -> None:
    plain_reader.goto(address + "search/index.html")
    expect(plain_reader.locator("main")).to_contain_text("没有脚本时，请从下面的目录查找")
    expect(plain_reader.get_by_role("searchbox")).not_to_be_visible()
    follow(plain_reader, "按当事人查找", TWICE, re.compile("罚决字"))
    expect(plain_reader.locator(".summary")).to_contain_text(TWICE)


def test_narrow_a_list_without_a_script(plain_reader: Page, address: str) -> None:
    plain_reader.goto(address + "search/index.html")
    follow(plain_reader, "按违法行为查找", re.compile("提供不真实"))
    expect(plain_reader.locator("main")).to_contain_text(NUMBER)


@pytest.mark.parametrize(("topic", "value"), [("按处罚种类查找", "罚款"), ("按机关查找", "示例县统计局")])
def test_narrow_the_list_of_decisions_without_a_script(topic: str, value: str, plain_reader: Page) -> None:
    follow(plain_reader, re.compile("^行政处罚决定"), topic, value)
    expect(plain_reader.locator("main .news").get_by_role("link", name=NUMBER, exact=True)).to_be_visible()


def test_find_what_was_withdrawn_by_its_standing_without_a_script(plain_reader: Page) -> None:
    follow(plain_reader, re.compile("^行政处罚决定"), "按状态查找", "已撤下", WITHDRAWN)
    assert_tells_of_the_withdrawal(plain_reader)


def test_read_why_a_decision_was_withdrawn_without_a_script(plain_reader: Page) -> None:
    follow(plain_reader, re.compile("^更正与撤下"), f"撤下：{WITHDRAWN}")
    follow(plain_reader, WITHDRAWN)
    assert_tells_of_the_withdrawal(plain_reader)


def assert_tells_of_the_withdrawal(page: Page) -> None:
    """The tombstone: when, why, on what ground; no party, no fine, no text."""
    expect(page.locator("main h1")).to_have_text(WITHDRAWN)
    expect(page).to_have_title(re.compile("已撤下"))
    notice = page.locator(".notice.withdrawn")
    expect(notice).to_contain_text(re.compile(r"已于\d{4}年\d+月\d+日撤下"))
    for told in ("理由", "事由", "依据"):
        expect(notice).to_contain_text(told)
    for gone in ("当事人", "罚款金额", "决定书全文"):
        expect(page.locator("main dt, main h2").filter(has_text=gone)).to_have_count(0)


def test_check_an_officer_without_a_script(plain_reader: Page) -> None:
    follow(plain_reader, "事前公开", "亮证查验", OFFICER)
    expect(plain_reader.locator("main h1")).to_contain_text(NAME)
    expect(plain_reader.locator("main")).to_contain_text("证件在有效期内")


def test_large_type_without_a_script(plain_reader: Page) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    before = plain_reader.evaluate(size)
    plain_reader.get_by_role("link", name="大字版").click()
    assert plain_reader.evaluate(size) > 1.3 * before
    plain_reader.get_by_role("link", name="标准字号").click()
    assert plain_reader.evaluate(size) == before
