"""Can everybody use it? axe-core looks at every sort of page, on a phone, wider, in large type and in the dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.sample import Page
from tests.browser.verdict import none_of
from tests.browser.views import VIEWS, View, tab

pytestmark = pytest.mark.browser

#: The pages are shared out, so that several workers can judge in one view.
SHARES = 3


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_axe_finds_nothing(
    view: View, share: int, pages: tuple[Page, ...], address: str, browser: Browser, axe: str
) -> None:
    found = []
    with tab(browser, view) as (page, _seen):
        for one in pages[share::SHARES]:
            page.goto(address + one.address)
            assert page.evaluate("document.documentElement.classList.contains('large')") == view.large
            page.evaluate(axe + "; undefined")
            for violation in page.evaluate("axe.run().then(result => result.violations)"):
                found += [f"{one.path}: {violation['help']} {node['html'][:120]}" for node in violation["nodes"]]
    none_of(found)


def test_axe_sees_and_says_it_in_chinese(browser: Browser, axe: str) -> None:
    with tab(browser, VIEWS[0]) as (page, _seen):
        page.set_content('<title>页</title><main><h1>题</h1><input><p style="color:#aaa">看不清</p></main>')
        page.evaluate(axe + "; undefined")
        violations = page.evaluate("axe.run().then(result => result.violations)")
    assert {"html-has-lang", "label", "color-contrast"} <= {violation["id"] for violation in violations}
    assert all(re.search("[\u4e00-\u9fff]", violation["help"]) for violation in violations)
