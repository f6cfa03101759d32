"""Publishes to a real S3 server through rclone: the order of a switch, broken uploads and switches, dead locks, and mistakes."""

from __future__ import annotations

import re
import subprocess
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.publish import object_store
from generator.publish.object_store import StoreTarget
from generator.publish.programs import call
from generator.publish.target import Survey
from generator.writing.stage import Refusal
from tests.deploy.releases import ONE, TWO, publish, write

pytestmark = pytest.mark.slow
SITE = {
    "index.html": "首页 旧",
    "p/2020-001/index.html": "秘密",
    "p/2020-001/record.json": "{秘密}",
    "p/2020-002/index.html": "乙",
    "attachments/p/2020-001/x.pdf": "秘密",
    "assets/style-111111111111.css": "旧",
    "feed/acts.atom": "旧 秘密",
    "data/all.json": "旧 秘密",
    "ledger.jsonl": "1",
}
CHANGED = {
    "index.html": "首页 新",
    "p/2020-001/index.html": "撤下说明",
    "p/2020-001/record.json": "{}",
    "p/2020-001/.gone": "",
    "assets/style-222222222222.css": "新",
    "feed/acts.atom": "新",
    "data/all.json": "新",
    "ledger.jsonl": "1 2",
}
GONE = ("attachments/p/2020-001/x.pdf", "assets/style-111111111111.css")
ORDER = [
    "-attachments/p/2020-001/x.pdf",
    "p/2020-001/.gone p/2020-001/index.html p/2020-001/record.json",
    "assets/style-222222222222.css",
    "index.html",
    "data/all.json feed/acts.atom",
    "ledger.jsonl manifest.json",
    "-assets/style-111111111111.css",
]


@pytest.fixture
def target(store: str) -> StoreTarget:
    """The target under test."""
    return StoreTarget(store)


@pytest.fixture
def after(target: StoreTarget, tmp_path: Path) -> Path:
    """A site with a record withdrawn, after a release without is live."""
    site = write(tmp_path / "site", SITE)
    publish(target, ONE, site)
    for path in GONE:
        (site / path).unlink()
    return write(site, CHANGED)


def public(store: str) -> dict[str, str]:
    """What the public can read, by path."""
    with TemporaryDirectory() as folder:
        subprocess.run(["rclone", "copy", f"{store}/current", folder], capture_output=True, check=True)
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def told(command: list[str], data: bytes) -> str:
    """What a command of rclone does to the public's files, as in ``ORDER``."""
    if not command[-1].endswith("/current") or command[1] not in ("copy", "delete"):
        return ""
    return ("-" if command[1] == "delete" else "") + data.decode().strip().replace("\n", " ")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done to the public's files, noted as it happens."""
    done: list[str] = []

    def watched(target: str, command: list[str], data: bytes = b"", allowed: tuple[int, ...] = ()) -> tuple[int, bytes]:
        step = told(command, data)
        if step:
            done.append(step)
        return call(target, command, data, allowed)

    monkeypatch.setattr(object_store, "call", watched)
    return done


def test_a_switch_hides_first_and_ends_with_the_manifest(target: StoreTarget, store: str, after: Path, steps: list[str]) -> None:
    publish(target, TWO, after, ONE, ("p/2020-002/index.html",))
    assert steps == ORDER
    expected = {**SITE, **CHANGED}
    shown = public(store)
    assert {path: text for path, text in shown.items() if path != "manifest.json"} == {
        path: text for path, text in expected.items() if path not in GONE
    }


