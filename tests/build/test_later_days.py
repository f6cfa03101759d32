"""Time alone never stops a build (DESIGN §2.6): what builds today builds on every later day, with the calendar known or not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from generator.finding import Finding, Severity
from generator.plugin import build
from tests.build.project import ROOT
from tests.toy import AS_OF
from tests.toy import CONTENT as TOY

DAYS = (date(2026, 12, 1), date(2027, 2, 1), date(2031, 9, 21), date(2096, 2, 29))
#: Days on which much or something is still to come: before the first edition of any list its plain words tell nothing.
FIRST = {ROOT / "content": (date(2018, 6, 1), date(2026, 11, 25)), TOY: (date(2018, 6, 1), AS_OF)}
#: What the shipped column says without its samples, too.
SETTINGS = {"shipped": (ROOT / "content", "pelicanconf.py"), "real": (ROOT / "content", "publishconf.py"), "toy": (TOY, None)}
TOY_SETTINGS = f"""\
import sys
sys.path.insert(0, {str(ROOT)!r})
from pelicanconf import *
THEME = {str(ROOT / "theme")!r}
DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"
DISCLOSURE_OWNER = "示例市统计局"
DISCLOSURE_FOOTER = []
"""


@pytest.mark.slow
@pytest.mark.parametrize("column", SETTINGS)
def test_it_builds_on_every_later_day(column: str, tmp_path: Path) -> None:
    content, name = SETTINGS[column]
    settings = ROOT / name if name else tmp_path / "settings.py"
    if name is None:
        settings.write_text(TOY_SETTINGS, "utf-8")
    pages: list[set[str]] = []
    for day in (*FIRST[content], *DAYS):
        found: list[Finding] = []
        assert build(content, tmp_path / "site", settings, day, 1, found.extend) == 0, (day, found)
        assert [finding for finding in found if finding.severity is Severity.ERROR] == []
        pages.append({file.relative_to(tmp_path).as_posix() for file in (tmp_path / "site").rglob("*.html")})
    for earlier, later in pairwise(pages):
        assert earlier - later == set(), "an address that was there has vanished"
    assert pages[0] < pages[-1], "what was pending has not come before the public"
