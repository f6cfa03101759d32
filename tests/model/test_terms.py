"""How long publications stay: which row of the table applies, when it ends, and what the end does to the standing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.flow import read
from generator.model.record import Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.model.terms import CREDIT, PORTAL, Term, may_end
from generator.reading.tree import DirectoryTree
from tests.model.builders import correction, penalty, record, register, withdrawal
from tests.model.policies import TERM, table

ID = "penalties/shili-2020-001"
ROOT = Path(__file__).resolve().parents[2]
PARTY = {"名称": "示例公司", "类别": "法人及非法人组织"}


@pytest.fixture(scope="module")
def shipped() -> Register:
    """The tables that the repository ships."""
    return Register(read(DirectoryTree(ROOT / "content", "content")), Settings())


def credit(shipped: Register, settings: Settings | None = None, **changes: Any) -> Term | None:
    """The credit term of a penalty by the shipped tables."""
    drafts = [draft for draft in shipped.drafts if draft.path.startswith("reference/")]
    held = register(*(draft.record for draft in drafts if draft.record is not None), settings=settings)
    return held.term(penalty(**{"决定日期": "2026-06-01", "公开日期": "2026-06-05", "当事人": PARTY} | changes), CREDIT)


@pytest.mark.parametrize(
    ("changes", "number", "end"),
    [
        ({}, "credit-minor", "2026-09-01"),
        ({"处罚种类": ["警告", "罚款"], "罚款金额": "49999"}, "credit-minor", "2026-09-01"),
        ({"处罚种类": ["警告", "罚款"], "罚款金额": "50000"}, "credit-ordinary", "2027-06-01"),
        ({"罚款金额": "2000", "当事人": PARTY | {"类别": "个体工商户"}}, "credit-ordinary", "2027-06-01"),
        ({"罚款金额": "2000", "当事人": PARTY | {"类别": "自然人"}}, "credit-minor", "2026-09-01"),
        ({"处罚种类": ["没收违法所得"]}, "credit-ordinary", "2027-06-01"),
        ({"处罚种类": ["没收违法所得", "吊销许可证件"]}, "credit-serious", "2029-06-01"),
        ({"决定日期": "2026-03-31"}, None, None),
        ({"决定日期": "2026-04-01"}, "credit-minor", "2026-07-01"),
    ],
)  # fmt: skip
def test_credit_terms_as_shipped(shipped: Register, changes: dict[str, Any], number: str | None, end: str | None) -> None:
    term = credit(shipped, **changes)
    assert (term and term.number, term and term.end) == (number, end and date.fromisoformat(end))


def test_the_shortest_term_and_what_is_not_published(shipped: Register) -> None:
    minor, ordinary = credit(shipped), credit(shipped, 处罚种类=["没收违法所得"])
    assert minor is not None and ordinary is not None
    assert (minor.not_published, minor.earliest, minor.rating) == (True, None, "轻微")
    assert (ordinary.not_published, ordinary.earliest) == (False, date(2026, 9, 1))


def test_the_one_year_rule_is_an_option(shipped: Register) -> None:
    one_year = Settings(credit_terms="nbs49")
    term = credit(shipped, one_year, 决定日期="2024-02-29")
    assert term is not None and (term.number, term.end) == ("credit-nbs49", date(2025, 2, 28))
    assert credit(shipped, one_year, 当事人=PARTY | {"类别": "自然人"}) is None


def test_nothing_expires_on_the_portal_as_shipped_but_what_the_samples_own_table_ends(shipped: Register) -> None:
    expired = [doc.id for doc in shipped.documents if shipped.state(doc, date(2199, 1, 1)).standing is Standing.EXPIRED]
    assert expired == ["penalties/shili-2019-001", "penalties/shili-2019-002"]
    for document in shipped.documents:
        term = shipped.term(document, PORTAL)
        assert (term is None or term.end is None) == (document.id not in expired)
        assert may_end(document, PORTAL, shipped.policy, shipped.settings) or document.id not in expired


def test_where_no_row_has_an_end_nothing_may_end() -> None:
    assert not may_end(penalty(), PORTAL, register(table("terms", TERM)).policy, Settings())
    assert may_end(penalty(), PORTAL, register(YEAR).policy, Settings())


def test_a_body_s_own_rows_come_first() -> None:
    own = record("reference/terms-shili.yaml", {
        "名称": "表", "依据": "出处", "机关": "bodies/shili-tjj", "条目": [TERM | {"编号": "own", "最长": "60", "失效日期": "2020-06-05"}]})
    mine, later, theirs = penalty(), penalty("shili-2020-002", 公开日期="2020-06-06"), penalty("2020-003", 处罚机关="bodies/toy-tjj")
    held = register(mine, later, theirs, YEAR, own)
    found = [held.term(item, PORTAL) for item in (mine, later, theirs)]
    assert [term and (term.number, term.maximum) for term in found] == [("own", 60), ("t1", 12), ("t1", 12)]


YEAR = table("terms", TERM | {"最长": "12"})


@pytest.mark.parametrize(
    ("acts", "as_of", "standing"),
    [
        ([], "2020-06-04", Standing.PENDING),
        ([], "2021-06-05", Standing.CURRENT),
        ([], "2021-06-06", Standing.EXPIRED),
        ([correction(ID)], "2021-06-05", Standing.CORRECTED),
        ([correction(ID)], "2021-06-06", Standing.EXPIRED),
        ([withdrawal(ID)], "2021-06-06", Standing.WITHDRAWN),
        ([withdrawal(ID, 撤下日期="2022-03-01")], "2021-06-06", Standing.WITHDRAWN),
    ],
)
def test_expiry(acts: list[Record], as_of: str, standing: Standing) -> None:
    subject = penalty()
    state = register(subject, YEAR, *acts).state(subject, date.fromisoformat(as_of))
    assert state.standing is standing
    if standing is Standing.EXPIRED:
        assert (state.since, state.decisive) == (date(2021, 6, 6), None)
        assert state.term is not None and (state.term.number, state.term.end) == ("t1", date(2021, 6, 5))
        assert list(state.acts) == acts
    else:
        assert state.term is None


def test_what_is_reinstated_after_its_term_has_expired() -> None:
    back = record("reinstatements/2021-001.yaml", {
        "恢复对象": ID, "恢复日期": "2021-05-01", "理由": "二审撤销一审判决", "批准人": "局长", "示例": "是"})
    subject = penalty()
    held = register(subject, YEAR, withdrawal(ID), back)
    assert held.state(subject, date(2021, 6, 5)).standing is Standing.CURRENT
    assert held.state(subject, date(2021, 6, 6)).standing is Standing.EXPIRED


def test_older_records_are_grandfathered() -> None:
    rows = table("terms", TERM | {"最长": "12", "施行日期": "2020-06-06"})
    old, new = penalty(), penalty("shili-2020-002", 公开日期="2020-06-06")
    held = register(old, new, rows)
    assert [held.state(item, date(2030, 1, 1)).standing for item in (old, new)] == [Standing.CURRENT, Standing.EXPIRED]


def test_another_scheme_does_not_apply() -> None:
    subject = penalty()
    held = register(subject, YEAR, settings=Settings(portal_terms="other"))
    assert held.state(subject, date(2030, 1, 1)).standing is Standing.CURRENT


def test_the_row_for_fewer_parties_wins() -> None:
    rows = table("terms", TERM | {"最长": "60"}, TERM | {"编号": "t2", "最长": "24", "当事人类别": ["自然人"]})
    person = penalty(当事人=PARTY | {"类别": "自然人"})
    firm = penalty("shili-2020-002", 当事人=PARTY)
    held = register(person, firm, rows)
    assert [held.term(item, PORTAL).number for item in (person, firm)] == ["t2", "t1"]


@given(st.dates(), st.integers(0, 2000), st.dates())
def test_expired_from_the_day_after_and_never_before(published: date, months: int, as_of: date) -> None:
    subject = penalty(公开日期=published.isoformat())
    held = register(subject, table("terms", TERM | {"最长": str(months)}))
    end = held.term(subject, PORTAL).end
    expired = held.state(subject, as_of).standing is Standing.EXPIRED
    assert expired == (end < as_of and published <= as_of)
