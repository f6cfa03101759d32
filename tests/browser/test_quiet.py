"""What a page asks for and complains of: a strict content policy refuses nothing, nothing comes from elsewhere, all is small."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.sample import Page, Sample
from tests.browser.server import POLICY, SEARCH_POLICY
from tests.browser.verdict import none_of
from tests.browser.views import PHONE, View, tab

pytestmark = pytest.mark.browser

#: Bytes of a page as it is served: lists may be longer, they save visitors the paging.
LIST, OTHER = 150_000, 60_000
LISTS = {
    *("documents", "kinds", "editions", "history", "officers", "officer_lookup", "stages"),
    *("articles", "parties", "conduct", "sanctions", "agencies", "standings"),
}
FURTHER_FILES = 4
#: The full-text index loads its own parts, where it was made.
INDEX = "pagefind/"


def test_pages_are_quiet_small_and_self_contained(pages: tuple[Page, ...], address: str, browser: Browser) -> None:
    found = []
    with tab(browser, PHONE) as (page, seen):
        for one in pages:
            seen.answers.clear()
            seen.complaints.clear()
            page.goto(address + one.address, wait_until="networkidle" if one.folder == "search" else "load")
            further = {url: status for url, status in seen.answers.items() if url != address + one.address}
            found += [f"{one.path}: {complaint}" for complaint in seen.complaints]
            found += [f"{one.path}: {url} is from elsewhere" for url in further if not url.startswith(address)]
            found += [f"{one.path}: {url} is answered {status}" for url, status in further.items() if status not in (200, 304)]
            own = [url for url in further if not url.startswith(address + INDEX)]
            if len(own) > FURTHER_FILES:
                found.append(f"{one.path}: {len(own)} further files")
    none_of(found)


def test_pages_are_light(sample: Sample) -> None:
    heavy = []
    for page in sample.pages:
        limit = LIST if page.surface in LISTS else OTHER
        if sample.size(page.path) > limit:
            heavy.append(f"{page.path}: {sample.size(page.path)} bytes, {limit} allowed")
    none_of(heavy)


def test_the_policy_is_strict() -> None:
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY
    assert POLICY.startswith("default-src 'none'; script-src 'self';")
    assert SEARCH_POLICY.replace(" 'wasm-unsafe-eval'", "") == POLICY


def test_the_server_holds_pages_to_the_policy(address: str, browser: Browser) -> None:
    with tab(browser, View("any")) as (page, seen):
        page.goto(address)
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\"><img src=\"http://127.0.0.1:9/a.png\">')")
        page.evaluate("var s = document.createElement('script'); s.text = 'document.title = \"ran\"'; document.body.append(s)")
        page.wait_for_timeout(200)
        assert page.title() != "ran"
    for directive in ("style-src", "img-src", "script-src"):
        assert any(directive in complaint for complaint in seen.complaints), directive
