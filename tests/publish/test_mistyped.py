"""What is asked of a target that is not what it should be: no traceback, what is wrong, and exactly what to do."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.publish.things import Builder, Place, Thing, things

Capture = pytest.CaptureFixture[str]


def _file(root: Path) -> None:
    (root / "x").write_text("别人的")


def _empty_ledger(root: Path) -> None:
    (root / "x").mkdir()
    (root / "x/ledger.jsonl").touch()


def _strangers(root: Path) -> None:
    (root / "x").mkdir()
    (root / "x/notes.txt").touch()


def _zip(root: Path) -> None:
    with zipfile.ZipFile(root / "x.zip", "w") as archive:
        archive.writestr("别人的", "别人的")


def _dangling(root: Path) -> None:
    (root / "x/releases").mkdir(parents=True)
    (root / "x/current").symlink_to("releases/1-nogit")


def _no_manifest(root: Path) -> None:
    _dangling(root)
    (root / "x/releases/1-nogit").mkdir()


def _not_json(root: Path) -> None:
    _no_manifest(root)
    (root / "x/releases/1-nogit/manifest.json").write_text("{")


def _link(root: Path) -> None:
    (root / "x").symlink_to("nowhere/deep")


def _loop(root: Path) -> None:
    (root / "x").symlink_to("x")


#: What is there, how it is named, what is said, and the advice.
TARGETS: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "nothing": (lambda _root: None, "x", "x 还没有发布过", "核对 --to 写的位置"),
    "no name": (lambda _root: None, "", "没有写发布到哪里", "ssh://用户@主机/路径"),
    "a file": (_file, "x", "x 是一个文件，不是文件夹", "用 --to 写一个文件夹"),
    "an empty ledger": (_empty_ledger, "x", "是空的：内容丢失了", "从备份里取回 ledger.jsonl"),
    "other files": (_strangers, "x", "不属于本程序的内容：notes.txt", "换一个空的或者不存在的文件夹"),
    "a zip of something else": (_zip, "zip:x.zip", "不是本程序做的发布压缩包", "换一个文件名"),
    "no zip": (_file, "zip:x", "x 不是 .zip 文件名", "--to zip:文件夹/名称.zip"),
    "a link to nothing": (_dangling, "x", "指向的不是 x/releases 里的发布版本", "ln -sfn"),
    "itself a link to nothing": (_link, "x", "x 是一个链接，它指向的不是文件夹，或者不存在", "写真正的文件夹"),
    "a link to itself": (_loop, "x", "x 是一个链接，它指向的不是文件夹，或者不存在", "写真正的文件夹"),
    "no manifest": (_no_manifest, "x", "没有 x 的 releases/1-nogit/manifest.json", "从备份恢复"),
    "a manifest that is none": (_not_json, "x", "读不懂 x 的 releases/1-nogit/manifest.json", "从备份恢复"),
    "another way of writing": (lambda _root: None, "ftp:x", "看不懂发布目标 ftp:x", "rclone:存储名称"),
}
COMMANDS = {
    "status": ("status",),
    "rollback": ("rollback",),
    "dry run": ("publish", "--dry-run", "--content", "content", "--settings", "settings.py", "--as-of", "2026-01-05"),
    "takedown": ("takedown", "penalties/x", "--reason", "x", "--approver", "x", "--content", "content", "--settings", "settings.py"),
}


def _said(capsys: Capture, *words: str, code: int) -> str:
    assert main(words) == code
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return out + err


#: Where nothing is, a first release is made; where nothing is live, going back needs no ledger to be refused.
_OTHERWISE = {("nothing", "dry run"), ("an empty ledger", "rollback")}
CASES = [(target, command) for target in TARGETS for command in COMMANDS if (target, command) not in _OTHERWISE]


@pytest.mark.parametrize(("name", "command"), CASES)
def test_a_target_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, name: str, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/bodies").mkdir(parents=True)
    (tmp_path / "content/bodies/x.yaml").write_text("名称: [", "utf-8")
    (tmp_path / "settings.py").write_text("")
    prepare, spec, what, hint = TARGETS[name]
    prepare(tmp_path)
    before = _files(tmp_path)
    told = _said(capsys, *COMMANDS[command], "--to", spec, code=2)
    assert what in told
    assert hint in told or command == "takedown"
    assert _files(tmp_path) == before


def _files(root: Path) -> dict[Path, bytes]:
    """Every file but the lock, which whoever is to look at the ledger takes."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and path.name != "lock"}


@pytest.fixture
def two(place: Place, site: Builder, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Two releases in the folder ``out``."""
    place.publish(site)
    site.things["penalties/2026-003"] = Thing()
    place.publish(site)
    monkeypatch.chdir(place.root.parent)
    return place


MISTYPED = {
    "a day that is none": (("status", "--to", "out", "--as-of", "2026-13-01"), "日历上没有 2026-13-01 这一天"),
    "an age below nothing": (("status", "--to", "out", "--max-age", "-1"), "--max-age 的值“-1”不对"),
    "a form that is none": (("status", "--to", "out", "--format", "xml"), "没有“xml”这种格式"),
    "a release that is none": (("rollback", "--to", "out", "--to-release", "x"), "--to-release 的值“x”不对"),
    "a release that never was": (("rollback", "--to", "out", "--to-release", "9"), "可以回退到：1"),
    "the live release": (("rollback", "--to", "out", "--to-release", "2"), "第 2 次发布就是线上的版本"),
    "the target for the site": (("verify", "out"), "写 out/current"),
    "an older site that is none": (("verify", "out/current", "--previous", "work"), "work 不是发布的网站"),
}


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("words", "what"), MISTYPED.values(), ids=MISTYPED)
def test_what_is_mistyped_about_a_target(capsys: Capture, words: tuple[str, ...], what: str) -> None:
    assert what in _said(capsys, *words, code=2)


@pytest.mark.usefixtures("two")
def test_a_run_of_tomorrow_is_an_alarm(capsys: Capture) -> None:
    told = _said(capsys, "status", "--to", "out", "--as-of", "2026-08-31", "--max-age", "3", code=1)
    assert "最近一次运行的日期在 2026-08-31 以后" in told and "-1 天前" not in told


def test_the_first_release_has_none_before_it(place: Place, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    place.publish(Builder(things()))
    monkeypatch.chdir(place.root.parent)
    assert "没有更早的版本可以回退" in _said(capsys, "rollback", "--to", "out", code=2)


def test_a_target_of_somebody_else_s(two: Place, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root is never kept out by a mode: the system's answer is made here."""
    real = os.open

    def denied(path: str | Path, flags: int, *rest: int, **more: int) -> int:
        if str(path).endswith("/lock"):
            raise PermissionError(13, "Permission denied", "out/lock")
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", denied)
    told = _said(capsys, "rollback", "--to", "out", code=3)
    assert "out/lock：没有权限" in told and "检查文件和文件夹的权限、是谁的" in told
    assert two.live.readlink().name.startswith("2-")
