"""Publishing to a folder: what becomes live, what is shared, kept and removed, and what is refused."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.publish.check import check_succession, open_release
from generator.publish.folder import FolderTarget
from generator.publish.release import Way
from generator.publish.status import status_of
from generator.writing.stage import Busy, Refusal
from tests.publish.things import DAY, Builder, Place, Thing, texts, things

SECRET = "示例甲的住址"


def test_first_release(live: Place) -> None:
    assert live.live.readlink() == Path(f"releases/1-{1:012x}")
    assert live.problems() == []
    manifest = open_release(live.live).manifest
    assert (manifest.sequence, manifest.commit, manifest.as_of, manifest.oldest) == (1, f"{1:012x}{0:028x}", DAY, 1)
    assert manifest.versions["pelican"]
    assert set(manifest.files) == set(live.files()) - {"manifest.json"}
    assert live.events() == [(1, "公开", "penalties/2026-001"), (1, "公开", "penalties/2026-002")]
    assert (live.root / "ledger.jsonl").read_bytes() == live.files()["ledger.jsonl"]
    assert "已发布到" in live.said[-1] and "台账 2 行" in live.said[-1]


def test_no_change_in_bytes_makes_no_release(live: Place, site: Builder) -> None:
    before = live.files()
    assert live.publish(site, as_of=date(2026, 9, 5)) == 0
    assert live.files() == before
    assert "内容没有变化" in live.said[-1]
    status = status_of(live.target, date(2026, 9, 6))
    assert status is not None
    assert (status.published, status.checked, status.age, status.sequence) == (DAY, date(2026, 9, 5), 1, 1)


def test_unchanged_files_are_shared_and_changed_ones_are_not(live: Place, site: Builder) -> None:
    old = live.live.resolve()
    site.things["penalties/2026-003"] = Thing(words="示例三")
    before = live.files()
    live.publish(site)
    assert live.files(old) == before
    same = "penalties/2026-001/index.html"
    assert (old / same).stat().st_ino == (live.live / same).stat().st_ino
    assert (old / "index.html").stat().st_ino != (live.live / "index.html").stat().st_ino
    assert live.said[-4:-1] == ["文件：新增 3 个，改动 1 个，删除 0 个", "记录：公开 1 条", "  公开：penalties/2026-003"]


def test_clean_gives_the_same_bytes_and_shares_nothing(live: Place, site: Builder, tmp_path: Path) -> None:
    other = Place(tmp_path / "other")
    other.publish(Builder(dict(site.things)))
    site.things["penalties/2026-003"] = Thing()
    second = Builder(dict(site.things))
    live.publish(site)
    other.publish(second, way=Way(clean=True))
    assert live.files() == other.files()
    assert {file.stat().st_nlink for file in other.live.resolve().rglob("*") if file.is_file()} == {1}


def test_files_that_are_not_planned_any_more_are_gone(live: Place, site: Builder) -> None:
    site.style = "body{color:red}"
    old = next(path for path in live.files() if path.startswith("assets/"))
    live.publish(site)
    assert old in live.files(), "the style of the release before stays for one release"
    assert open_release(live.live).manifest.kept == (old,)
    site.things["penalties/2026-003"] = Thing()
    live.publish(site)
    assert old not in live.files()
    assert live.problems() == []


def test_a_style_that_was_changed_on_the_target_is_not_kept(live: Place, site: Builder) -> None:
    old = next(path for path in live.files() if path.startswith("assets/"))
    (live.live / old).write_bytes(b"body{background:url(//elsewhere.example)}")
    site.style = "body{color:red}"
    live.publish(site)
    assert old not in live.files()
    assert live.problems() == []


def test_a_withdrawal_purges_all_older_releases_at_once(live: Place, site: Builder) -> None:
    site.things["penalties/2026-003"] = Thing(words=SECRET)
    live.publish(site)
    assert texts(live.root, SECRET)
    site.things["penalties/2026-003"] = Thing(standing="withdrawn", acts=("withdrawals/2026-001",))
    live.publish(site)
    assert texts(live.root, SECRET) == []
    assert len(status_of(live.target, DAY).releases) == 1  # type: ignore[union-attr]
    assert live.events()[-1] == (3, "撤下", "penalties/2026-003")
    files = live.files()
    assert "penalties/2026-003/.gone" in files and "penalties/2026-003/record.salt" not in files
    assert "  撤下：penalties/2026-003" in live.said


@pytest.mark.parametrize(
    "after", [Thing(words="【依法隐去】", acts=("redactions/2026-001",)), Thing(standing="expired")], ids=["redacted", "expired"]
)
def test_redaction_and_expiry_purge_too(live: Place, site: Builder, after: Thing) -> None:
    site.things["penalties/2026-003"] = Thing(words=SECRET)
    live.publish(site)
    site.things["penalties/2026-003"] = after
    live.publish(site)
    assert texts(live.root, SECRET) == []


def test_so_many_releases_are_kept(live: Place, site: Builder) -> None:
    for number in range(3, 8):
        site.things[f"penalties/2026-{number:03d}"] = Thing()
        live.publish(site, way=Way(keep=3))
    releases = status_of(live.target, DAY).releases  # type: ignore[union-attr]
    assert [name.partition("-")[0] for name in releases] == ["4", "5", "6"]


def test_dry_run_writes_nothing(live: Place, site: Builder, tmp_path: Path) -> None:
    site.things["penalties/2026-003"] = Thing()
    before = {file: file.stat().st_mtime_ns for file in live.root.rglob("*")}
    assert live.publish(site, dry_run=True) == 0
    assert {file: file.stat().st_mtime_ns for file in live.root.rglob("*")} == before
    assert "没有发布（--dry-run）" in live.said[-1]
    empty = Place(tmp_path / "empty")
    assert empty.publish(site, dry_run=True) == 0
    assert not empty.root.exists()


def test_a_failed_build_changes_nothing(live: Place) -> None:
    before = live.files()
    assert live.publish(lambda _output, _ledger, _live: 1) == 1
    assert live.files() == before


REGRESSIONS = {
    "vanished": (things("penalties/2026-001"), "从网站上消失了：penalties/2026-002"),
    "undone": (things() | {"penalties/2026-001": Thing()}, "说明不再起作用：corrections/2026-001"),
    "back": (things() | {"penalties/2026-002": Thing(acts=("withdrawals/2026-001",))}, "又出现了：penalties/2026-002"),
}


@pytest.mark.parametrize(("later", "words"), REGRESSIONS.values(), ids=REGRESSIONS)
def test_nothing_public_is_taken_back(place: Place, later: dict[str, Thing], words: str) -> None:
    first = things() | {
        "penalties/2026-001": Thing(acts=("corrections/2026-001",)),
        "penalties/2026-002": Thing(standing="withdrawn", acts=("withdrawals/2026-001",)),
    }
    if "消失" in words:
        first = things()
    if "又出现" in words:
        later = later | {"penalties/2026-001": first["penalties/2026-001"]}
    place.publish(Builder(first))
    before = place.files()
    with pytest.raises(Refusal, match=words):
        place.publish(Builder(later))
    assert place.files() == before


def test_a_reinstatement_brings_a_record_back(place: Place) -> None:
    ref = "penalties/2026-001"
    place.publish(Builder({ref: Thing(words=SECRET)}))
    first = place.files()[f"{ref}/record.salt"]
    place.publish(Builder({ref: Thing(standing="withdrawn", acts=("withdrawals/2026-001",))}))
    place.publish(Builder({ref: Thing(words=SECRET, acts=("withdrawals/2026-001", "reinstatements/2026-001"))}))
    assert [event for _, event, _ in place.events()] == ["公开", "撤下", "恢复公示"]
    assert place.problems() == []
    assert place.files()[f"{ref}/record.salt"] != first


def test_an_earlier_day_is_refused(live: Place, site: Builder) -> None:
    with pytest.raises(Refusal, match="不能再按更早的 2026-08-31 发布"):
        live.publish(site, as_of=date(2026, 8, 31))


def test_a_second_publisher_is_told_who_is_at_work(live: Place, site: Builder) -> None:
    with live.target.lock("示例乙，进程 7，2026-09-01 09:30 开始"), pytest.raises(Busy, match="示例乙，进程 7，2026-09-01 09:30 开始"):
        live.publish(site)
    site.things["penalties/2026-003"] = Thing()
    assert live.publish(site) == 0


@pytest.mark.parametrize("stranger", ["notes.txt", "releases/old", "current/x"])
def test_a_folder_with_strangers_is_refused_untouched(tmp_path: Path, site: Builder, stranger: str) -> None:
    place = Place(tmp_path / "out")
    file = place.root / stranger
    file.parent.mkdir(parents=True)
    file.write_text("别人的")
    with pytest.raises(Refusal, match="不属于本程序的内容"):
        place.publish(site)
    assert [found for found in place.root.rglob("*") if found.is_file()] == [file]


def test_a_link_that_leads_elsewhere_is_refused(live: Place, site: Builder) -> None:
    live.live.unlink()
    live.live.symlink_to("..")
    with pytest.raises(Refusal, match="指向的不是"):
        live.publish(site)


def test_readable_for_the_web_server_whatever_the_umask(place: Place, site: Builder) -> None:
    before = os.umask(0o077)
    try:
        place.publish(site)
    finally:
        os.umask(before)
    release = place.live.resolve()
    assert {file.stat().st_mode & 0o777 for file in release.rglob("*") if file.is_file()} == {0o644}
    folders = (place.root, place.root / "releases", release)
    assert {folder.stat().st_mode & 0o777 for folder in (*folders, *(f for f in release.rglob("*") if f.is_dir()))} == {0o755}


def test_a_manifest_that_was_altered_is_refused(live: Place, site: Builder) -> None:
    file = live.live.resolve() / "manifest.json"
    file.write_text(file.read_text().replace('"format": 1', '"format": 2'))
    with pytest.raises(Refusal, match="读不懂"):
        live.publish(site)


class Server:
    """The live folder over HTTP, names with a dot at the front kept back as by our snippets; ``broken`` answers wrongly."""

    def __init__(self, place: Place, broken: bool = False) -> None:
        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *args: object) -> None:
                super().__init__(*args, directory=str(place.live))  # type: ignore[arg-type]

            def do_GET(self) -> None:
                if broken:
                    self.send_error(500)
                elif "/." in self.path:
                    self.send_error(404)
                else:
                    super().do_GET()

            def log_message(self, *_args: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting between the questions to the server."""
    monkeypatch.setattr("generator.publish.health._PAUSE", 0.01)


