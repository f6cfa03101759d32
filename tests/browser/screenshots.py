"""Photographs ten pages of the sample site, on a phone and on a desk, into ``docs/screenshots/``: ``make screenshots``."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.sample import ROOT, build_sample
from tests.browser.server import served
from tests.browser.views import View, start, tab

FOLDER = ROOT / "docs/screenshots"
VIEWS = (View("phone", 390, 844, scale=2), View("desk", 1280, 960))
#: Name of the picture → address.
PAGES = {
    "home": "index.html",
    "after": "after/index.html",
    "penalties": "penalties/index.html",
    "decision": "penalties/shili-2026-001/index.html",
    "corrected": "penalties/shili-2024-002/index.html",
    "withdrawn": "penalties/shili-2025-005/index.html",
    "acts": "acts/index.html",
    "search": "search/index.html?q=示统罚决字[2025]",
    "officers": "officers/index.html?no=SL-TJ-0001",
    "statistics": "statistics/index.html#shili-tjj_total",
}
#: Bytes of one picture: a clone should stay small.
LIMIT = 150_000
_COLOURS = 64


def _picture(page: Page) -> bytes:
    """What the window shows, in few colours."""
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    image.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def main() -> None:
    """Take all pictures anew, and leave no old one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build_sample(Path(folder) / "site")
        browser = start(playwright)
        with served(Path(folder) / "site") as address:
            for view in VIEWS:
                with tab(browser, view) as (page, _seen):
                    for name, where in PAGES.items():
                        page.goto(address + where, wait_until="networkidle")
                        (FOLDER / f"{name}-{view.name}.png").write_bytes(_picture(page))
        browser.close()
    taken = sorted(FOLDER.glob("*.png"))
    print(f"已拍 {len(taken)} 张，共 {sum(file.stat().st_size for file in taken) // 1000} KB，存在 docs/screenshots/")


if __name__ == "__main__":
    main()
