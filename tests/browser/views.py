"""Ways to look at a page: how wide, in which mode. A look is one browser tab that has noted everything the page asked for and said."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright, Request


@dataclass(frozen=True, slots=True)
class View:
    """One way to look: the window in CSS pixels, dark colours, large type, script, less motion, dots to a pixel."""

    name: str
    width: int = 360
    height: int = 800
    dark: bool = False
    large: bool = False
    script: bool = True
    still: bool = False
    scale: int = 1


PHONE = View("phone")
#: Milliseconds until something that should happen at once is missed: longer than a busy machine may take.
PATIENCE = 30_000
VIEWS = (PHONE, View("tablet", 768), View("desk", 1280), View("large", large=True), View("dark", dark=True))


@dataclass(slots=True)
class Seen:
    """What a page did while it was looked at: the addresses it asked for with their answers, and its complaints."""

    answers: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


def start(playwright: Playwright) -> Browser:
    """Debian's Chromium, without a window. It may ask nobody but this machine."""
    program = shutil.which("chromium")
    assert program is not None, "make tools installs chromium"
    quiet = ["--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return playwright.chromium.launch(executable_path=program, args=quiet)


def _note_failure(request: Request, seen: Seen) -> None:
    """Whoever leaves a page breaks off what it still loads."""
    if request.failure != "net::ERR_ABORTED":
        seen.complaints.append(f"{request.url}: {request.failure}")


@contextmanager
def tab(browser: Browser, view: View) -> Iterator[tuple[Page, Seen]]:
    """A tab of its own, with empty storage, that notes what goes on in it."""
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        device_scale_factor=view.scale,
        color_scheme="dark" if view.dark else "light",
        reduced_motion="reduce" if view.still else "no-preference",
        java_script_enabled=view.script,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(PATIENCE)
    if view.large:
        context.add_init_script("if (location.protocol === 'http:') { localStorage.disclosureLarge = 'on'; }")
    page, seen = context.new_page(), Seen()
    page.on("response", lambda answer: seen.answers.update({answer.url: answer.status}))
    page.on("requestfailed", lambda request: _note_failure(request, seen))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("console", lambda said: said.type in ("error", "warning") and seen.complaints.append(said.text))
    try:
        yield page, seen
    finally:
        context.close()
