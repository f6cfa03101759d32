"""首次公开日 beside 公开日期: what a page says with a ledger, before it, and without one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.checked import admit
from generator.model.draft import Draft, Reading
from generator.model.kinds import kind_for
from generator.model.ledger_days import LedgerDays
from generator.model.register import Register
from generator.model.settings import Settings
from tests.model.builders import penalty, withdrawal
from tests.render.column import AS_OF, render
from tests.render.things import body

BEGAN = date(2020, 1, 1)
LEDGERS = {
    "no ledger": (None, "未标注"),
    "seen": (LedgerDays(BEGAN, AS_OF, {"penalties/2020-001": date(2020, 6, 8)}), "2020年6月8日"),
    "before": (LedgerDays(BEGAN, AS_OF, {}, frozenset({"penalties/2020-001"})), "台账开始以前"),
    "new": (LedgerDays(BEGAN, AS_OF), "2026年9月1日"),
    "begins today": (LedgerDays(AS_OF, AS_OF, is_beginning=True), "台账开始以前"),
}


@pytest.mark.parametrize("hidden", [False, True], ids=["current", "withdrawn"])
@pytest.mark.parametrize(("ledger", "words"), LEDGERS.values(), ids=LEDGERS)
def test_the_page_says_what_the_ledger_knows(tmp_path: Path, ledger: LedgerDays | None, words: str, hidden: bool) -> None:
    records = [body(), penalty("2020-001"), *([withdrawal("penalties/2020-001")] if hidden else [])]
    drafts = tuple(Draft(item.origin.path, kind_for(item.origin.folder, item.origin.stem), item) for item in records)
    register = Register(Reading("content", drafts), Settings(), ledger)
    page = render(admit(register, AS_OF, (), 0), tmp_path).page("penalties/2020-001/index.html")
    told = [(row.dt.text, row.dd.text) for row in page.select(".summary > div")]
    at = next(number for number, (label, _) in enumerate(told) if label == "公开日期")
    assert told[at] == ("公开日期", "2020年6月5日")
    assert told[at + 1] == ("首次公开日", words)