@pytest.mark.parametrize("broken", range(len(ORDER)))
def test_a_broken_switch_is_brought_to_its_end_by_the_next(
    target: StoreTarget, store: str, after: Path, broken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(target: str, command: list[str], data: bytes = b"", allowed: tuple[int, ...] = ()) -> tuple[int, bytes]:
        if told(command, data) == ORDER[broken]:
            raise KeyboardInterrupt
        return call(target, command, data, allowed)

    with monkeypatch.context() as patch:
        patch.setattr(object_store, "call", breaking)
        with pytest.raises(KeyboardInterrupt):
            publish(target, TWO, after, ONE, ("p/2020-002/index.html",))
    assert target.survey().live == ONE
    # Whatever is hidden first never comes back; each single file is whole, of one release or the other.
    shown = public(store)
    hidden = broken > 1
    assert ("秘密" in shown.get("p/2020-001/index.html", "")) is not hidden
    for path, text in shown.items():
        assert path == "manifest.json" or text in (SITE.get(path), CHANGED.get(path))
    with target.lock("下一次"):
        assert target.survey() == Survey((ONE, TWO), TWO)
    assert "秘密" not in str(public(store))


def test_half_an_upload_is_resumed(target: StoreTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write(tmp_path / "site", {f"p/{number}.html": "文" * number for number in range(1, 9)})
    with target.lock("测试"):
        target.begin(ONE, None, ())
        target.put(ONE, site, [f"p/{number}.html" for number in range(1, 6)])
    assert target.survey() == Survey()
    (site / "p/5.html").write_text("改", "utf-8")
    log = tmp_path / "rclone.log"
    monkeypatch.setenv("RCLONE_LOG_FILE", str(log))
    monkeypatch.setenv("RCLONE_LOG_LEVEL", "INFO")
    publish(target, ONE, site)
    # What is copied within the store to become public is logged as a server-side copy.
    sent = re.findall(r" (p/\d\.html): Copied \((?!server-side)", log.read_text())
    assert sorted(sent) == [f"p/{number}.html" for number in (5, 6, 7, 8)]


def test_half_an_upload_of_another_release_is_cleared_away(target: StoreTarget, store: str, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"a.html": "甲"})
    with target.lock("测试"):
        target.begin(ONE, None, ())
        target.put(ONE, site, ["a.html"])
    publish(target, TWO, site)
    listed = subprocess.run(["rclone", "lsf", f"{store}/releases"], capture_output=True, check=True).stdout.decode()
    assert sorted(listed.split()) == [f"{TWO}.whole", f"{TWO}/"]


def test_the_lock_of_a_killed_publisher_is_void_after_two_hours(target: StoreTarget, monkeypatch: pytest.MonkeyPatch) -> None:
    target.write("locks/0000000000000000", "李四，昨天".encode())
    with pytest.raises(Refusal, match="李四，昨天") as busy, target.lock("张三"):
        pass
    assert "locks/0000000000000000" in busy.value.hint
    real = StoreTarget._list

    def aged(self: StoreTarget, *path: str) -> list[dict[str, object]]:
        found = real(self, *path)
        for entry in found:
            if entry["Name"] == "0000000000000000":
                entry["ModTime"] = (datetime.fromisoformat(entry["ModTime"]) - timedelta(hours=2, seconds=9)).isoformat()
        return found

    monkeypatch.setattr(StoreTarget, "_list", aged)
    with target.lock("张三"):
        pass
    assert target.read("locks/0000000000000000") is None
    assert real(target, "locks") == []


def test_pages_are_not_kept_by_caches_and_hashed_files_are(target: StoreTarget, after: Path, store_settings: dict[str, str]) -> None:
    place = store_settings["RCLONE_CONFIG_STORE_ENDPOINT"] + "/" + target.label.removeprefix("rclone:store:")

    def control(path: str) -> str:
        with urllib.request.urlopen(f"{place}/current/{path}") as answer:
            return answer.headers["Cache-Control"]

    assert control("index.html") == "no-cache"
    assert control("assets/style-111111111111.css") == "public, max-age=31536000, immutable"


def test_what_is_not_ours_is_refused_untouched(target: StoreTarget, store: str) -> None:
    subprocess.run(["rclone", "rcat", f"{store}/index.php"], input=b"portal", check=True)
    with pytest.raises(Refusal, match=r"index\.php"), target.lock("测试"):
        pass
    assert subprocess.run(["rclone", "lsf", "-R", store], capture_output=True, check=True).stdout == b"index.php\n"


def test_mistakes_are_explained(store: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不认识"):
        StoreTarget("unknown:bucket/x").survey()
    monkeypatch.setenv("RCLONE_CONFIG_STORE_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("RCLONE_LOW_LEVEL_RETRIES", "1")
    with pytest.raises(Refusal, match="连不上"):
        StoreTarget(store).survey()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="没有 rclone") as refused:
        StoreTarget(store).survey()
    assert "sudo apt install rclone" in refused.value.hint
