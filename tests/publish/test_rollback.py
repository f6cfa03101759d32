"""Going back to an earlier release, and ledgers that were lost, cut or forked: history only grows, hidden text stays hidden."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.publish.check import check_succession, open_release
from generator.publish.rollback import roll_back
from generator.writing.stage import Refusal
from tests.publish.test_faults import SECRET, first_site, next_site
from tests.publish.things import Builder, Place, Thing, texts


def test_rollback_past_a_withdrawal_is_refused(place: Place) -> None:
    place.publish(first_site())
    place.publish(next_site())
    before = place.files()
    with pytest.raises(Refusal, match="以后撤下或者隐去过内容，不能退回去"):
        roll_back(place.target, "示例", 1)
    assert place.files() == before
    assert texts(place.root, SECRET) == []


def test_rollback_is_a_release_of_its_own(place: Place) -> None:
    site = first_site()
    place.publish(site)
    old, first = place.files(), open_release(place.live)
    site.things["penalties/2026-003"] = Thing()
    site.things["penalties/2026-002"] = Thing(words="更正了", standing="corrected", acts=("corrections/2026-001",))
    place.publish(site)
    manifest, changes = roll_back(place.target, "示例", None)
    assert manifest.sequence == 3
    assert ("回退后不再出现", "penalties/2026-003") in changes.events
    now = place.files()
    own = {"manifest.json", "ledger.jsonl"}
    assert {path: data for path, data in now.items() if path not in own} == {p: d for p, d in old.items() if p not in own}
    assert place.problems() == []
    assert list(check_succession(first, open_release(place.live))) == []
    assert place.publish(site) == 0
    assert place.problems() == []
    assert [event for event in place.events() if event[0] == 4] == [(4, "更正", "penalties/2026-002"), (4, "公开", "penalties/2026-003")]


LEDGERS = {
    "lost": (lambda data: None, "丢失了"),
    "cut": (lambda data: data[: data.rindex(b"\n", 0, -1) + 1], "少了后面的内容"),
    "forked": (lambda data: data.replace("公开".encode(), "更正".encode(), 1), "两份不同的历史"),
    "longer": (lambda data: data + data.splitlines()[-1] + b"\n", "两份不同的历史"),
}


@pytest.mark.parametrize(("change", "words"), LEDGERS.values(), ids=LEDGERS)
def test_a_broken_ledger_is_refused(place: Place, change: Callable[[bytes], bytes | None], words: str) -> None:
    place.publish(first_site())
    before, file = place.files(), place.root / "ledger.jsonl"
    data = file.read_bytes()
    changed = change(data)
    file.unlink()
    if changed is not None:
        file.write_bytes(changed)
    with pytest.raises(Refusal, match=words) as refused:
        place.publish(next_site(), start_ledger=False)
    assert "复制到 ledger.jsonl" in refused.value.hint
    assert place.files() == before
    file.write_bytes(before["ledger.jsonl"])
    assert place.publish(next_site()) == 0


def test_a_ledger_that_is_lost_everywhere_is_not_started_again(place: Place) -> None:
    place.publish(first_site())
    (place.root / "ledger.jsonl").unlink()
    (place.live / "ledger.jsonl").unlink()
    with pytest.raises(Refusal, match="台账丢失了"):
        place.publish(next_site(), start_ledger=True)


def test_what_cannot_be_gone_back_to_is_told(place: Place) -> None:
    with pytest.raises(Refusal, match="还没有发布过"):
        roll_back(place.target, "示例", None)
    place.publish(first_site())
    with pytest.raises(Refusal, match="没有更早的版本可以回退"):
        roll_back(place.target, "示例", None)
    with pytest.raises(Refusal, match="第 1 次发布就是线上的版本"):
        roll_back(place.target, "示例", 1)
    with pytest.raises(Refusal, match="没有第 7 次发布"):
        roll_back(place.target, "示例", 7)


def test_a_damaged_release_is_not_gone_back_to(place: Place) -> None:
    site = first_site()
    place.publish(site)
    old = place.live.resolve()
    site.things["penalties/2026-003"] = Thing()
    place.publish(site)
    before = place.files()
    (old / "index.html").write_text("改了")
    with pytest.raises(Refusal, match="要回退到的版本已经损坏"):
        roll_back(place.target, "示例", 1)
    assert place.files() == before


def test_the_style_of_the_release_before_stays_for_open_pages(place: Place) -> None:
    site = Builder({"penalties/2026-001": Thing()})
    place.publish(site)
    site.style = "body{color:red}"
    place.publish(site)
    style = next(path for path in place.files() if path.startswith("assets/") and path not in open_release(place.live).manifest.kept)
    roll_back(place.target, "示例", 1)
    assert style in place.files()
    assert place.problems() == []


def test_a_release_from_before_the_ledger_is_not_gone_back_to(place: Place) -> None:
    site = Builder({"penalties/2026-001": Thing()})
    place.publish(site, key=b"", start_ledger=False)
    place.publish(site, start_ledger=True)
    before = place.files()
    with pytest.raises(Refusal, match="第 1 次发布时还没有台账"):
        roll_back(place.target, "示例", 1)
    assert place.files() == before
