"""A content tree, seen the same way whether it is a folder on disk or a commit in git.

Lists files and reads their bytes; what a file means is not its concern. Links are never followed, and nothing outside the
tree can be read.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Protocol, Self

from generator.finding import Fault
from generator.reading.entry import Entry, TreeError, first_flaw, is_passed_over
from generator.reading.git import Blobs, Git

__all__ = ["DirectoryTree", "Entry", "GitTree", "Tree", "TreeError", "open_base", "open_version"]

_SYMLINK = "120000"
_SUBMODULE = "160000"
#: Refuses a last part that has become a link since the listing. Windows has no such flag.
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REASONS = {errno.ENOENT: "不存在", errno.ENOTDIR: "不是文件夹", errno.EACCES: "没有读取权限"}


class Tree(Protocol):
    """What the reader needs. A tree is a snapshot of names: a file that appears later is not in it."""

    @property
    def label(self) -> str:
        """What the content root is called in findings: ``content``."""

    def entries(self) -> tuple[Entry, ...]:
        """All files, sorted by path; hidden ones are passed over (:func:`generator.reading.entry.is_passed_over`)."""

    def read(self, path: str) -> bytes:
        """The bytes of a listed file without a fault. Raises ``OSError`` for any other path."""


@dataclass(frozen=True)
class DirectoryTree:
    """The folder ``root``, which may itself be a link; below it no link is followed."""

    root: Path
    label: str

    def entries(self) -> tuple[Entry, ...]:
        """See :class:`Tree`. Raises :class:`TreeError` if the folder cannot be listed."""
        return self._entries

    def read(self, path: str) -> bytes:
        """See :class:`Tree`."""
        if path not in self._readable:
            raise _not_listed(path)
        with os.fdopen(os.open(self.root / path, os.O_RDONLY | _NO_FOLLOW), "rb") as file:
            return file.read()

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        try:
            return tuple(sorted(_walk(self.root), key=lambda entry: entry.path))
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
            raise TreeError(f"读不到文件夹“{error.filename}”：{reason}", "请检查路径和读取权限") from error

    @cached_property
    def _readable(self) -> frozenset[str]:
        return frozenset(entry.path for entry in self._entries if entry.fault is None)


class GitTree:
    """The folder ``prefix`` (``content``; empty for the whole) as the commit that ``ref`` names has it.

    Raises :class:`TreeError` if there is no such repository or commit. A commit without the folder is an empty tree.
    """

    def __init__(self, repo: Path, ref: str, prefix: str) -> None:
        self._git = Git(repo)
        self._prefix = prefix.strip("/")
        self._blobs = Blobs(repo)
        self.commit = self._git.commit(ref)
        self.label = PurePosixPath(self._prefix).name or repo.resolve().name

    def entries(self) -> tuple[Entry, ...]:
        """See :class:`Tree`."""
        return self._listing[0]

    def read(self, path: str) -> bytes:
        """See :class:`Tree`. Raises :class:`TreeError` if the repository lacks the object."""
        oid = self._listing[1].get(path)
        if oid is None:
            raise _not_listed(path)
        return self._blobs.read(oid)

    @cached_property
    def day(self) -> date:
        """The day on which the commit stood in public, in Asia/Shanghai: not before any commit that it rests on."""
        return self._git.day(self.commit)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the repository holds recent history only."""
        return self._git.is_shallow()

    def close(self) -> None:
        """End the reading process; the tree stays usable."""
        self._blobs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _listing(self) -> tuple[tuple[Entry, ...], dict[str, str]]:
        """The entries, and the object id of each file without a fault."""
        entries: dict[str, Entry] = {}
        oids: dict[str, str] = {}
        for found in self._git.objects(self.commit, self._prefix):
            parts = found.path.split("/")
            if any(map(is_passed_over, parts)):
                continue
            entry = first_flaw(parts) or Entry(found.path, found.size or 0, _fault_of_mode(found.mode))
            entries[entry.path] = entry if entry.fault is None else Entry(entry.path, 0, entry.fault)
            if entry.fault is None:
                oids[entry.path] = found.oid
        return tuple(entries[path] for path in sorted(entries)), oids


def open_base(spec: str, content: Path) -> Tree:
    """What ``--base`` names: an existing folder, else a git reference (``git:REF`` forces one).

    Of a reference, the base is the commit at which the checked-out branch left it (merge base): records that others have
    published meanwhile are not missed. Raises :class:`TreeError`.
    """
    return _opened(spec, content, Git.merge_base)


def open_version(spec: str, content: Path) -> Tree:
    """The same, but of a git reference exactly the commit that it names."""
    return _opened(spec, content, lambda _git, commit: commit)


def _opened(spec: str, content: Path, which: Callable[[Git, str], str]) -> Tree:
    if not content.is_dir():
        raise TreeError(f"没有内容文件夹“{content}”", "请检查 --content 的路径")
    folder = Path(spec)
    if not spec.startswith("git:") and folder.is_dir():
        return DirectoryTree(folder, content.resolve().name)
    git = Git(content)
    top, prefix = git.top()
    return GitTree(top, which(git, git.commit(spec.removeprefix("git:"))), prefix)


def _walk(root: Path) -> Iterator[Entry]:
    """Every entry below ``root``, folder by folder."""
    pending: list[tuple[str, ...]] = [()]
    while pending:
        above = pending.pop()
        with os.scandir(root.joinpath(*above)) as found:
            for item in found:
                parts = (*above, item.name)
                if is_passed_over(item.name):
                    continue
                entry = first_flaw(parts) or _entry(item, "/".join(parts))
                if entry is None:
                    pending.append(parts)
                else:
                    yield entry


def _entry(item: os.DirEntry[str], path: str) -> Entry | None:
    """The entry of a safe name; None for a folder to be walked."""
    if item.is_symlink():
        return Entry(path, 0, Fault("symlink"))
    if item.is_dir(follow_symlinks=False):
        # Git would not descend into it either: its files belong to another repository.
        return Entry(path, 0, Fault("submodule")) if Path(item.path, ".git").exists() else None
    if not item.is_file(follow_symlinks=False):
        return Entry(path, 0, Fault("special-file"))
    return Entry(path, item.stat(follow_symlinks=False).st_size)


def _fault_of_mode(mode: str) -> Fault | None:
    return {_SYMLINK: Fault("symlink"), _SUBMODULE: Fault("submodule")}.get(mode)


def _not_listed(path: str) -> FileNotFoundError:
    return FileNotFoundError(errno.ENOENT, "not a readable file of the content tree", path)
