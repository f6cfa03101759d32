"""The toy register's site, file by file, as it was last read and found good: ``make golden`` rewrites it, ``git diff`` shows the change."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import rcssmin

from generator.plugin.build import build
from tests import toy
from tests.build.project import ROOT
from tests.conftest import Golden

SITE = ROOT / "tests" / "golden" / "site"
#: Masked in the goldens: else each change of the style sheet would change every page.
DIGEST = re.compile(r"style-[0-9a-f]{12}\.css")

_CONF = """\
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
THEME = {theme!r}
DISCLOSURE_SITE_NAME = {s.site_name!r}
DISCLOSURE_OWNER = {s.owner!r}
DISCLOSURE_MAIN_BODY = {s.main_body!r}
DISCLOSURE_SITE_ADDRESS = "https://toy.example/zfgs/"
DISCLOSURE_SERVICE_SITE = ("政务服务网", "https://zwfw.example/")
DISCLOSURE_PORTAL = None
DISCLOSURE_FOOTER = [("主办单位", {s.owner!r})]
DISCLOSURE_WEBSITE_NAME = DISCLOSURE_WEBSITE_DOMAIN = ""
DISCLOSURE_PAGE_SIZE = 2
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy register's site, built with an address and with pages of two rows."""
    root = tmp_path_factory.mktemp("golden")
    conf = root / "conf.py"
    conf.write_text(_CONF.format(root=str(ROOT), theme=str(ROOT / "theme"), s=toy.SETTINGS), "utf-8")
    status = build(toy.CONTENT, root / "site", conf, toy.AS_OF, 1, lambda found: None)
    assert status == 0
    return root / "site"


def files_of(root: Path) -> set[str]:
    """The paths of all files below ``root``, but for the theme's own."""
    found = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    return {path for path in found if not path.startswith("assets/")}


def test_every_file_is_as_it_was(site: Path, golden: Golden, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        for path in files_of(SITE) - files_of(site):
            (SITE / path).unlink()
    for path in sorted(files_of(site)):
        data = (site / path).read_bytes()
        golden(SITE / path, DIGEST.sub("style-….css", data.decode()) if path.endswith(".html") else data)
    assert files_of(SITE) == files_of(site)


def test_pages_use_the_style_sheet_of_the_theme_under_a_name_that_tells_its_content(site: Path) -> None:
    (named,) = set(DIGEST.findall((site / "index.html").read_text("utf-8")))
    served = (site / "assets" / named).read_bytes()
    assert named == f"style-{hashlib.sha256(served).hexdigest()[:12]}.css"
    parts = sorted((ROOT / "theme/static/style.css").iterdir())
    assert served.decode() == rcssmin.cssmin("".join(part.read_text("utf-8") for part in parts))
