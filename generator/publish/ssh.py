"""A folder on another machine as a target, through ssh and rsync: the same layout and the same promises as a folder here.

It decides nothing, keeps no password, and asks nobody: keys and known hosts are ssh's own.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import subprocess
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.publish.layout import (
    CURRENT,
    DRAFT,
    HALF,
    LOCK,
    NEXT,
    RELEASES,
    removing_of,
    staging_of,
    survey_of,
)
from generator.publish.programs import call, explained, program
from generator.publish.target import Survey
from generator.writing.stage import Busy, Refusal

_OPTIONS = ("BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=4")
#: No host or user may look like an option of ssh.
_USER, _HOST = re.compile(r"[A-Za-z0-9_][\w.-]*\Z"), re.compile(r"[A-Za-z0-9][A-Za-z0-9.:-]*\Z")
_MISSING, _NO_FOLDER, _BUSY, _SPOILT = 44, 45, 75, 46

_SURVEY = f"""
[ -e "$1" ] || exit {_MISSING}
[ -d "$1" ] || exit {_NO_FOLDER}
cd "$1"
readlink {CURRENT} || true; printf '\\0'
ls -A; printf '\\0'
[ ! -d {RELEASES} ] || ls -A {RELEASES}
"""
# What a broken upload left is kept for the next one to take from. `cat` ends with the connection, and the lock with it.
_LOCK = f"""
mkdir -p "$1"; cd "$1"
exec 9>>{LOCK}
flock -n 9 || {{ cat {LOCK}; exit {_BUSY}; }}
printf %s "$2" >{LOCK}
rm -rf {NEXT} {DRAFT}
rm -rf {RELEASES}/.*.removing || true
for half in {RELEASES}/.*.staging; do
    if [ -d "$half" ]; then {{ rm -rf {RELEASES}/{HALF} && mv -T "$half" {RELEASES}/{HALF}; }} || true; fi
