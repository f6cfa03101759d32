"""A tree with files of another: what is replaced, added and taken away, and the folder that is written from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading.graft import GraftTree, write_out
from generator.reading.tree import DirectoryTree


def tree(root: Path, **files: str) -> DirectoryTree:
    """A folder with these files, ``__`` for ``/``."""
    for name, text in files.items():
        file = root / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return DirectoryTree(root, root.name)


def test_only_the_named_files_are_of_the_other_tree(tmp_path: Path) -> None:
    below = tree(tmp_path / "below", a="1", b__c="2", d="3")
    above = tree(tmp_path / "content", a="x", b__c="y", e="z", f="w")
    graft = GraftTree(below, above, frozenset({"a", "d", "e"}))
    assert [entry.path for entry in graft.entries()] == ["a", "b/c", "e"]
    assert {entry.path: graft.read(entry.path) for entry in graft.entries()} == {"a": b"x", "b/c": b"2", "e": b"z"}
    assert graft.label == "content"
    with pytest.raises(FileNotFoundError):
        graft.read("f")
    write_out(graft, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").rglob("*") if path.is_file()) == ["a", "c", "e"]
    assert (tmp_path / "out/b/c").read_text() == "2"
