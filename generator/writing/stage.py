"""Builds a folder out of sight and puts it in place only when it is whole; a failed build leaves everything as it was.

Knows nothing of what the folder holds, except how to tell that an older one came from this program.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Stands in the head of every page that this program writes. An existing output folder is replaced only if its home page has it.
MARK = '<meta name="generator" content="disclosure-column">'

#: The mark is looked for in this many bytes of the home page.
_HEAD = 8192


class Refusal(Exception):  # noqa: N818 - a refusal, not an error of the program
    """The output cannot be used. ``message`` says why and ``hint`` what to do, both in Chinese."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Busy(Refusal):
    """Another build is writing the same output."""


def vet(output: Path, sources: Iterable[Path]) -> None:
    """Refuse an output that would overwrite what this program did not write, or what the site is made from.

    ``sources`` are folders and files that must stay outside the output, and the output outside of them.
    """
    target = output.resolve()
    for source in (path.resolve() for path in sources):
        if target == source or target in source.parents:
            raise Refusal(f"输出文件夹 {output} 里有 {source.name}，生成网站会把它删掉", "换一个输出文件夹，例如 --output build/site")
        if source in target.parents:
            raise Refusal(f"输出文件夹 {output} 位于 {source.name} 里面", "换一个输出文件夹，例如 --output build/site")
    if target.exists() and not target.is_dir():
        raise Refusal(f"{output} 是一个文件，不是文件夹", "换一个输出文件夹，例如 --output build/site")
    if target.is_dir() and not _is_ours(target):
        raise Refusal(
            f"文件夹 {output} 不是空的，里面的内容也不是本程序生成的；为防误删，没有动它",
            "换一个空的或不存在的文件夹；确认里面的内容不再需要的，先自行移走",
        )


def _is_ours(folder: Path) -> bool:
    if not any(folder.iterdir()):
        return True
    try:
        with (folder / "index.html").open("rb") as home:
            return MARK.encode() in home.read(_HEAD)
    except OSError:
        return False


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """An empty folder on the output's file system; it takes the output's place when the block ends well.

    When the block raises, the folder is removed and the output is untouched. What a killed build left is cleared away first.
    Raises :class:`Busy` while another process has the same output in hand, and OSError.
    """
    target = output.resolve()
    made = _make_parents(target.parent)
    stage = target.with_name(f".{target.name}.building")
    previous = target.with_name(f".{target.name}.previous")
    try:
        lock = _claim(stage, output)
        try:
            _recover(target, previous)
            _clear(stage)
            yield stage
            _switch(stage, target, previous)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        finally:
            os.close(lock)
    except BaseException:
        _remove_parents(made)
        raise


def _claim(stage: Path, output: Path) -> int:
    """Make the stage and lock it. The lock lies on the folder itself and ends with the process: no file is left behind."""
    while True:
        with suppress(FileExistsError):
            stage.mkdir()
        try:
            lock = os.open(stage, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise Busy(f"另一个生成正在写 {output}", "等它结束后再运行，或用 --output 写到别的文件夹") from None
        # Between opening and locking, the builder before us may have moved this very folder into place.
        if stage.exists() and os.path.samestat(os.fstat(lock), stage.stat()):
            return lock
        os.close(lock)


def _recover(target: Path, previous: Path) -> None:
    """Undo a switch that was cut off between its two renames, or finish one that was cut off after them."""
    if previous.exists():
        if target.exists():
            shutil.rmtree(previous)
        else:
            previous.rename(target)


def _clear(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _switch(stage: Path, target: Path, previous: Path) -> None:
    if not target.exists():
        stage.rename(target)
        return
    try:
        target.rename(previous)
        stage.rename(target)
    except BaseException:
        if previous.exists() and not target.exists():
            previous.rename(target)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _make_parents(parent: Path) -> list[Path]:
    """Make the missing folders above the output; returns them, innermost first."""
    missing = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    parent.mkdir(parents=True, exist_ok=True)
    return missing


def _remove_parents(made: list[Path]) -> None:
    for folder in made:
        try:
            folder.rmdir()
        except OSError:
            return
