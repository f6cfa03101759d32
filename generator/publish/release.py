"""Brings a release to its target and before the public: stage, read back, switch, ask the server, clear away.

The order of the steps is what makes it safe to be killed between any two of them (docs/decisions/0028).
"""

from __future__ import annotations

import errno
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.publish.assemble import Candidate
from generator.publish.books import Books, settle_ledger
from generator.publish.health import ill_health
from generator.publish.manifest import Manifest
from generator.publish.signature import Signer, sign
from generator.publish.target import LAST_RUN, LEDGER, MANIFEST, NEXT_LEDGER, SIGNATURE, Target, sequence_of
from generator.writing.stage import Refusal

_FULL = (errno.ENOSPC, errno.EDQUOT)
#: Prints a line about what goes on.
Say = Callable[[str], None]


class Way(NamedTuple):
    """How to publish. ``keep`` counts whole releases, the live one included; ``full_text`` asks for the index of full texts."""

    keep: int = 5
    url: str = ""
    clean: bool = False
    signer: Signer | None = None
    full_text: bool = False


def tidy(target: Target, books: Books | None) -> None:
    """Under the lock: finish what a killed publisher left, and remove releases that may not be kept."""
    if books is None:
        settle_ledger(target)
    elif books.live is not None:
        _remove_older(target, books.live)


def go_live(target: Target, candidate: Candidate, way: Way, books: Books, say: Say, *, is_relief: bool = False) -> str:
    """Publish a candidate. Returns what is wrong with the server's answers, ``""`` if nothing is; the release is live in any case.

    Relief goes out unsigned rather than not at all, and takes the room of older releases if it needs that. Raises :class:`Refusal` and
    OSError before the switch; then the public still sees the old release.
    """
    manifest = candidate.manifest
    if way.signer is not None:
        _sign(candidate, way.signer, say, is_relief)
    try:
        _prepare(target, candidate, books, way.clean, say)
    except OSError as error:
        if not is_relief or error.errno not in _FULL or len(target.survey().releases) < 2:
            raise
        trim(target, 1)
        say("磁盘已满：为了发布更正、撤下，删除了以前的版本，只留线上的")
        _prepare(target, candidate, books, way.clean, say)
    target.switch(manifest.name)
    _remove_older(target, manifest)
    if candidate.ledger is not None:
        target.write(LEDGER, candidate.ledger.data)
        target.write(NEXT_LEDGER, None)
    if not way.url:
        return ""
    return ill_health(way.url, {path: (candidate.site / path).read_bytes() for path in (MANIFEST, "index.html")})


def _prepare(target: Target, candidate: Candidate, books: Books, clean: bool, say: Say) -> None:
    stage(target, candidate, books, clean, say)
    if candidate.ledger is not None:
        target.write(NEXT_LEDGER, candidate.ledger.data)


def _sign(candidate: Candidate, signer: Signer, say: Say, is_relief: bool) -> None:
    try:
        sign(candidate.site / MANIFEST, signer)
    except Refusal as refusal:
        if not is_relief:
            raise
        say(f"这次没有签名：{refusal.message}。{refusal.hint}；下一次有变化的发布会签名")


def stage(target: Target, candidate: Candidate, books: Books, clean: bool, say: Say) -> None:
    """Bring the files to the target, unseen, and read all of them back. Raises :class:`Refusal` if they do not arrive whole."""
    site, name, files = candidate.site, candidate.manifest.name, _all_files(candidate)
    base = None if clean else books.survey.live
    old = books.live.files if base is not None and books.live is not None else {}
    shared = {path for path, digest in files.items() if old.get(path) == digest}
    target.begin(name, base, sorted(shared))
    target.put(name, site, sorted(files.keys() - shared))
    wrong = _wrong(target, name, files)
    if wrong:
        if wrong <= shared:
            say(f"线上的版本里有 {len(wrong)} 个文件损坏，已用新生成的替换：{'、'.join(sorted(wrong)[:3])}")
        target.put(name, site, sorted(wrong & files.keys()))
        wrong = _wrong(target, name, files)
    if wrong:
        raise Refusal(f"送到 {target.label} 的文件与生成的不一样：{sorted(wrong)[0]}", "检查磁盘和网络后再发布；线上的网站没有改动")
    target.finish(name)


def _all_files(candidate: Candidate) -> dict[str, str]:
    own = {path: _digest(candidate.site / path) for path in (MANIFEST, SIGNATURE) if (candidate.site / path).is_file()}
    return {**candidate.manifest.files, **own}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _wrong(target: Target, name: str, files: dict[str, str]) -> set[str]:
    """Files of the begun release that are missing, other than they should be, or too many."""
    found = target.digests(name)
    return {path for path in files.keys() | found.keys() if files.get(path) != found.get(path)}


def _remove_older(target: Target, manifest: Manifest) -> None:
    """At once: what holds text that has been hidden since."""
    for name in target.survey().releases:
        if name != manifest.name and (sequence_of(name) or 0) < manifest.oldest:
            target.remove(name)


def trim(target: Target, keep: int) -> None:
    """Leave so many releases: the live one and the newest others."""
    survey = target.survey()
    others = [name for name in survey.releases if name != survey.live]
    for name in others[: max(len(others) - (keep - 1), 0)]:
        target.remove(name)


def note_run(target: Target, manifest: Manifest, as_of: str, commit: str) -> None:
    """Leave word that a run came to its end, even if there was nothing to publish: ``status`` tells by it how old the site is."""
    told = {"as_of": as_of, "commit": commit, "sequence": manifest.sequence}
    target.write(LAST_RUN, (json.dumps(told, ensure_ascii=False) + "\n").encode())
