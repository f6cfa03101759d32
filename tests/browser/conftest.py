"""The sample site, built once and shared by all workers, served under a sub-path, and a browser to open it with."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.sample import ROOT, Page, Sample, build_sample, sample_at
from tests.browser.server import served
from tests.browser.views import start


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sample:
    """The sample site. The first worker that asks builds it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "sample.done").exists():
            build_sample(shared / "sample")
            (shared / "sample.done").touch()
    return sample_at(shared / "sample")


@pytest.fixture(scope="session")
def pages(sample: Sample, request: pytest.FixtureRequest) -> tuple[Page, ...]:
    """The pages to judge: an example of each sort, or all of them under ``--every-page``."""
    return sample.pages if request.config.getoption("--every-page") else sample.examples()


@pytest.fixture(scope="session")
def address(sample: Sample) -> Iterator[str]:
    """Where the site is served."""
    with served(sample.root) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for each worker."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core as a script to be run in a page; it speaks Chinese."""
    folder = ROOT / "node_modules/axe-core"
    locale = json.loads((folder / "locales/zh_CN.json").read_text("utf-8"))
    return (folder / "axe.min.js").read_text("utf-8") + f"\naxe.configure({{locale: {json.dumps(locale)}}});"
