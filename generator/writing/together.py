"""Writes several files, or none of them: every text is on the disk before the first file changes, and a failure takes all back.

Does not decide what is written; one file by itself is for :mod:`generator.writing.atomic`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.writing.atomic import replace_text


@dataclass(frozen=True, slots=True)
class Written:
    """One file to be written. ``was`` is its content until now; None for a file that must not be there yet."""

    path: Path
    text: str
    was: bytes | None = None


def write_together(files: Sequence[Written]) -> None:
    """Write all. Raises ``FileExistsError`` if a new file is there already, and any other ``OSError``; nothing is written then."""
    made: list[Path] = []
    drafts: list[tuple[Written, Path]] = []
    done: list[Written] = []
    try:
        for file in files:
            made += _make_parents(file.path.parent)
            draft = file.path.with_name(f".{file.path.name}.proposed")
            drafts.append((file, draft))
            replace_text(draft, file.text)
        # New files come last: while one of them is refused, little has to be taken back.
        for file, draft in sorted(drafts, key=lambda item: item[0].was is None):
            _put(file, draft)
            done.append(file)
    except BaseException:
        for file in done:
            _take_back(file)
        for _, draft in drafts:
            draft.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    for _, draft in drafts:
        draft.unlink(missing_ok=True)


def _put(file: Written, draft: Path) -> None:
    if file.was is None:
        # Unlike a rename, this fails where a file is.
        file.path.hardlink_to(draft)
    else:
        replace_text(file.path, file.text)


def _take_back(file: Written) -> None:
    if file.was is None:
        file.path.unlink()
    else:
        replace_text(file.path, file.was.decode())


def _make_parents(parent: Path) -> list[Path]:
    """Make the missing folders; returns them, outermost first."""
    missing = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
