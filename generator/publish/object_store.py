"""An object store as a target, through rclone: what it cannot do in one step it does in the order that hides first.

An object store has no links and no renames, so readers may meet files of two releases while the switch runs; each single file is
whole. It keeps no keys: rclone's own configuration or environment has them.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from generator.publish.layout import CURRENT, RELEASES
from generator.publish.programs import call
from generator.publish.target import LAST_RUN, LEDGER, MANIFEST, NEXT_LEDGER, SIGNATURE, Survey, sequence_of
from generator.writing.stage import Busy, Refusal

#: Many small files: what counts is how many are on the way at once.
_OPTIONS = ("--retries", "3", "--stats", "0", "--transfers", "16", "--checkers", "16")
_LIVE, _NEXT, _LOCKS, _WHOLE = "live", "live.next", "locks", ".whole"
_OURS = frozenset({RELEASES, CURRENT, _LIVE, _NEXT, _LOCKS, LEDGER, NEXT_LEDGER, LAST_RUN})
_PLACE = re.compile(r"([A-Za-z0-9_][\w.-]*):([\w.-]+(?:/[\w.-]+)*)/?\Z")
#: rclone's exit codes for a folder and for a file that is not there.
_ABSENT = (3, 4)
#: A store tells whole seconds: so long after writing a lock, all locks of the same second are to be seen.
_SETTLE = 2.0
#: Nobody publishes for so long: the lock is that of a killed publisher.
_STALE = timedelta(hours=2)
_PAGE, _ASSET = "Cache-Control: no-cache", "Cache-Control: public, max-age=31536000, immutable"
_HASHED = re.compile(r"assets/(?:[^/]+/)*[^/]+-[0-9a-f]{12}\.[a-z0-9]+\Z")
#: What a release is put before the public in, after the tombstones: each pattern's files in turn, the rest before the last two.
_FIRST = re.compile(r"assets/")
_LAST = (re.compile(r"(feed|data|search)/|.*\.(json|atom|xml)\Z"), re.compile(rf"({MANIFEST}|{SIGNATURE}|{LEDGER})\Z"))


class _Lock(NamedTuple):
    since: datetime
    token: str


class StoreTarget:
    """See :class:`generator.publish.target.Target`; ``place`` is ``remote:bucket/path``, the remote one that rclone knows."""

    def __init__(self, place: str) -> None:
        if not _PLACE.match(place):
            raise Refusal(f"看不懂发布目标 rclone:{place}", "写法：rclone:存储名称:存储桶/路径；存储名称先用 rclone config 或环境变量设置")
        self._place = place.rstrip("/")
        self.label = f"rclone:{self._place}"
        self._planned: set[str] = set()

    def _run(self, verb: str, *arguments: str, data: bytes = b"", allowed: Sequence[int] = ()) -> tuple[int, bytes]:
        return call(self.label, ["rclone", verb, *_OPTIONS, *arguments], data, allowed)

    def _at(self, *path: str) -> str:
        return "/".join((self._place, *path))

    def _list(self, *path: str) -> list[dict[str, Any]]:
        options = ["--use-server-modtime", "--no-mimetype"]
        code, listed = self._run("lsjson", *options, self._at(*path), allowed=_ABSENT)
        return json.loads(listed) if code == 0 else []

    @contextmanager
    def lock(self, holder: str) -> Iterator[None]:
        """The oldest lock counts, by the store's own clock. One that a killed publisher left is void after two hours."""
        self.survey()
        token = secrets.token_hex(8)
        self.write(f"{_LOCKS}/{token}", holder.encode())
        try:
            time.sleep(_SETTLE)
            self._refuse_older(token)
            # A switch that was broken off is brought to its end: what it was to hide must not stay.
            pending = self.read(_NEXT)
            if pending is not None:
                self.switch(pending.decode())
            yield
        finally:
            self.write(f"{_LOCKS}/{token}", None)

    def _refuse_older(self, token: str) -> None:
        locks = [_Lock(datetime.fromisoformat(entry["ModTime"]), entry["Name"]) for entry in self._list(_LOCKS)]
        mine = next(lock for lock in locks if lock.token == token)
        for lock in locks:
            if mine.since - lock.since > _STALE:
                self.write(f"{_LOCKS}/{lock.token}", None)
            elif lock < mine:
                told = (self.read(f"{_LOCKS}/{lock.token}") or b"").decode("utf-8", "replace")
                raise Busy(
                    f"另一次发布正在写 {self.label}：{told or '不明'}",
                    f"等它结束后再运行；确知它已经中断的，运行 rclone deletefile {self._at(_LOCKS, lock.token)}，不然两小时以后失效",
                )

    def survey(self) -> Survey:
        """A release counts when its mark is there, which is written last and removed first."""
        strangers = sorted(entry["Name"] for entry in self._list() if entry["Name"] not in _OURS)
        if strangers:
            raise Refusal(
                f"{self.label} 里有不属于本程序的内容：{'、'.join(strangers[:3])}；为防误删，没有动它",
                "用 --to 换一个空的路径；确认这些内容不需要在那里的，先自行移走",
            )
        names = [entry["Name"].removesuffix(_WHOLE) for entry in self._list(RELEASES) if entry["Name"].endswith(_WHOLE)]
        releases = tuple(sorted(names, key=lambda name: (sequence_of(name) or 0, name)))
        live = self.read(_LIVE)
        return Survey(releases, live.decode() if live is not None else None)

    def read(self, path: str) -> bytes | None:
        """The object's bytes."""
        code, data = self._run("cat", self._at(path), allowed=_ABSENT)
        return data if code == 0 and (data or self._exists(path)) else None

    def _exists(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return any(entry["Name"] == name for entry in self._list(*filter(None, [folder])))

    def write(self, path: str, data: bytes | None) -> None:
        """A store replaces an object as a whole."""
        if data is None:
            self._delete(self._place, [path])
        else:
            # In one piece: a broken connection leaves the old object.
            self._run("rcat", "--streaming-upload-cutoff", "256M", "--header-upload", _PAGE, self._at(path), data=data)

    def begin(self, name: str, base: str | None, shared: Collection[str]) -> None:
        """Copies on the store's side. What a broken upload of the same release left stays, and is not sent again."""
        entries = self._list(RELEASES)
        known = {name, *(entry["Name"].removesuffix(_WHOLE) for entry in entries if not entry["IsDir"])}
        for entry in entries:
            if entry["IsDir"] and entry["Name"] not in known:
                self._run("purge", self._at(RELEASES, entry["Name"]))
        self._planned = set(shared) if base is not None else set()
        if base is not None:
            self._copy(self._at(RELEASES, base), self._at(RELEASES, name), shared)

    def put(self, name: str, site: Path, paths: Collection[str]) -> None:
        """Only what differs is sent."""
        release = self._at(RELEASES, name)
        assets = {path for path in paths if _HASHED.match(path)}
        self._copy(str(site), release, assets, "--header-upload", _ASSET)
        self._copy(str(site), release, set(paths) - assets, "--header-upload", _PAGE)
        self._planned |= set(paths)
        self._delete(release, self._hashes(release).keys() - self._planned)

    def _copy(self, source: str, place: str, paths: Collection[str], *options: str) -> None:
        if paths:
            self._run("copy", "--checksum", "--files-from-raw", "-", *options, source, place, data=_listed(paths))

    def _delete(self, place: str, paths: Collection[str]) -> None:
        if paths:
            self._run("delete", "--files-from-raw", "-", place, data=_listed(paths))

    def _hashes(self, place: str) -> dict[str, str]:
        """The store's own digests of all objects below a place."""
        _, listed = self._run("hashsum", "md5", place, allowed=_ABSENT)
        return _digests(listed)

    def digests(self, name: str) -> Mapping[str, str]:
        """Every object is fetched back: a store has no SHA-256 of its own."""
        _, listed = self._run("hashsum", "sha256", "--download", self._at(RELEASES, name), allowed=_ABSENT)
        return _digests(listed)

    def finish(self, name: str) -> None:
        """The mark makes it whole."""
        self.write(f"{RELEASES}/{name}{_WHOLE}", b"whole\n")

    def switch(self, name: str) -> None:
        """File by file: what is gone first, then the tombstones, styles, pages, feeds and data, the manifest at the end."""
        self.write(_NEXT, name.encode())
        source, place = self._at(RELEASES, name), self._at(CURRENT)
        new, old = self._hashes(source), self._hashes(place)
        gone = old.keys() - new.keys()
        self._delete(place, {path for path in gone if not _FIRST.match(path)})
        for paths in _in_order({path for path, digest in new.items() if not digest or old.get(path) != digest}, new):
            self._copy(source, place, paths)
        self._delete(place, {path for path in gone if _FIRST.match(path)})
        self.write(_LIVE, name.encode())
        self.write(_NEXT, None)

    def remove(self, name: str) -> None:
        """Its mark first."""
        self.write(f"{RELEASES}/{name}{_WHOLE}", None)
        self._run("purge", self._at(RELEASES, name), allowed=_ABSENT)


def _in_order(paths: Collection[str], release: Collection[str]) -> Iterator[set[str]]:
    """Changed files in the order in which they come before the public."""
    left = set(paths)
    tombs = {path for path in left if f"{path.rpartition('/')[0]}/.gone" in release}
    last = [{path for path in left - tombs if pattern.match(path)} for pattern in _LAST]
    first = {path for path in left - tombs if _FIRST.match(path)}
    yield from (tombs, first, left - tombs - first - set().union(*last), last[0] - last[1], last[1])


def _listed(paths: Collection[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _digests(listed: bytes) -> dict[str, str]:
    lines = (line.partition("  ") for line in listed.decode("utf-8", "replace").splitlines())
    return {path: digest for digest, _, path in lines}
