"""The zip file that is carried to a portal by FTP or stick: whole, the same each time, and honest about what to delete."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.publish.archive import ArchiveTarget
from generator.writing.stage import Refusal
from tests.deploy.releases import ONE, TWO, publish, write

THREE = "3-cccccccccccc"


def opened(file: Path) -> dict[str, str]:
    """The entries of a zip file as text."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry).decode("utf-8-sig") for entry in archive.infolist()}


def deletions(file: Path) -> list[str]:
    """What the list says."""
    return opened(file)["DELETE.txt"].split("\r\n")[:-1]


def test_the_site_lies_in_its_own_folder_beside_the_instructions(tmp_path: Path) -> None:
    file = tmp_path / "out.zip"
    publish(ArchiveTarget(file), ONE, write(tmp_path / "site", {"index.html": "首页", "p/1/index.html": "甲"}))
    entries = opened(file)
    assert list(entries) == ["README.txt", "DELETE.txt", "site/index.html", "site/manifest.json", "site/p/1/index.html"]
    assert entries["site/index.html"] == "首页"
    assert "第 1 次发布" in entries["README.txt"]
    assert deletions(file) == []


def test_the_same_releases_give_the_same_bytes(tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"index.html": "首页", "p/1/index.html": "甲"})
    for name in ("a", "b"):
        publish(ArchiveTarget(tmp_path / name / "out.zip"), ONE, site)
        (site / "index.html").touch(0o600)
    assert (tmp_path / "a/out.zip").read_bytes() == (tmp_path / "b/out.zip").read_bytes()


def test_what_is_gone_stays_on_the_list_for_whoever_skips_a_release(tmp_path: Path) -> None:
    target = ArchiveTarget(tmp_path / "out.zip")
    site = write(tmp_path / "site", {"a.html": "甲", "attachments/secret.pdf": "密", "b.html": "乙"})
    publish(target, ONE, site)
    (site / "attachments/secret.pdf").unlink()
    publish(target, TWO, site, ONE, ("a.html", "b.html"))
    assert deletions(target.file) == ["attachments/secret.pdf"]
    with target.lock("测试"):
        target.remove(ONE)
    (site / "b.html").unlink()
    publish(target, THREE, site, TWO, ("a.html",))
    assert deletions(target.file) == ["attachments/secret.pdf", "b.html"]
    assert not any("密" in text for text in opened(target.file).values())
    write(site, {"b.html": "又来"})
    publish(target, "4-dddddddddddd", site, THREE, ("a.html",))
    assert deletions(target.file) == ["attachments/secret.pdf"]


def test_each_release_has_a_time_of_its_own(tmp_path: Path) -> None:
    target, site = ArchiveTarget(tmp_path / "out.zip"), write(tmp_path / "site", {"a.html": "甲"})
    times = []
    for name in (ONE, TWO):
        publish(target, name, site)
        with zipfile.ZipFile(target.file) as archive:
            times.append({entry.date_time for entry in archive.infolist()})
    assert times == [{(2026, 3, 9, 0, 0, 2)}, {(2026, 3, 9, 0, 0, 4)}]


def test_a_file_that_was_moved_or_left_old_is_made_anew(tmp_path: Path) -> None:
    target, site = ArchiveTarget(tmp_path / "out.zip"), write(tmp_path / "site", {"a.html": "甲"})
    publish(target, ONE, site)
    first = target.file.read_bytes()
    target.file.unlink()
    with target.lock("测试"):
        assert target.file.read_bytes() == first
    publish(target, TWO, site)
    second = target.file.read_bytes()
    # As after a kill between the folder's switch and the new file.
    target.file.write_bytes(first)
    with target.lock("测试"):
        assert target.file.read_bytes() == second


def test_somebody_else_s_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.zip").write_text("not a zip")
    with pytest.raises(Refusal, match="没有动它"), ArchiveTarget(tmp_path / "out.zip").lock("测试"):
        pass
    assert (tmp_path / "out.zip").read_text() == "not a zip"
    with pytest.raises(Refusal, match=r"\.zip"):
        ArchiveTarget(tmp_path / "out.tar")
