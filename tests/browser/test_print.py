"""On paper: a printed decision holds its whole text, and tells what it is, where it stands and whose it is."""

from __future__ import annotations

import re
import unicodedata

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.browser.sample import Page, Sample
from tests.browser.views import View, tab

pytestmark = pytest.mark.browser


def folded(text: str) -> str:
    """Characters alone: a PDF breaks lines where it likes, and may use look-alikes from the blocks of radicals."""
    return re.sub(r"\s+|[\ufffe\u00ad]", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, address: str, browser: Browser, *, script: bool) -> str:
    """The text of a page's print; each sheet bears its number, which is taken away."""
    with tab(browser, View("print", 1280, script=script)) as (opened, _seen):
        opened.goto(address + page.address)
        file = pypdfium2.PdfDocument(opened.pdf(format="A4", print_background=False))
    try:
        sheets = [folded(sheet.get_textpage().get_text_bounded()) for sheet in file]
        numbers = [f"—{number}—" for number in range(1, len(sheets) + 1)]
        assert all(sheet.startswith(number) for sheet, number in zip(sheets, numbers, strict=True))
        return "".join(sheet.removeprefix(number) for sheet, number in zip(sheets, numbers, strict=True))
    finally:
        file.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("standing", ["current", "corrected", "withdrawn"])
def test_a_print_of_a_decision_holds_its_text(
    standing: str, script: bool, sample: Sample, address: str, browser: Browser
) -> None:
    page = next(
        page for page in sample.examples() if (page.surface, page.folder, page.standing) == ("records", "penalties", standing)
    )
    main = BeautifulSoup(sample.text(page.path), "lxml").main
    paper = printed(page, address, browser, script=script)
    assert folded(main.h1.get_text()) in paper
    text = main.select(".sheet p, .sheet h2, .sheet h3, .notice p, .notice li")
    assert len(text) > (0 if standing == "withdrawn" else 5)
    assert [part.get_text() for part in text if folded(part.get_text()) not in paper] == []
    assert "跳到正文" not in paper