done
echo locked
cat >/dev/null
: >{LOCK}
"""
_READ = f"""
cd "$1" && [ -f "$2" ] || exit {_MISSING}
cat "$2"
"""
# A connection that breaks looks like the end of the input: only what arrived whole takes the old file's place.
_WRITE = f"""
cd "$1"; rm -f {DRAFT}; cat >{DRAFT}
[ "$(sha256sum <{DRAFT})" = "$3  -" ] || exit {_SPOILT}
sync -f .; mv -fT {DRAFT} "$2"; sync -f .
"""
_FORGET = 'cd "$1"; rm -f "$2"; sync -f .'
_BEGIN = f"""
cd "$1/{RELEASES}" 2>/dev/null || {{ mkdir "$1/{RELEASES}"; cd "$1/{RELEASES}"; }}
rm -rf "$2"; mkdir "$2"
[ -z "$3" ] || rsync -a --ignore-missing-args --from0 --files-from=- --link-dest="$PWD/$3" "$3/" "$2/"
"""
_DIGESTS = f"""
cd "$1/{RELEASES}"; [ -d "$2" ] && cd "$2" || cd "$3"
find . -type f -print0 | xargs -0 -r sha256sum -z --
find . -type l -printf 'link:%l  %p\\0'
"""
_FINISH = f"""
cd "$1/{RELEASES}"; sync -f .
if [ -e "$3" ]; then mv -T "$3" "$4"; rm -rf "$4" || true; fi
mv -T "$2" "$3"; rm -rf {HALF} || true; sync -f .
"""
_SWITCH = f"""
cd "$1"; rm -f {NEXT}; ln -s "{RELEASES}/$2" {NEXT}; mv -fT {NEXT} {CURRENT}; sync -f .
"""
_REMOVE = f"""
cd "$1/{RELEASES}"; mv -T "$2" "$3"; rm -rf "$3" || true
"""


class SshTarget:
    """See :class:`generator.publish.target.Target`; ``address`` is ``ssh://user@host:port/path``."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.root = unquote(parts.path).rstrip("/")
        if not self.root or not _HOST.match(parts.hostname or "") or not _USER.match(parts.username or "a"):
            raise Refusal(f"看不懂发布目标 {address}", "写法：ssh://用户@主机/绝对路径，例如 ssh://zfgs@www.example.gov.cn/srv/disclosure")
        if parts.password is not None:
            raise Refusal("发布目标里不要写密码", "改用密钥登录：ssh://用户@主机/绝对路径")
        self._host = f"{parts.username}@{parts.hostname}" if parts.username else str(parts.hostname)
        self._ssh = ["ssh", *(word for option in _OPTIONS for word in ("-o", option))]
        self._ssh += ["-p", str(parts.port)] if parts.port else []
        self._holder: subprocess.Popen[bytes] | None = None
        self.label = address

    def _command(self, script: str, *arguments: str) -> list[str]:
        words = ("sh", "-c", f"set -eu; umask 022; {script}", "sh", self.root, *arguments)
        return [*self._ssh, "--", self._host, shlex.join(words)]

    def _run(self, script: str, *arguments: str, data: bytes = b"", allowed: Collection[int] = ()) -> tuple[int, bytes]:
        if self._holder is not None and self._holder.poll() is not None:
            raise explained(self.label, "Connection closed")
        return call(self.label, self._command(script, *arguments), data, tuple(allowed))

    @contextmanager
    def lock(self, holder: str) -> Iterator[None]:
        """The kernel's lock on the server, held by a connection: it ends with this process, whatever ends it."""
        self.survey()
        command = self._command(_LOCK, holder)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen([program("ssh"), *command[1:]], **pipes)  # noqa: S603
        assert process.stdin and process.stdout and process.stderr
        try:
            answer = process.stdout.readline()
            if answer != b"locked\n":
                rest, printed = process.communicate()
                told = answer + rest
                if process.returncode == _BUSY:
                    raise Busy(
                        f"另一次发布正在写 {self.label}：{told.decode('utf-8', 'replace').strip() or '不明'}",
                        "等它结束后再运行；它结束以前不要动这个文件夹",
                    )
                raise explained(self.label, printed.decode("utf-8", "replace"))
            self._holder = process
            yield
        finally:
            self._holder = None
            process.stdin.close()
            process.wait()
            process.stdout.close()
            process.stderr.close()

    def survey(self) -> Survey:
        """One look at the server."""
        code, listed = self._run(_SURVEY, allowed=(_MISSING, _NO_FOLDER))
        if code == _MISSING:
            return Survey()
        if code == _NO_FOLDER:
            raise Refusal(f"{self.label} 是一个文件，不是文件夹", "用 --to 写一个文件夹")
        link, entries, names = (part.decode("utf-8", "replace").splitlines() for part in listed.split(b"\0"))
        return survey_of(self.label, entries, names, link[0] if link else None)

    def read(self, path: str) -> bytes | None:
        """The file's bytes."""
        code, data = self._run(_READ, path, allowed=(_MISSING,))
        return None if code == _MISSING else data

    def write(self, path: str, data: bytes | None) -> None:
        """The draft is renamed when it is on the server's disk as it was sent."""
        if data is None:
            self._run(_FORGET, path)
            return
        code, _ = self._run(_WRITE, path, hashlib.sha256(data).hexdigest(), data=data, allowed=(_SPOILT,))
        if code == _SPOILT:
            raise explained(self.label, "Connection closed")

    def begin(self, name: str, base: str | None, shared: Collection[str]) -> None:
        """Hard links on the server, made by the server's rsync."""
        self._run(_BEGIN, staging_of(name), base or "", data=_listed(shared))

    def put(self, name: str, site: Path, paths: Collection[str]) -> None:
        """Only what differs travels; what a broken upload already brought is linked from there."""
        if not paths:
            return
        shell = shlex.join([program("ssh"), *self._ssh[1:]])
        host = re.sub(r"([^@]*:.*)", r"[\1]", self._host)
        options = ["-r", "-s", "--checksum", "--chmod=D755,F644", "--from0", "--files-from=-", f"--link-dest=../{HALF}"]
        place = f"{host}:{self.root}/{RELEASES}/{staging_of(name)}/"
        call(self.label, ["rsync", *options, "-e", shell, f"{site}/", place], _listed(paths))

    def digests(self, name: str) -> Mapping[str, str]:
        """Read by the server from its disk; a link that leads elsewhere has none of the digests that anybody expects."""
        _, listed = self._run(_DIGESTS, staging_of(name), name)
        lines = (line.decode("utf-8", "replace").partition("  ./") for line in listed.split(b"\0") if line)
        return {path: digest for digest, _, path in lines}

    def finish(self, name: str) -> None:
        """All of it is on the disk before it gets its name."""
        self._run(_FINISH, staging_of(name), name, removing_of(name))

    def switch(self, name: str) -> None:
        """One rename over the link."""
        self._run(_SWITCH, name)

    def remove(self, name: str) -> None:
        """Under a name that is no release's, then for good."""
        self._run(_REMOVE, name, removing_of(name))


def _listed(paths: Collection[str]) -> bytes:
    return b"".join(path.encode() + b"\0" for path in paths)
