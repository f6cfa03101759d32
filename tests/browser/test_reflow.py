"""Narrow windows, large type, no motion, an old browser: the page bends and nothing is lost."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.sample import Page, Sample
from tests.browser.verdict import none_of
from tests.browser.views import View, tab

pytestmark = pytest.mark.browser

WIDTHS = (View("320", 320), View("360", 360), View("360-large", 360, large=True), View("768", 768), View("1280", 1280))
#: What stands out to the right of the window, but for what scrolls in a box of its own.
_WIDE = """() => {
  var width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return '';
  var inside = function (e) { for (e = e.parentElement; e; e = e.parentElement)
    if (getComputedStyle(e).overflowX !== 'visible') return true; };
  var wide = Array.prototype.filter.call(document.querySelectorAll('body *'), function (e) {
    return e.getBoundingClientRect().right > width + 1 && !inside(e); });
  return document.documentElement.scrollWidth + ' px: ' + wide.slice(-2).map(function (e) { return e.outerHTML.slice(0, 100); }).join(' ');
}"""
_MOVING = """() => Array.prototype.filter.call(document.querySelectorAll('*'), function (e) {
  var s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > 0.01 || s.animationName !== 'none' || s.scrollBehavior === 'smooth';
}).map(function (e) { return e.outerHTML.slice(0, 80); }).slice(0, 3)"""


@pytest.mark.parametrize("view", WIDTHS, ids=lambda view: view.name)
def test_nothing_makes_the_page_scroll_sideways(view: View, pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    with tab(browser, view) as (page, _seen):
        for one in pages:
            page.goto(address + one.address)
            wide = page.evaluate(_WIDE)
            if wide:
                found.append(f"{one.path}: {wide}")
    none_of(found)


def test_what_stands_out_is_seen(browser: Browser) -> None:
    with tab(browser, WIDTHS[0]) as (page, _seen):
        page.set_content('<p style="overflow-x: auto"><span style="white-space: nowrap">' + "长" * 99)
        assert page.evaluate(_WIDE) == ""
        page.set_content('<p><span style="white-space: nowrap">' + "长" * 99)
        assert "<span" in page.evaluate(_WIDE)


def test_nothing_moves_for_those_who_asked_for_less(pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    with tab(browser, View("still", still=True)) as (page, _seen):
        for one in pages:
            page.goto(address + one.address)
            found += [f"{one.path}: {element}" for element in page.evaluate(_MOVING)]
    none_of(found)


#: What a browser of 2015 does not know (Internet Explorer 11, Android 4): it drops the declaration and keeps the rest of the rule.
_NEW_VALUE = re.compile(r"var\(|env\(|\b(?:min|max|clamp)\(|:\s*(?:inline-)?(?:grid|flex)\b|\b(?:grid|gap|inset|clip-path|flex)[\w-]*\s*:")
_AT_RULE = re.compile(r"@(?:supports|layer|container)\b|@media[^{]*prefers-")


def as_an_old_browser_reads(css: str) -> str:
    """A style sheet without the blocks and declarations that such a browser skips."""
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    kept, at = "", 0
    for start in (match.start() for match in _AT_RULE.finditer(plain)):
        if start >= at:
            kept += plain[at:start]
            at = _end_of_block(plain, plain.index("{", start))
    plain = kept + plain[at:]
    return re.sub(r"[^;{}]+(?=[;}])", lambda found: "" if _NEW_VALUE.search(found[0]) else found[0], plain)


def _end_of_block(css: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(css)):
        depth += {"{": 1, "}": -1}.get(css[at], 0)
        if depth == 0:
            return at + 1
    return len(css)


def test_what_an_old_browser_keeps() -> None:
    css = "a { color: red; color: var(--ink); gap: 1em } @supports (display: grid) { b { c: d } } e { f: g }"
    assert as_an_old_browser_reads(css).replace(" ", "") == "a{color:red;;}e{f:g}"


def test_an_old_browser_shows_everything(pages: tuple[Page, ...], address: str, browser: Browser, axe: str) -> None:
    found, sheets = [], []

    def older(route: Route) -> None:
        answer = route.fetch()
        sheets.append(answer.url)
        route.fulfill(response=answer, body=as_an_old_browser_reads(answer.text()))

    with tab(browser, View("old", 1024, script=True)) as (page, _seen):
        page.route("**/*.css", older)
        for one in pages:
            page.goto(address + one.address)
            wide = page.evaluate(_WIDE)
            found += [f"{one.path}: {wide}"] if wide else []
            page.evaluate(axe + "; undefined")
            for violation in page.evaluate("axe.run({runOnly: ['color-contrast']}).then(result => result.violations)"):
                found += [f"{one.path}: {violation['help']} {node['html'][:100]}" for node in violation["nodes"]]
    assert len(sheets) >= len(pages)
    none_of(found)


def test_every_custom_property_has_a_plain_value_before_it(sample: Sample) -> None:
    found = []
    for sheet in sample.files("*.css"):
        for block in re.findall(r"\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)):
            said: set[str] = set()
            for declaration in filter(None, map(str.strip, block.split(";"))):
                name = declaration.partition(":")[0].strip()
                if "var(" in declaration and name not in said and not name.startswith("--"):
                    found.append(f"{sheet.name}: {declaration}")
                said.add(name)
    none_of(found)
