"""A commit as a content tree: the same as the folder that was committed, and every refusal explained."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.finding import Fault
from generator.reading.entry import Entry
from generator.reading.tree import DirectoryTree, GitTree, TreeError, open_base
from tests.reading.repository import Repository

FILES = {
    "README.md": b"outside",
    "content/a.yaml": "名称: 示例\n".encode(),
    "content/penalties/2020/2020-001.md": b"---\na: 1\n---\n",
    "content/attachments/a/决定书 1.pdf": bytes(range(256)) * 100,
    "content/empty.yaml": b"",
    "content/.gitkeep": b"",
    "content/.hidden/x.yaml": b"x",
    "content/x.yaml~": b"x",
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "repository")


@pytest.fixture
def tree(repository: Repository) -> Iterator[GitTree]:
    repository.commit(FILES)
    with GitTree(repository.root, "main", "content") as tree:
        yield tree


def test_commit_and_folder_are_the_same(repository: Repository, tree: GitTree) -> None:
    folder = DirectoryTree(repository.root / "content", "content")
    assert tree.label == folder.label
    assert [entry.path for entry in tree.entries()] == [
        "a.yaml",
        "attachments/a/决定书 1.pdf",
        "empty.yaml",
        "penalties/2020/2020-001.md",
    ]
    assert tree.entries() == folder.entries()
    for entry in tree.entries():
        assert tree.read(entry.path) == folder.read(entry.path) == FILES[f"content/{entry.path}"]


def test_links_and_submodules_are_the_same_faults(repository: Repository) -> None:
    repository.commit({"content/a.yaml": b"a"})
    (repository.root / "content/link.yaml").symlink_to("a.yaml")
    (repository.root / "content/folder").symlink_to("/etc")
    inner = Repository.create(repository.root / "content/inner")
    oid = inner.commit({"x.yaml": b"x"})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{oid},content/inner")
    repository.commit({})
    expected = (
        Entry("a.yaml", 1),
        Entry("folder", 0, Fault("symlink")),
        Entry("inner", 0, Fault("submodule")),
        Entry("link.yaml", 0, Fault("symlink")),
    )
    assert DirectoryTree(repository.root / "content", "content").entries() == expected
    with GitTree(repository.root, "HEAD", "content") as tree:
        assert tree.entries() == expected
        for path in ("link.yaml", "folder", "inner", "inner/x.yaml"):
            with pytest.raises(FileNotFoundError):
                tree.read(path)


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        (b"..", "..", "dots"),
        (b"a\\b", "a\\b", "backslash"),
        (b"\xb0\xa1", "\\xb0\\xa1", "not-utf8"),
        (b"a\nb", "a\\nb", "control"),
        ("e\u0301".encode(), "e\u0301", "not-nfc"),
    ],
)
def test_unsafe_names(repository: Repository, name: bytes, shown: str, reason: str) -> None:
    blob = repository.blob(b"x")
    inner = repository.tree([("100644", blob, b"x.yaml"), ("100644", blob, b"y.yaml")])
    commit = repository.commit_content([("40000", inner, name), ("100644", blob, b"A.yaml")])
    with GitTree(repository.root, commit, "content") as tree:
        unsafe = Entry(shown, 0, Fault("path-unsafe", None, {"reason": reason}))
        assert tree.entries() == tuple(sorted((unsafe, Entry("A.yaml", 1)), key=lambda entry: entry.path))
        with pytest.raises(FileNotFoundError):
            tree.read("../x.yaml")


def test_each_commit_has_its_own_files(repository: Repository) -> None:
    first = repository.commit({"content/a.yaml": b"old", "content/b.yaml": b"b"})
    (repository.root / "content/b.yaml").unlink()
    repository.commit({"content/a.yaml": b"new"})
    repository.git("tag", "v1", first)
    with GitTree(repository.root, "v1", "content") as old, GitTree(repository.root, "main", "content") as new:
        assert [entry.path for entry in old.entries()] == ["a.yaml", "b.yaml"]
        assert [entry.path for entry in new.entries()] == ["a.yaml"]
        assert (old.read("a.yaml"), new.read("a.yaml"), old.read("b.yaml")) == (b"old", b"new", b"b")
        assert old.commit == first


def test_folder_that_the_commit_lacks_is_empty(repository: Repository) -> None:
    repository.commit({"README.md": b""})
    assert GitTree(repository.root, "main", "content").entries() == ()


def test_whole_repository(repository: Repository) -> None:
    repository.commit({"a.yaml": b"a"})
    with GitTree(repository.root, "main", "") as tree:
        assert (tree.label, tree.read("a.yaml")) == ("repository", b"a")


@pytest.mark.parametrize(
    ("committed", "day"),
    [
        ("2020-06-01T15:59:59+00:00", date(2020, 6, 1)),
        ("2020-06-01T16:00:00+00:00", date(2020, 6, 2)),
        ("2020-12-31T23:30:00-05:00", date(2021, 1, 1)),
        ("1999-12-31T12:00:00+08:00", date(2020, 2, 1)),
    ],
    ids=["before midnight", "after midnight", "another zone", "set back by hand"],
)
def test_day_is_the_latest_committers_day_in_shanghai(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, committed: str, day: date
) -> None:
    repository.commit({}, day="2020-02-01T12:00:00+08:00")
    repository.commit({"content/a.yaml": b"a"}, day=committed)
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    assert GitTree(repository.root, "main", "content").day == day


def test_environment_of_a_hook_does_not_lead_astray(
    repository: Repository, tree: GitTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit({"content/other.yaml": b""})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with GitTree(repository.root, "main", "content") as again:
        assert again.entries() == tree.entries()


def test_reading_goes_on_after_close_and_in_a_forked_child(tree: GitTree) -> None:
    assert tree.read("a.yaml") == FILES["content/a.yaml"]
    child = os.fork()
    if child == 0:
        right = all(tree.read("penalties/2020/2020-001.md") == b"---\na: 1\n---\n" for _ in range(50))
        os._exit(0 if right else 1)
    for _ in range(50):
        assert tree.read("a.yaml") == FILES["content/a.yaml"]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    tree.close()
    tree.close()
    assert tree.read("a.yaml") == FILES["content/a.yaml"]


@pytest.mark.parametrize("ref", ["-x", "--output=x", "", "a\0b"])
def test_reference_that_could_be_an_option_is_refused(repository: Repository, ref: str) -> None:
    repository.commit({})
    with pytest.raises(TreeError, match="不能作为比较基准"):
        GitTree(repository.root, ref, "content")


def test_unknown_reference(repository: Repository) -> None:
    repository.commit({})
    with pytest.raises(TreeError) as caught:
        GitTree(repository.root, "origin/nowhere", "content")
    assert caught.value.message_zh == "在 git 仓库里找不到比较基准“origin/nowhere”"
    assert "git branch -a" in caught.value.hint_zh


def test_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    first = repository.commit({"content/a.yaml": b"1"})
    repository.commit({"content/a.yaml": b"2"})
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "clone"))
    assert not GitTree(repository.root, "main", "content").is_shallow
    assert GitTree(tmp_path / "clone", "HEAD", "content").is_shallow
    with pytest.raises(TreeError) as caught:
        GitTree(tmp_path / "clone", first, "content")
    assert "fetch-depth" in caught.value.hint_zh


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="不在 git 仓库里"):
        GitTree(tmp_path, "main", "content")


def test_git_is_missing(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repository.commit({})
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TreeError, match="没有找到 git 程序"):
        GitTree(repository.root, "main", "content")


def test_repository_of_another_user(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in = tmp_path / "bin/git"
    stand_in.parent.mkdir()
    stand_in.write_text(
        "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\" >&2\nexit 128\n"
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(stand_in.parent), prepend=os.pathsep)
    with pytest.raises(TreeError) as caught:
        GitTree(repository.root, "main", "content")
    assert "safe.directory" in caught.value.hint_zh


def test_damaged_repository(repository: Repository, tree: GitTree) -> None:
    oid = repository.git("rev-parse", "main:content/a.yaml")
    (repository.root / ".git/objects" / oid[:2] / oid[2:]).unlink()
    with GitTree(repository.root, "main", "content") as damaged, pytest.raises(TreeError):
        damaged.read("a.yaml")


def test_base_is_an_existing_folder_unless_git_is_forced(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({"content/a.yaml": b"committed"})
    repository.write({"main/b.yaml": b"folder"})
    monkeypatch.chdir(repository.root)
    folder = open_base("main", Path("content"))
    assert isinstance(folder, DirectoryTree)
    assert (folder.label, folder.read("b.yaml")) == ("content", b"folder")
    forced = open_base("git:main", Path("content"))
    assert isinstance(forced, GitTree)
    assert (forced.label, forced.read("a.yaml")) == ("content", b"committed")
    forced.close()


def test_base_is_where_the_branch_began(repository: Repository) -> None:
    content = repository.root / "content"
    start = repository.commit({"content/a.yaml": b"a"})
    repository.git("switch", "--quiet", "--create", "proposal")
    repository.commit({"content/b.yaml": b"proposed"})
    repository.git("switch", "--quiet", "main")
    repository.commit({"content/c.yaml": b"published meanwhile"})
    repository.git("switch", "--quiet", "proposal")
    base = open_base("main", content)
    assert isinstance(base, GitTree)
    assert base.commit == start
    assert [entry.path for entry in base.entries()] == ["a.yaml"]


def test_base_without_common_history(repository: Repository) -> None:
    repository.commit({"content/a.yaml": b"a"})
    other = repository.commit_content([("100644", repository.blob(b"x"), b"x.yaml")])
    with pytest.raises(TreeError, match="没有共同的历史"):
        open_base(other, repository.root / "content")


def test_base_before_the_first_commit_of_the_branch(repository: Repository) -> None:
    repository.write({"content/a.yaml": b"a"})
    other = repository.commit_content([("100644", repository.blob(b"x"), b"x.yaml")])
    base = open_base(other, repository.root / "content")
    assert [entry.path for entry in base.entries()] == ["x.yaml"]


def test_base_of_content_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="没有内容文件夹"):
        open_base("main", tmp_path / "nowhere")


def test_base_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(TreeError, match="不在 git 仓库里"):
        open_base("main", tmp_path)
