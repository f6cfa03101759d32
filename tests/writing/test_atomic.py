"""Replacing a file: whole or not at all, permissions kept, links refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from generator.writing.atomic import replace_text


def test_new_file(tmp_path: Path) -> None:
    replace_text(tmp_path / "新.yaml", "文号: 甲\n")
    assert (tmp_path / "新.yaml").read_bytes() == "文号: 甲\n".encode()
    assert [file.name for file in tmp_path.iterdir()] == ["新.yaml"]


def test_new_file_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_text(tmp_path / "a", "")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a"
    file.write_text("旧")
    file.chmod(mode)
    replace_text(file, "新")
    assert file.read_text("utf-8") == "新"
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_old_file_is_replaced_not_written_into(tmp_path: Path) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_text("旧", "utf-8")
    other.hardlink_to(file)
    replace_text(file, "新")
    assert other.read_text("utf-8") == "旧"


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("旧", "utf-8")
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(FileExistsError):
        replace_text(tmp_path / "link", "新")
    assert (tmp_path / "real").read_text("utf-8") == "旧"
    assert (tmp_path / "link").is_symlink()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(FileExistsError):
        replace_text(tmp_path / "a", "新")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "a"
    file.write_text("旧", "utf-8")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(OSError, match="No space"):
        replace_text(file, "新")
    monkeypatch.undo()
    assert file.read_text("utf-8") == "旧"
    assert [item.name for item in tmp_path.iterdir()] == ["a"]
