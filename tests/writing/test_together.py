"""Several files are written, or none of them; nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.writing import together
from generator.writing.together import Written, write_together


def everything(folder: Path) -> dict[str, str]:
    """All that lies below a folder; an empty folder as such."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else "" for path in folder.rglob("*")
    }


def test_new_and_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("旧", "utf-8")
    write_together([Written(tmp_path / "x/y/b", "新"), Written(tmp_path / "a", "改", "旧".encode())])
    assert everything(tmp_path) == {"a": "改", "x": "", "x/y": "", "x/y/b": "新"}


def test_an_existing_file_takes_all_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("旧", "utf-8")
    (tmp_path / "b").write_text("别人的", "utf-8")
    before = everything(tmp_path)
    with pytest.raises(FileExistsError):
        write_together(
            [Written(tmp_path / "n/c", "新"), Written(tmp_path / "b", "新"), Written(tmp_path / "a", "改", "旧".encode())]
        )
    assert everything(tmp_path) == before


@pytest.mark.parametrize("fails_at", range(1, 6))
def test_whatever_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    """Three drafts and two replacements: the disk is full at each of them in turn."""
    for name in ("a", "b"):
        (tmp_path / name).write_text("旧", "utf-8")
    before, calls = everything(tmp_path), iter(range(1, 100))

    def full(path: Path, text: str) -> None:
        if next(calls) == fails_at:
            raise OSError(28, "No space left on device")
        replace_text(path, text)

    replace_text = together.replace_text
    monkeypatch.setattr(together, "replace_text", full)
    old = "旧".encode()
    with pytest.raises(OSError, match="No space"):
        write_together([Written(tmp_path / "n/c", "新"), Written(tmp_path / "a", "改", old), Written(tmp_path / "b", "改", old)])
    assert everything(tmp_path) == before
