"""Things that the eye meets: what is offered without a script, what forced colours leave, what a telephone shows of tables and drawings."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.sample import Page
from tests.browser.verdict import none_of
from tests.browser.views import PHONE, View, tab

pytestmark = pytest.mark.browser

PLAIN = View("no-script", script=False)
#: The middle of what a step says, and the edge of what is seen of its drawing.
_STEP = """(start) => [start.querySelector('tspan').getBoundingClientRect().right,
  start.closest('.drawing').getBoundingClientRect().right]"""
_BLANK = "() => [].slice.call(document.querySelectorAll('.cards .blank')).filter(function (e) { return e.offsetWidth; }).length"
_EDGE = "(link) => getComputedStyle(link).borderBottomColor"


def test_without_a_script_one_size_of_type_is_offered(address: str, browser: Browser) -> None:
    with tab(browser, PLAIN) as (page, _seen):
        page.goto(address)
        ways = page.locator("#tools a:visible")
        expect(ways).to_have_text(["大字版"])
        ways.click()
        expect(ways).to_have_text(["标准字号"])


def test_forced_colours_still_tell_the_section(address: str, browser: Browser) -> None:
    with tab(browser, View("forced", 1280)) as (page, _seen):
        page.emulate_media(forced_colors="active")
        page.goto(address + "after/index.html")
        here, others = page.locator(".sections a[aria-current]"), page.locator(".sections a:not([aria-current])")
        edges = {others.nth(at).evaluate(_EDGE) for at in range(others.count())}
        assert len(edges) == 1 and here.evaluate(_EDGE) not in edges


def test_cards_leave_out_empty_cells(pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    with tab(browser, PHONE) as (page, _seen):
        for one in pages:
            page.goto(address + one.address)
            if page.evaluate(_BLANK):
                found.append(one.path)
    none_of(found)


def test_a_drawing_shows_its_first_step_without_a_script(address: str, browser: Browser) -> None:
    with tab(browser, PLAIN) as (page, _seen):
        page.goto(address + "flowcharts/index.html")
        charts = page.locator("main tbody th a")
        ways = [charts.nth(at).get_attribute("href") or "" for at in range(charts.count())]
        assert len(ways) > 3
        for way in ways:
            page.goto(f"{address}flowcharts/{way}")
            words, edge = page.locator(".flowchart .start + text").first.evaluate(_STEP)
            assert words <= edge, way


def test_a_filter_on_one_page_of_several_says_so(address: str, browser: Browser) -> None:
    def parted(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", '<nav aria-label="翻页"></nav></main>'))

    with tab(browser, PHONE) as (page, _seen):
        page.route("**/topics/parties/index.html", parted)
        page.goto(address + "topics/parties/index.html")
        page.get_by_label("在本页筛选").fill("没有这样的东西")
        said = page.locator(".filter [role=status]")
        expect(said).to_have_text("本页没有符合条件的。其他页上的，翻页以后再筛选，或者用“检索”查找。")
        page.get_by_label("在本页筛选").fill("有限公司")
        expect(said).to_contain_text("本页显示")
