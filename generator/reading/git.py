"""Asks git for what is stored under a commit. Only plumbing commands, in a fixed environment, and nothing is written.

Knows nothing of content: :mod:`generator.reading.tree` does.
"""

from __future__ import annotations

import os
import subprocess
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from generator.primitives.clock import SHANGHAI
from generator.reading.entry import TreeError

_FIXED = {
    "LC_ALL": "C",
    "GIT_PAGER": "cat",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    # A clone that lacks objects is reported, not completed over the network.
    "GIT_NO_LAZY_FETCH": "1",
}
_DEEPEN = "仓库只取了最近的历史：运行 git fetch --unshallow；在持续集成中把 fetch-depth 设为 0"
_NOT_FOUND = "请检查拼写；远程分支写作 origin/main，git branch -a 列出全部分支"
#: What git says -> what the clerk reads.
_REFUSALS = (
    ("not a git repository", "“{repo}”不在 git 仓库里", "请在仓库里运行，或者把比较的版本写成一个文件夹"),
    (
        "must be run in a work tree",
        "“{repo}”不在 git 仓库的工作目录里",
        "请在工作目录里运行，或者把比较的版本写成一个文件夹",
    ),
    (
        "dubious ownership",
        "git 不信任仓库“{repo}”：它属于另一个用户",
        "请换用仓库的所有者运行，或按 git 的提示设置 safe.directory",
    ),
)


@dataclass(frozen=True, slots=True)
class GitObject:
    """One line of ``git ls-tree``. ``size`` is None for a submodule; names are decoded as PEP 383 says."""

    mode: str
    oid: str
    size: int | None
    path: str


