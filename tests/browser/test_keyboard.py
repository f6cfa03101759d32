"""Everything with the keyboard alone: Tab reaches every control in the order of reading, one sees where one is, and one can skip."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.sample import Page
from tests.browser.verdict import none_of
from tests.browser.views import View, tab

pytestmark = pytest.mark.browser

#: Numbers the controls that can be seen in their order in the page, and counts them. Of radio buttons Tab reaches one a group.
_NUMBER = """() => {
  var groups = {}, number = 0;
  Array.prototype.forEach.call(
    document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'), function (e) {
      if (e.disabled || e.tabIndex < 0 || e.type === 'hidden') return;
      if (!e.checkVisibility({visibilityProperty: true})) return;
      if (e.type === 'radio' && (groups[e.name] || (document.querySelector('[name="' + e.name + '"]:checked') || e) !== e)) return;
      if (e.type === 'radio') groups[e.name] = true;
      e.setAttribute('data-number', number++);
    });
  return number;
}"""
#: Where the focus is, and what is wrong with how it shows: no ring, or out of sight.
_FOCUS = """() => {
  var e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
  var ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none';
  var seen = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  var number = e.getAttribute('data-number');
  return [number === null ? -1 : +number, ring ? seen ? '' : 'out of sight' : 'no ring', e.outerHTML.slice(0, 100)];
}"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_tab_reaches_every_control_in_order(script: bool, pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    surfaces = {page.surface: page for page in reversed(pages)} | {page.folder: page for page in pages if page.surface == "records"}
    with tab(browser, View("keys", 1280, script=script)) as (page, _seen):
        for one in surfaces.values():
            page.goto(address + one.address)
            for expected in range(min(page.evaluate(_NUMBER), 80)):
                page.keyboard.press("Tab")
                number, fault, element = page.evaluate(_FOCUS)
                if number != expected:
                    found.append(f"{one.path}: control {expected} expected, reached {element}")
                    break
                if fault:
                    found.append(f"{one.path}: {fault}: {element}")
    none_of(found)


def test_the_first_tab_offers_to_skip_to_the_text(pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    with tab(browser, View("keys", 360)) as (page, _seen):
        for one in pages:
            page.goto(address + one.address)
            page.keyboard.press("Tab")
            _number, fault, element = page.evaluate(_FOCUS)
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            inside = page.evaluate("document.activeElement.closest('main, footer') !== null || !document.querySelector('main a')")
            if fault or 'href="#main"' not in element or not page.url.endswith("#main") or not inside:
                found.append(f"{one.path}: {fault} {element} {page.url}")
    none_of(found)


def test_a_control_out_of_order_or_without_a_ring_is_seen(browser: Browser) -> None:
    with tab(browser, View("keys")) as (page, _seen):
        page.set_content('<a href="#a">一</a><a href="#b" tabindex="1">二</a>')
        assert page.evaluate(_NUMBER) == 2
        page.keyboard.press("Tab")
        assert page.evaluate(_FOCUS)[0] == 1
        page.set_content('<style>a:focus { outline: none }</style><a href="#a">一</a>')
        page.evaluate(_NUMBER)
        page.keyboard.press("Tab")
        assert page.evaluate(_FOCUS)[:2] == [0, "no ring"]
