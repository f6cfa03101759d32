"""A folder as a content tree: what is listed, what is refused, and that nothing outside can be read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from generator.finding import Fault
from generator.reading.tree import DirectoryTree, Entry, TreeError


def tree_of(root: Path, files: dict[str, bytes]) -> DirectoryTree:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return DirectoryTree(root, "content")


def test_files_are_listed_by_path_and_read(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {"b/2.md": b"two", "b.md": b"", "a/1.yaml": b"one", "b/a/3": b"three"})
    (tmp_path / "empty").mkdir()
    assert tree.label == "content"
    assert tree.entries() == (Entry("a/1.yaml", 3), Entry("b.md", 0), Entry("b/2.md", 3), Entry("b/a/3", 5))
    assert [tree.read(entry.path) for entry in tree.entries()] == [b"one", b"", b"two", b"three"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    tree = tree_of(
        tmp_path, {".gitkeep": b"", "a/.DS_Store": b"", "a/x.yaml~": b"", ".git/config": b"", "~$x.docx": b""}
    )
    assert tree.entries() == ()
    with pytest.raises(FileNotFoundError):
        tree.read(".gitkeep")


def test_links_are_named_and_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    tree_of(outside, {"secret.yaml": b"secret", "folder/x.yaml": b"secret"})
    content = tmp_path / "content"
    tree = tree_of(content, {"a.yaml": b"a"})
    (content / "link.yaml").symlink_to(outside / "secret.yaml")
    (content / "folder").symlink_to(outside / "folder", target_is_directory=True)
    (content / "inner.yaml").symlink_to("a.yaml")
    (content / "dangling.yaml").symlink_to("nowhere")
    link = Fault("symlink")
    assert tree.entries() == (
        Entry("a.yaml", 1),
        *(Entry(path, 0, link) for path in ("dangling.yaml", "folder", "inner.yaml", "link.yaml")),
    )
    for path in ("link.yaml", "inner.yaml", "folder", "folder/x.yaml", "dangling.yaml"):
        with pytest.raises(FileNotFoundError):
            tree.read(path)


def test_file_that_becomes_a_link_after_the_listing_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    tree = tree_of(tmp_path / "content", {"a.yaml": b"a"})
    assert tree.entries() == (Entry("a.yaml", 1),)
    (tmp_path / "content/a.yaml").unlink()
    (tmp_path / "content/a.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match=r"a\.yaml"):
        tree.read("a.yaml")


@pytest.mark.parametrize(
    "path", ["../secret", "a/../../secret", "a.yaml/", "./a.yaml", "", ".", "b", "nowhere.yaml"]
)
def test_nothing_but_listed_files_can_be_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    tree = tree_of(tmp_path / "content", {"a.yaml": b"a", "b/c.yaml": b"c"})
    with pytest.raises(FileNotFoundError):
        tree.read(path)
    with pytest.raises(FileNotFoundError):
        tree.read(str(tmp_path / "secret"))


def test_special_files(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, {})
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(tmp_path, os.O_RDONLY)
        try:
            server.bind(
                f"/proc/self/fd/{here}/socket" if Path("/proc/self/fd").is_dir() else str(tmp_path / "socket")
            )
        finally:
            os.close(here)
    assert tree.entries() == (
        Entry("pipe", 0, Fault("special-file")),
        Entry("socket", 0, Fault("special-file")),
    )


def test_repository_within_the_content_is_named(tmp_path: Path) -> None:
    tree = tree_of(
        tmp_path, {"inner/.git": b"gitdir: x", "inner/a.yaml": b"", ".git/config": b"", "b.yaml": b""}
    )
    assert tree.entries() == (Entry("b.yaml", 0), Entry("inner", 0, Fault("submodule")))


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        (b"a\\b", "a\\b", "backslash"),
        (b"\xb0\xa1.md", "\\xb0\\xa1.md", "not-utf8"),
        (b"a\nb", "a\\nb", "control"),
        ("e\u0301".encode(), "e\u0301", "not-nfc"),
    ],
)
def test_unsafe_names(tmp_path: Path, name: bytes, shown: str, reason: str) -> None:
    folder = tmp_path / os.fsdecode(name)
    folder.mkdir()
    (folder / "x.yaml").write_bytes(b"x")
    tree = DirectoryTree(tmp_path, "content")
    assert tree.entries() == (Entry(shown, 0, Fault("path-unsafe", None, {"reason": reason})),)
    with pytest.raises(FileNotFoundError):
        tree.read(f"{os.fsdecode(name)}/x.yaml")


def test_root_may_be_a_link(tmp_path: Path) -> None:
    tree_of(tmp_path / "real", {"a.yaml": b"a"})
    (tmp_path / "link").symlink_to("real")
    assert DirectoryTree(tmp_path / "link", "content").read("a.yaml") == b"a"


@pytest.mark.parametrize(("name", "reason"), [("nowhere", "不存在"), ("file", "不是文件夹")])
def test_root_that_is_no_folder(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(TreeError) as caught:
        DirectoryTree(tmp_path / name, "content").entries()
    assert reason in caught.value.message_zh
    assert name in caught.value.message_zh
    assert caught.value.hint_zh


def test_large_file_is_told_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert DirectoryTree(tmp_path, "content").entries() == (Entry("big.yaml", 50 * 1024 * 1024),)
