"""A folder on this machine as a target: ``releases/``, the link ``current`` that the server follows, the ledger beside them.

It moves files and decides nothing. ``current`` is the only thing that the web server may be pointed at.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish.layout import (
    CURRENT,
    DRAFT,
    LOCK,
    NEXT,
    RELEASES,
    is_unfinished,
    removing_of,
    staging_of,
    survey_of,
)
from generator.publish.target import Survey
from generator.writing.stage import Busy, Refusal

#: Whoever publishes, the web server must be able to read.
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755


class FolderTarget:
    """See :class:`generator.publish.target.Target`; ``root`` is the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def label(self) -> str:
        """The folder as it was written."""
        return str(self.root)

    @contextmanager
    def lock(self, holder: str) -> Iterator[None]:
        """The lock ends with the process, whatever ends it."""
        self.survey()
        _make(self.root)
        handle = os.open(self.root / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _FILE_MODE)
        try:
            self._hand_over(self.root / LOCK)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                other = os.pread(handle, 4096, 0).decode("utf-8", "replace") or "不明"
                raise Busy(f"另一次发布正在写 {self.root}：{other}", "等它结束后再运行；它结束以前不要动这个文件夹") from None
            os.ftruncate(handle, 0)
            os.pwrite(handle, holder.encode(), 0)
            self._sweep()
            try:
                yield
            except BaseException:
                # A full disk should not stay full because of what did not fit.
                with suppress(OSError):
                    self._sweep()
                raise
            finally:
                os.ftruncate(handle, 0)
        finally:
            os.close(handle)

    def survey(self) -> Survey:
        """The whole releases and the live one. A folder that is not there holds nothing."""
        if self.root.is_symlink() and not self.root.is_dir():
            raise Refusal(f"{self.root} 是一个链接，它指向的不是文件夹，或者不存在", "改好这个链接，或者用 --to 写真正的文件夹")
        if not self.root.exists():
            return Survey()
        if not self.root.is_dir():
            raise Refusal(f"{self.root} 是一个文件，不是文件夹", "用 --to 写一个文件夹")
        link, releases = self.root / CURRENT, self.root / RELEASES
        return survey_of(
            self.label,
            (entry.name for entry in self.root.iterdir()),
            (entry.name for entry in releases.iterdir()) if releases.is_dir() else (),
            os.readlink(link) if link.is_symlink() else None,  # noqa: PTH115 - the text of the link, not a path
        )

    def read(self, path: str) -> bytes | None:
        """The file's bytes."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, path: str, data: bytes | None) -> None:
        """The draft is renamed when it is on the disk."""
        if data is None:
            (self.root / path).unlink(missing_ok=True)
        else:
            draft = self.root / DRAFT
            draft.unlink(missing_ok=True)
            write_new(draft, data)
            self._hand_over(draft)
            durable(draft)
            draft.replace(self.root / path)
        durable(self.root)

    def begin(self, name: str, base: str | None, shared: Collection[str]) -> None:
        """Hard links; where the file system has none, copies. What a try before left of it goes."""
        stage = self._stage(name)
        if stage.exists():
            self._discard(stage, name)
        _make(stage.parent)
        self._hand_over(stage.parent)
        _make(stage)
        if base is None:
            return
        old, made = self.root / RELEASES / base, {stage}
        for path in shared:
            new = stage / path
            _make(new.parent, made)
            try:
                os.link(old / path, new, follow_symlinks=False)
            except FileNotFoundError:
                # A release that lost a file cannot lend it: reading back will tell, and it is then copied.
                continue
            except OSError as error:
                if error.errno not in (errno.EXDEV, errno.EMLINK, errno.EPERM, errno.EOPNOTSUPP):
                    raise
                write_new(new, (old / path).read_bytes())

    def put(self, name: str, site: Path, paths: Collection[str]) -> None:
        """Each file anew."""
        stage, made = self._stage(name), set[Path]()
        for path in paths:
            file = stage / path
            _make(file.parent, made)
            file.unlink(missing_ok=True)
            write_new(file, (site / path).read_bytes())

    def digests(self, name: str) -> Mapping[str, str]:
        """Read from the disk; a link that leads elsewhere has none of the digests that anybody expects."""
        stage = self._stage(name)
        folder = stage if stage.is_dir() else self.root / RELEASES / name
        return digests_of(folder)

    def finish(self, name: str) -> None:
        """All of it is on the disk before it gets its name."""
        stage, final = self._stage(name), self.root / RELEASES / name
        self._hand_over(stage)
        _sync(self.root)
        if final.exists():
            self._discard(final, name)
        stage.rename(final)
        durable(final.parent)

    def switch(self, name: str) -> None:
        """One rename over the link."""
        link = self.root / NEXT
        link.unlink(missing_ok=True)
        link.symlink_to(f"{RELEASES}/{name}")
        self._hand_over(link)
        link.replace(self.root / CURRENT)
        durable(self.root)

    def remove(self, name: str) -> None:
        """Under a name that is no release's, then for good."""
        self._discard(self.root / RELEASES / name, name)

    def _discard(self, folder: Path, name: str) -> None:
        going = folder.with_name(removing_of(name))
        folder.rename(going)
        shutil.rmtree(going, ignore_errors=True)

    def _hand_over(self, path: Path) -> None:
        """Give what root makes to the publishing account, whose folder it is: that account must be able to remove it again.

        No link is followed: the account could have put one there.
        """
        if os.geteuid() != 0:
            return
        owner = self.root.stat()
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
        for _, folders, files, place in os.fwalk(path) if path.name != RELEASES else ():
            for name in (*folders, *files):
                os.chown(name, owner.st_uid, owner.st_gid, dir_fd=place, follow_symlinks=False)

    def _stage(self, name: str) -> Path:
        return self.root / RELEASES / staging_of(name)

    def _sweep(self) -> None:
        for name in (NEXT, DRAFT):
            (self.root / name).unlink(missing_ok=True)
        folder = self.root / RELEASES
        for entry in list(folder.iterdir()) if folder.is_dir() else []:
            if is_unfinished(entry.name):
                shutil.rmtree(entry, ignore_errors=True)


def write_new(file: Path, data: bytes) -> None:
    """Write a file that must not be there yet; one that could not be written whole does not stay."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, _FILE_MODE)
    try:
        with os.fdopen(handle, "wb") as stream:
            os.fchmod(handle, _FILE_MODE)
            stream.write(data)
    except BaseException:
        with suppress(OSError):
            file.unlink()
        raise


def digests_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder by its path; of a link, of what its text says, marked as a link."""
    return dict(_digests(str(folder), ""))


def _digests(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    # Plain strings: a release has tens of thousands of files, and a takedown waits for this twice.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _digests(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, _digest(entry)


def _digest(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return f"link:{os.readlink(entry.path)}"  # noqa: PTH115 - the text of the link, not a path
    with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - see above
        return hashlib.sha256(file.read()).hexdigest()


def _sync(folder: Path) -> None:
    """Make everything on the folder's file system durable; where the system can only do that for all file systems, for all.

    What other programs have yet to write elsewhere would keep a takedown waiting.
    """
    syncfs = getattr(ctypes.CDLL(None), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle):
            os.sync()
    finally:
        os.close(handle)


def _make(folder: Path, made: set[Path] | None = None) -> None:
    """Make a folder and those above it that are missing, readable for everybody whatever the umask."""
    if made is not None and folder in made:
        return
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir()
        folder.chmod(_FOLDER_MODE)
    if made is not None:
        made.add(folder)


def durable(path: Path) -> None:
    """Make a file's bytes, or the renames in a folder, durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
