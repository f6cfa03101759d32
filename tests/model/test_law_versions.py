"""Which version of a law applies, what it allows, and where its articles stand in another version."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.kinds.laws import Law
from generator.model.law_versions import LawBook, allows_nothing, renumber, version_on
from generator.model.record import Origin
from generator.reading.bind import bind

ENTERPRISE = "企业事业单位或者其他组织"


def law(version: str, start: str, end: str | None = None, **more: Any) -> Law:
    """One version of a made-up law, bound like a file."""
    data = {"版本": version, "施行日期": start, "修改情况": "修订", "名称": "示例法", "简称": "示例法", "效力级别": "法律",
            "通过日期": start, **({"失效日期": end} if end else {}), **more}
    record, faults = bind(Law, data, Origin("laws/sample-law", f"laws/sample-law/{version}.yaml", version))
    assert isinstance(record, Law), faults
    return record


def fine(cap: str | None, floor: str = "0", gravity: str | None = None, subject: str = ENTERPRISE) -> dict[str, Any]:
    """A penal provision on conduct S44-2."""
    return {"条": "9", "违法行为": ["S44-2"], "主体": subject, "警告": "是" if cap else "否",
            **({"罚款下限": floor, "罚款上限": cap} if cap else {}), **({"情节": gravity} if gravity else {})}


OLD = law("2000", "2001-01-01", "2010-06-30", 罚则=[fine("50000", gravity="一般"), fine("200000", "50000", "严重")])
NEW = law("2010", "2010-07-01", "2019-12-31", 条文对应=[{"旧条": "6", "新条": "7"}, {"旧条": "7", "新条": "9"}],
          罚则=[fine("20000", gravity="一般"), fine("500000", "100000", "严重"), fine(None, subject="个人")])
MILD = law("2010", "2010-07-01", 罚则=[fine("1000", subject="个体工商户")])
LATEST = law("2019", "2020-01-01", 条文对应=[{"旧条": "9", "新条": "10"}])
VERSIONS = (OLD, NEW, LATEST)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2000-12-31", None), ("2001-01-01", OLD), ("2010-06-30", OLD), ("2010-07-01", NEW), ("2026-01-01", LATEST)],
)
def test_version_on(day: str, expected: Law | None) -> None:
    assert version_on(VERSIONS, date.fromisoformat(day)) is expected


def test_no_version_after_a_repeal() -> None:
    assert version_on((OLD,), date(2010, 7, 1)) is None


@pytest.mark.parametrize(
    ("article", "source", "target", "expected"),
    [
        ("7", OLD, NEW, "9"),
        ("7", OLD, LATEST, "10"),
        ("10", LATEST, OLD, "7"),
        ("5", OLD, LATEST, "5"),
        ("9", NEW, NEW, "9"),
        ("6", NEW, OLD, None),
        ("9", OLD, NEW, None),
    ],
    ids=["moved", "twice", "back", "kept", "same", "new-article", "gone-article"],
)
def test_renumber(article: str, source: Law, target: Law, expected: str | None) -> None:
    assert renumber(VERSIONS, article, source, target) == expected


def test_the_law_of_the_conduct_applies_unless_the_new_one_is_lighter() -> None:
    book = LawBook(VERSIONS)
    then, now = date(2010, 5, 1), date(2011, 1, 1)
    lighter = book.applied("S44-2", ENTERPRISE, "一般", then, now)
    graver = book.applied("S44-2", ENTERPRISE, "严重", then, now)
    assert lighter is not None and graver is not None
    assert (lighter.law, lighter.is_lighter_new) == (NEW, True)
    assert (graver.law, graver.is_lighter_new) == (OLD, False)
    assert lighter.allowed is not None and lighter.allowed.cap == Decimal(20000)


def test_what_the_new_law_no_longer_punishes_is_lighter() -> None:
    applied = LawBook((OLD, MILD)).applied("S44-2", ENTERPRISE, "一般", date(2010, 5, 1), date(2011, 5, 1))
    assert applied is not None
    assert (applied.law, applied.allowed) == (MILD, None)


def test_a_version_without_provisions_says_nothing() -> None:
    book = LawBook(VERSIONS)
    kept = book.applied("S44-2", ENTERPRISE, "一般", date(2019, 5, 1), date(2020, 5, 1))
    assert kept is not None
    assert kept.law is NEW
    assert book.applied("S44-2", ENTERPRISE, "一般", date(2020, 2, 1), date(2020, 5, 1)) is None


@pytest.mark.parametrize(
    ("conduct", "end"), [("S44-2", date(2000, 5, 1)), ("S99-1", date(2005, 5, 1))], ids=["before-all", "unknown-conduct"]
)
def test_what_is_not_registered_is_not_judged(conduct: str, end: date) -> None:
    assert LawBook(VERSIONS).applied(conduct, ENTERPRISE, "一般", end, date(2011, 1, 1)) is None


def test_a_provision_without_penalty() -> None:
    allowed = LawBook(VERSIONS).allowed(NEW, "S44-2", "个人", None)
    assert allowed is not None
    assert allows_nothing(allowed)


def test_without_gravity_the_lightest_provision_counts() -> None:
    allowed = LawBook(VERSIONS).allowed(OLD, "S44-2", ENTERPRISE, None)
    assert allowed is not None
    assert allowed.cap == Decimal(50000)
