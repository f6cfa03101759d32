"""The folder that a build writes to: it takes the output's place whole, or vanishes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.writing import stage
from generator.writing.stage import MARK, Busy, Refusal, staged, vet


def tree(root: Path) -> dict[str, str]:
    """Every file below ``root`` with its text, and every empty folder."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") if path.is_file() else "/"
        for path in sorted(root.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


def build(output: Path, text: str = "new") -> None:
    """Build a site of one page."""
    with staged(output) as folder:
        (folder / "index.html").write_text(text, "utf-8")


def fail(output: Path, error: BaseException) -> None:
    """Begin a site and fail."""
    with staged(output) as folder:
        (folder / "index.html").write_text("half", "utf-8")
        raise error


def test_first_build_makes_the_folders_above_it(tmp_path: Path) -> None:
    build(tmp_path / "a/b/site")
    assert tree(tmp_path) == {"a/b/site/index.html": "new"}


def test_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    build(tmp_path / "site", "old")
    (tmp_path / "site/gone.html").write_text("gone", "utf-8")
    build(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": "new"}


def test_output_that_is_a_symlink_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    build(tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "real") == {"index.html": "new"}


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt(), SystemExit(1)], ids=repr)
def test_failed_build_leaves_the_old_site_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    build(tmp_path / "site", "old")
    with pytest.raises(type(error)):
        fail(tmp_path / "site", error)
    assert tree(tmp_path) == {"site/index.html": "old"}


def test_failed_first_build_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(ValueError, match="no"):
        fail(tmp_path / "a/b/c/site", ValueError("no"))
    assert tree(tmp_path) == {"a": "/"}


def test_failed_switch_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path / "site", "old")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.building":
            raise OSError(errno.EIO, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        build(tmp_path / "site")
    assert tree(tmp_path) == {"site/index.html": "old"}


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.writing import stage
where = sys.argv[1]
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
if where == "between":
    rename = Path.rename
    Path.rename = lambda self, target: die() if self.name == ".site.building" else rename(self, target)
if where == "after":
    stage.shutil.rmtree = die
with stage.staged(Path(sys.argv[2])) as folder:
    (folder / "index.html").write_text("half")
    (folder / "deep").mkdir()
    (folder / "deep" / "x.html").write_text("half")
    if where == "while":
        die()
"""


@pytest.mark.parametrize(("where", "kept"), [("while", "old"), ("between", "old"), ("after", "half")])
def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path, where: str, kept: str) -> None:
    build(tmp_path / "site", "old")
    killed = subprocess.run([sys.executable, "-c", KILLED, where, str(tmp_path / "site")], check=False)
    assert killed.returncode == -9
    assert len(tree(tmp_path)) > 1
    with pytest.raises(ValueError, match="no"):
        fail(tmp_path / "site", ValueError("no"))
    assert (tmp_path / "site/index.html").read_text("utf-8") == kept
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_second_build_of_one_output_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    with staged(tmp_path / "site") as folder:
        (folder / "index.html").write_text("first", "utf-8")
        with pytest.raises(Busy, match="另一个生成正在写"):
            build(tmp_path / "site", "second")
        build(tmp_path / "other", "elsewhere")
    assert tree(tmp_path) == {"site/index.html": "first", "other/index.html": "elsewhere"}


def test_folder_that_was_switched_while_we_waited_is_not_taken_for_the_stage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, flock, rivals = tmp_path / "site", stage.fcntl.flock, iter([True])

    def late(lock: int, how: int) -> None:
        if next(rivals, False):
            (tmp_path / ".site.building").rename(output)
        flock(lock, how)

    monkeypatch.setattr(stage.fcntl, "flock", late)
    build(output)
    assert tree(tmp_path) == {"site/index.html": "new"}


@pytest.mark.parametrize("umask", [0o022, 0o002, 0o077])
def test_output_has_the_permissions_of_an_ordinary_folder(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        build(tmp_path / "site")
    finally:
        os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o777 & ~umask


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("content", "里有 content"),
        (".", "里有 content"),
        ("content/site", "位于 content 里面"),
        ("theme/x/y", "位于 theme 里面"),
        ("link/site", "位于 content 里面"),
        ("file", "不是文件夹"),
        ("foreign", "不是本程序生成的"),
        ("portal", "不是本程序生成的"),
    ],
)
def test_output_that_would_destroy_something_is_refused(tmp_path: Path, output: str, words: str) -> None:
    for folder in ("content", "theme", "foreign", "portal"):
        (tmp_path / folder).mkdir()
    (tmp_path / "link").symlink_to("content")
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "foreign/letter.doc").write_text("x", "utf-8")
    (tmp_path / "portal/index.html").write_text("<title>门户</title>", "utf-8")
    with pytest.raises(Refusal, match=words) as refusal:
        vet(tmp_path / output, [tmp_path / "content", tmp_path / "theme"])
    assert refusal.value.hint


@pytest.mark.parametrize("home", [None, "", f"<head>{MARK}</head>"])
def test_output_that_is_new_or_empty_or_ours_is_accepted(tmp_path: Path, home: str | None) -> None:
    (tmp_path / "content").mkdir()
    if home is not None:
        (tmp_path / "site").mkdir()
    if home:
        (tmp_path / "site/index.html").write_text(home, "utf-8")
    vet(tmp_path / "site", [tmp_path / "content"])
