"""A large folder read and checked in several processes gives the very same as in one, good files and bad."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest

from bench.corpus import AS_OF, write_corpus
from generator import flow
from generator.model.settings import Settings
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


@pytest.mark.parametrize("jobs", [2, 3])
def test_rules_find_the_same_as_in_one_process(content: Path, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(content / "rosters")
    tree = DirectoryTree(content, "content")
    alone = flow.check(tree, Settings(), AS_OF).findings
    assert {"file-encoding", "key-duplicate", "reference-broken"} <= {finding.rule for finding in alone}
    monkeypatch.setattr(share, "_CHUNK", 7)
    monkeypatch.setattr(share, "_WORTH_SHARING", 1)
    monkeypatch.setattr(flow, "_LARGE", 1)
    assert flow.check(tree, Settings(), AS_OF, jobs=jobs).findings == alone
    assert flow.check(tree, Settings(), AS_OF, reading=flow.read(tree)).findings == alone


def test_file_that_vanishes_while_it_is_read_is_an_error(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "_WORTH_SHARING", 1)
    tree = DirectoryTree(content, "content")
    tree.entries()
    (content / "pages/about.md").unlink()
    with pytest.raises(FileNotFoundError):
        flow.read(tree, 2)
