"""A large folder read in several processes gives the very same as in one, good files and bad."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from bench.corpus import write_corpus
from generator import flow
from generator.reading import share
from generator.reading.tree import DirectoryTree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Sixty records, some of them with faults, pages and an attachment."""
    folder = tmp_path / "content"
    write_corpus(60, folder)
    files = sorted(folder.glob("penalties/*/*.md"))
    files[3].write_bytes(b"\xff\xfe\x00")
    files[20].write_text("---\n文号: 1\n文号: 2\n---\n", "utf-8")
    files[40].write_bytes(b"")
    files[41].unlink()
    files[41].symlink_to("/etc/passwd")
    (folder / "attachments/penalties/x").mkdir(parents=True)
    (folder / "attachments/penalties/x/a.txt").write_text("a", "utf-8")
    return folder


@pytest.mark.parametrize("jobs", [2, 3])
def test_same_as_one_process(content: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = flow.read(DirectoryTree(content, "content"))
    assert sum(bool(draft.faults) for draft in alone.drafts) >= 4
    monkeypatch.setattr(share, "_CHUNK", 7)
    monkeypatch.setattr(share, "_WORTH_SHARING", 1)
    assert flow.read(DirectoryTree(content, "content"), jobs) == alone
    assert gc.isenabled()


def test_file_that_vanishes_while_it_is_read_is_an_error(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "_WORTH_SHARING", 1)
    tree = DirectoryTree(content, "content")
    tree.entries()
    (content / "pages/about.md").unlink()
    with pytest.raises(FileNotFoundError):
        flow.read(tree, 2)