@pytest.mark.usefixtures("quick")
def test_a_healthy_server_is_asked_and_all_is_well(live: Place, site: Builder) -> None:
    site.things["penalties/2026-003"] = Thing()
    assert live.publish(site, way=Way(url=Server(live).url)) == 0


@pytest.mark.usefixtures("quick")
def test_wrong_answers_bring_the_old_content_back_as_a_release_of_its_own(live: Place, site: Builder) -> None:
    first = open_release(live.live)
    old = live.files()
    site.things["penalties/2026-003"] = Thing()
    site.style = "body{color:red}"
    assert live.publish(site, way=Way(url=Server(live, broken=True).url)) == 4
    assert "回答 500" in live.said[-2]
    now, manifest = live.files(), open_release(live.live).manifest
    assert manifest.sequence == 3
    left_out = {"manifest.json", "ledger.jsonl", *manifest.kept}
    assert {path: data for path, data in now.items() if path not in left_out} == {p: d for p, d in old.items() if p not in left_out}
    assert live.events()[-2:] == [(2, "公开", "penalties/2026-003"), (3, "回退", "")]
    assert live.problems() == []
    assert list(check_succession(first, open_release(live.live))) == []
    assert live.publish(site) == 0
    assert live.events()[-1] == (4, "公开", "penalties/2026-003")
    assert live.problems() == []


@pytest.mark.usefixtures("quick")
def test_wrong_answers_never_bring_hidden_text_back(live: Place, site: Builder) -> None:
    site.things["penalties/2026-001"] = Thing(words=SECRET)
    site.things["penalties/2026-001"] = replace(site.things["penalties/2026-001"], standing="withdrawn", acts=("withdrawals/2026-001",))
    assert live.publish(site, way=Way(url=Server(live, broken=True).url)) == 4
    assert open_release(live.live).manifest.sequence == 2
    assert "不退回旧版本" in live.said[-1]


def test_status_of_nothing(tmp_path: Path) -> None:
    assert status_of(FolderTarget(tmp_path / "none"), DAY) is None


def test_manifest_names_one_file_a_line(live: Place) -> None:
    text = (live.live / "manifest.json").read_text("utf-8")
    told = json.loads(text)
    for path, digest in told["files"].items():
        assert f'  "{path}": "{digest}"' in text.splitlines() or f'  "{path}": "{digest}",' in text.splitlines()