@dataclass(frozen=True, slots=True)
class Git:
    """The repository that holds the folder ``repo``. Every method raises :class:`TreeError`."""

    repo: Path

    def commit(self, ref: str) -> str:
        """The full id of the commit that ``ref`` names."""
        if not ref or ref.startswith("-") or "\0" in ref:
            raise TreeError(f"“{ref}”不能作为比较基准", "请写分支名、标签或提交号")
        done = self._run("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
        if done.returncode:
            raise TreeError(
                f"在 git 仓库里找不到比较基准“{ref}”", _DEEPEN if self.is_shallow() else _NOT_FOUND
            )
        return done.stdout.decode("ascii").strip()

    def merge_base(self, commit: str) -> str:
        """The commit at which the checked-out branch left that of ``commit``; before the first commit, ``commit``."""
        if not self.has_commits():
            return commit
        done = self._run("merge-base", "HEAD", commit)
        if done.returncode:
            hint = _DEEPEN if self.is_shallow() else "请换一个与当前分支同源的基准"
            raise TreeError(f"当前分支与比较基准 {commit[:12]} 没有共同的历史", hint)
        return done.stdout.decode("ascii").strip()

    def is_shallow(self) -> bool:
        """Whether the clone lacks older history."""
        return self._output("rev-parse", "--is-shallow-repository").strip() == b"true"

    def top(self) -> tuple[Path, str]:
        """The root of the working tree and the path of ``repo`` below it (``""`` or ``content``)."""
        top = self._output("rev-parse", "--show-toplevel").removesuffix(b"\n")
        prefix = self._output("rev-parse", "--show-prefix").removesuffix(b"\n")
        return Path(os.fsdecode(top)), os.fsdecode(prefix).rstrip("/")

    def day(self, commit: str) -> date:
        """The day of ``commit`` in Asia/Shanghai: the latest committer's time in its history, which no hand sets back."""
        seconds = max(int(line.split()[0]) for line in self._output("rev-list", "--timestamp", commit).splitlines())
        return datetime.fromtimestamp(seconds, SHANGHAI).date()

    def objects(self, commit: str, prefix: str) -> tuple[GitObject, ...]:
        """Every file below ``prefix``, paths relative to it; nothing if the commit does not have it."""
        tree = f"{commit}:{prefix}"
        if self._run("rev-parse", "--verify", "--quiet", tree).returncode:
            return ()
        listed = self._output("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
        return tuple(_object(line) for line in listed.split(b"\0") if line)

    def changed(self, *paths: str) -> tuple[str, ...]:
        """The files below these paths (relative to ``repo``) that differ from the checked-out commit or are new, from the root."""
        listed = self._output("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *paths)
        return tuple(entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry)

    def has_commits(self) -> bool:
        """Whether anything is checked out: not before the first commit."""
        return self._run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode == 0

    def overlooked(self) -> tuple[str, ...]:
        """The files below ``repo`` (relative to it) that :meth:`changed` does not look at: ignored, or marked as not to be looked at."""
        ignored = self._output("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--", ".")
        listed = self._output("ls-files", "-z", "-v", "--", ".")
        names = [name for name in ignored.split(b"\0") if name]
        # Small letters: assume-unchanged; S: skip-worktree.
        names += [line[2:] for line in listed.split(b"\0") if line[:1].islower() or line[:1] == b"S"]
        return tuple(name.decode("utf-8", "surrogateescape") for name in names)

    def is_ancestor(self, older: str, newer: str) -> bool | None:
        """Whether the history of ``newer`` holds ``older``; None if the clone does not know both."""
        done = self._run("merge-base", "--is-ancestor", older, newer)
        return None if done.returncode not in (0, 1) else done.returncode == 0

    def _output(self, *arguments: str) -> bytes:
        done = self._run(*arguments)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise TreeError(
                f"git {arguments[0]} 没有成功，它的原话是：{said}", "请检查仓库是否完整（git fsck）"
            )
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            done = subprocess.run(  # noqa: S603
                command(self.repo, *arguments), env=environment(), capture_output=True, check=False
            )
        except FileNotFoundError:
            raise TreeError("没有找到 git 程序", "请安装 git，或者把比较的版本写成一个文件夹") from None
        said = done.stderr.decode("utf-8", "replace")
        for sign, message, hint in _REFUSALS:
            if done.returncode and sign in said:
                raise TreeError(message.format(repo=self.repo), hint)
        return done


class Blobs:
    """Contents of files by object id, through one ``git cat-file`` process that starts at the first question.

    A forked child starts its own. Ends with :meth:`close` or with the object.
    """

    def __init__(self, repo: Path) -> None:
        self._repo = repo
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, oid: str) -> bytes:
        """The bytes of one blob. Raises :class:`TreeError` if the repository lacks it."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(oid.encode("ascii") + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            raise _incomplete(oid) from None
        header = process.stdout.readline().split()
        if len(header) != 3 or header[1] != b"blob":
            raise _incomplete(oid)
        data = process.stdout.read(int(header[2]))
        process.stdout.read(1)
        return data

    def close(self) -> None:
        """End the process. A later :meth:`read` starts a new one."""
        if self._process is not None:
            _stop(self._process, self._owner)
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid():
            self._process = subprocess.Popen(  # noqa: S603
                command(self._repo, "cat-file", "--batch"),
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
            weakref.finalize(self, _stop, self._process, self._owner)
        return self._process


def command(repo: Path, *arguments: str) -> list[str]:
    """The command line of one git command that runs in ``repo``."""
    return ["git", "--no-pager", "-C", str(repo), *arguments]


def environment() -> Mapping[str, str]:
    """The caller's environment without what would point git elsewhere (hooks set ``GIT_DIR``), plus fixed settings.

    The system's and the user's configuration stay in force: ``safe.directory`` stands there.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LC_", "LANG"))}
    return kept | _FIXED


def _object(line: bytes) -> GitObject:
    facts, _, path = line.partition(b"\t")
    mode, _, oid, size = facts.decode("ascii").split()
    if size == "BAD":
        raise _incomplete(oid)
    return GitObject(mode, oid, None if size == "-" else int(size), path.decode("utf-8", "surrogateescape"))


def _incomplete(oid: str) -> TreeError:
    return TreeError(f"git 仓库不完整：缺少对象 {oid[:12]}", "请运行 git fsck 检查，或重新克隆整个仓库")


def _stop(process: subprocess.Popen[bytes], owner: int) -> None:
    if owner != os.getpid():
        return
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.terminate()
    process.wait()
