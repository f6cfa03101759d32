"""The ledger: its chain, what its lines add up to, what a release adds to it, and salts that go with the text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.history.ledger import GENESIS, ROLLED_BACK, Ledger, LedgerError, Line, read_ledger
from generator.history.timeline import Happening
from generator.model.kinds.corrections import Correction
from generator.model.kinds.redactions import Redaction
from generator.model.kinds.reinstatements import Reinstatement
from generator.model.kinds.withdrawals import Withdrawal
from generator.publish.check import check_succession, open_release
from generator.writing.stage import Refusal
from tests.publish.things import DAY, KEY, Builder, Place, Thing, things

A, B = "penalties/2026-001", "penalties/2026-002"


def line(release: int, event: str, ref: str = A, edition: int = 1, **more: object) -> Line:
    """A line of the usual day."""
    return Line(release, DAY, event, ref, edition, **more)  # type: ignore[arg-type]


def test_acts_are_called_what_the_history_calls_them() -> None:
    kinds = (Correction, Redaction, Reinstatement, Withdrawal)
    assert {kind.KIND.title for kind in kinds} <= {happening.label for happening in Happening}


def test_each_line_seals_the_one_before() -> None:
    ledger = Ledger().with_lines([line(1, "公开", commitment="a" * 64), line(1, "公开", B, commitment="b" * 64)])
    first, second = ledger.data.splitlines()
    assert json.loads(first)["previous"] == GENESIS
    assert json.loads(second)["previous"] == hashlib.sha256(first).hexdigest()
    assert ledger.last == hashlib.sha256(second).hexdigest()
    assert read_ledger(ledger.data) == ledger


BREAKS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "half a line": (lambda data: data[:-5], "最后一行不完整"),
    "a word changed": (lambda data: data.replace(b"2026-001", b"2026-009", 1), "第 2 行：与上一行接不上"),
    "a line missing": (lambda data: data.partition(b"\n")[2], "第 1 行：与上一行接不上"),
    "other spelling": (lambda data: data.replace(b'"seq":1', b'"seq": 1'), "第 1 行：写法不对"),
    "another key": (lambda data: data.replace(b'"seq":1', b'"seq":1,"x":2'), "第 1 行：写法不对"),
    "no JSON": (lambda data: b"x" + data, "第 1 行：不是 JSON"),
    "unknown event": (lambda data: data.replace("公开".encode(), "删掉".encode(), 1), "第 1 行：写法不对"),
}


@pytest.mark.parametrize(("change", "words"), BREAKS.values(), ids=BREAKS)
def test_a_broken_chain_is_found(change: Callable[[bytes], bytes], words: str) -> None:
    data = Ledger().with_lines([line(1, "公开"), line(1, "公开", B)]).data
    with pytest.raises(LedgerError, match=words):
        read_ledger(change(data))


def test_releases_days_and_editions_never_go_back() -> None:
    ledger = Ledger().with_lines([line(2, "公开")])
    for wrong in (line(1, "公开", B), line(2, "公开", B)._replace(day=date(2026, 8, 1)), line(2, "更正", A, 1)):
        with pytest.raises(LedgerError):
            ledger.with_lines([wrong])


def test_a_rollback_restores_forms_but_nothing_hidden() -> None:
    ledger = Ledger().with_lines(
        [
            line(1, "公开", A, commitment="a" * 64), line(1, "公开", B, commitment="b" * 64),
            line(2, "更正", A, 2, commitment="c" * 64), line(2, "撤下", B, 2), line(2, "公开", "penalties/2026-003", commitment="d" * 64),
            line(3, ROLLED_BACK, "", 0, to=1),
        ]
    )
    assert (ledger.held[A].form.commitment, ledger.held[A].newest_edition) == ("a" * 64, 2)
    assert ledger.held[B].form.hidden
    assert not ledger.held["penalties/2026-003"].is_live
    assert ledger.held["penalties/2026-003"].first == DAY


def test_first_days(place: Place) -> None:
    site = Builder({A: Thing(published="2026-08-01"), B: Thing(published="2026-09-01")})
    place.publish(site)
    first = site.told[0]
    assert first is not None
    assert (first.began, first.first_day(A, date(2026, 8, 1)), first.first_day(B, DAY)) == (DAY, None, DAY)
    site.things["penalties/2026-003"] = Thing(published="2026-08-15")
    place.publish(site, as_of=date(2026, 9, 10))
    days = open_release(place.live).ledger.days(date(2026, 9, 20))  # type: ignore[union-attr]
    assert (days.began, days.first_day(A, date(2026, 8, 1)), days.first_day(B, DAY)) == (DAY, None, DAY)
    late = date(2026, 9, 10)
    assert days.first_day("penalties/2026-003", date(2026, 8, 15)) == late
    assert days.later("penalties/2026-003", date(2026, 8, 15)) == late
    assert days.later(A, date(2026, 8, 1)) == date(2026, 8, 1), "what was public before the ledger keeps its typed day"


def test_what_a_release_shows_is_what_the_next_one_shows(place: Place) -> None:
    site = Builder({A: Thing(published="2026-08-01"), B: Thing(published="2026-09-01")})
    place.publish(site)
    site.things["penalties/2026-003"] = Thing(published="2026-08-15")
    place.publish(site)
    place.publish(site, as_of=date(2026, 9, 2))
    first, same_day, after = site.told
    assert first is not None and same_day is not None and after is not None
    days = [(A, date(2026, 8, 1)), (B, DAY)]
    assert [first.first_day(*day) for day in days] == [after.first_day(*day) for day in days] == [None, DAY]
    third = ("penalties/2026-003", date(2026, 8, 15))
    assert same_day.first_day(*third) == after.first_day(*third) == DAY, "entered after the ledger began, on the same day"
    assert first.began == same_day.began == after.began


EVENTS = {
    "late": (Thing(late="已缴纳"), ["补充"]),
    "silent": (Thing(words="改了"), ["变动"]),
    "corrected": (Thing(words="改了", acts=("corrections/2026-001",)), ["更正"]),
    "twice": (Thing(words="改了", acts=("corrections/2026-001", "redactions/2026-001")), ["更正", "隐私处理"]),
    "withdrawn": (Thing(standing="withdrawn", acts=("withdrawals/2026-001",)), ["撤下"]),
    "expired": (Thing(standing="expired"), ["公示期满"]),
}


@pytest.mark.parametrize(("after", "words"), EVENTS.values(), ids=EVENTS)
def test_what_happened_is_told(live: Place, site: Builder, after: Thing, words: list[str]) -> None:
    site.things[A] = after
    live.publish(site)
    ledger = open_release(live.live).ledger
    assert ledger is not None
    new = [line for line in ledger.lines if line.release == 2]
    assert [(line.event, line.id) for line in new] == [(word, A) for word in words]
    assert [line.edition for line in new] == list(range(2, 2 + len(words)))
    assert [bool(line.commitment) for line in new] == [False] * (len(words) - 1) + [not after.is_hidden]
    assert [line.act for line in new] == list(after.acts) or not after.acts
    assert live.problems() == []


def test_acts_on_what_is_hidden_already_are_told(live: Place, site: Builder) -> None:
    site.things[A] = Thing(standing="expired")
    live.publish(site)
    site.things[A] = Thing(standing="withdrawn", acts=("withdrawals/2026-001",))
    live.publish(site)
    site.things[A] = Thing(standing="withdrawn", acts=("withdrawals/2026-001", "redactions/2026-001"))
    live.publish(site)
    assert [event for event in live.events() if event[0] > 1] == [(2, "公示期满", A), (3, "撤下", A), (4, "隐私处理", A), (4, "撤下", A)]
    assert live.problems() == []


def test_editions_of_lists(place: Place) -> None:
    site = Builder(things("rosters/shili-tjj@1"))
    place.publish(site)
    site.things["rosters/shili-tjj@2"] = Thing()
    place.publish(site)
    assert place.events() == [(1, "公开", "rosters/shili-tjj@1"), (2, "名单调整", "rosters/shili-tjj@2")]


def test_a_first_release_tells_the_whole_past_of_a_record(place: Place) -> None:
    place.publish(Builder({A: Thing(standing="withdrawn", acts=("corrections/2026-001", "withdrawals/2026-001"))}))
    assert place.events() == [(1, "公开", A), (1, "更正", A), (1, "撤下", A)]
    ledger = open_release(place.live).ledger
    assert ledger is not None
    assert all(line.backfill and not line.commitment for line in ledger.lines)
    assert place.problems() == []


def test_the_salt_goes_with_the_text_and_a_new_form_has_a_new_one(live: Place, site: Builder) -> None:
    path = f"{A}/record.salt"
    first = live.files()[path]
    form = live.files()[f"{A}/record.json"]
    ledger = open_release(live.live).ledger
    assert ledger is not None
    assert ledger.held[A].form.commitment == hashlib.sha256(first + form).hexdigest()
    site.things[A] = Thing(words="【依法隐去】", acts=("redactions/2026-001",))
    live.publish(site)
    assert first not in live.files().values()
    site.things[A] = Thing(standing="withdrawn", acts=("redactions/2026-001", "withdrawals/2026-001"))
    live.publish(site)
    assert path not in live.files()


def test_salts_differ_by_record_edition_and_key(live: Place, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = Place(tmp_path_factory.mktemp("other") / "out")
    other.publish(Builder(things()), key=b"x" * 32)
    salts = [place.files()[f"{ref}/record.salt"] for place in (live, other) for ref in (A, B)]
    assert len(set(salts)) == 4


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"key": b"x" * 32}, "不是同一个"),
        ({"key": b""}, "DISCLOSURE_SALT_KEY 没有设置"),
        ({"start_ledger": True}, "台账已经有了（2 行）"),
    ],
)
def test_key_and_ledger_must_go_together(live: Place, more: dict[str, object], words: str) -> None:
    before = live.files()
    with pytest.raises(Refusal, match=words):
        live.publish(Builder(things() | {"penalties/2026-003": Thing()}), **more)
    assert live.files() == before


def test_a_ledger_is_started_only_on_demand(place: Place, site: Builder) -> None:
    with pytest.raises(Refusal, match="还没有台账"):
        place.publish(site, start_ledger=False)
    with pytest.raises(Refusal, match="没有设置"):
        place.publish(site, key=b"", start_ledger=True)


def test_without_a_key_there_is_no_ledger_until_one_is_started(place: Place, site: Builder) -> None:
    place.publish(site, key=b"", start_ledger=False)
    assert site.told == [None]
    assert not {"ledger.jsonl", f"{A}/record.salt"} & place.files().keys()
    assert place.problems() == []
    assert "没有密钥，不记台账" in place.said[-1]
    place.publish(site, key=KEY, start_ledger=True)
    assert place.events() == [(2, "公开", A), (2, "公开", B)]
    assert place.problems() == []


def test_succession(live: Place, site: Builder, tmp_path: Path) -> None:
    old = open_release(live.live)
    other = Place(tmp_path / "other")
    other.publish(Builder(things("penalties/2026-009")), key=b"z" * 32)
    other.publish(Builder(things("penalties/2026-009", "penalties/2026-010")), key=b"z" * 32)
    assert [problem.path for problem in check_succession(old, open_release(other.live))] == ["ledger.jsonl"]
    site.things["penalties/2026-003"] = Thing()
    live.publish(site)
    assert list(check_succession(old, open_release(live.live))) == []
    assert {problem.path for problem in check_succession(open_release(live.live), old)} >= {"manifest.json"}
