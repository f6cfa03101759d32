"""Checks a finished release by itself and beside an older one: files, ledger, commitments, nothing vanished.

It reads bytes and reports; whether the pages are right is for the site rules. An outsider's program for the same is verifier.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.history.ledger import ROLLED_BACK, Ledger, LedgerError, read_ledger
from generator.publish.folder import digests_of
from generator.publish.manifest import Manifest, Mark, read_manifest
from generator.publish.sealing import commitment, salt_path
from generator.publish.target import LEDGER, MANIFEST, SIGNATURE
from generator.writing.stage import Refusal


class Problem(NamedTuple):
    """What is wrong with a release, and where in it."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}：{self.message}"


class Release(NamedTuple):
    """A release in a folder, its manifest and its ledger; None where it has no ledger."""

    root: Path
    manifest: Manifest
    ledger: Ledger | None


def open_release(root: Path) -> Release:
    """Read a release. Raises :class:`Refusal` if the folder is none, or its ledger is not sound."""
    file = root / MANIFEST
    if not file.is_file():
        inner = root / "current"
        hint = f"写 {inner}" if (inner / MANIFEST).is_file() else "写发布出来的文件夹，如 /srv/www/xzzf/current"
        raise Refusal(f"{root} 不是发布的网站：里面没有 {MANIFEST}", hint)
    manifest = read_manifest(file.read_bytes(), str(file))
    ledger = root / LEDGER
    if not ledger.is_file():
        return Release(root, manifest, None)
    try:
        return Release(root, manifest, read_ledger(ledger.read_bytes()))
    except LedgerError as error:
        raise Refusal(f"台账 {ledger} 被改动过：{error}", "从另一份发布或者备份里取回没有改动的台账") from error


def check_release(release: Release) -> Iterator[Problem]:
    """What is wrong with a release taken by itself."""
    if (release.root / MANIFEST).read_bytes() != release.manifest.to_bytes():
        yield Problem(MANIFEST, "写法不对，不是本程序写的")
    yield from _check_files(release)
    yield from check_records(release)


def check_records(release: Release) -> Iterator[Problem]:
    """What is wrong between the records of a release and its ledger."""
    if release.ledger is not None:
        yield from _check_records(release, release.ledger)
    else:
        salted = next((path for path in release.manifest.files if path.endswith("record.salt")), None)
        if salted is not None:
            yield Problem(salted, f"有盐值而没有台账 {LEDGER}")


def _check_files(release: Release) -> Iterator[Problem]:
    found = digests_of(release.root)
    expected = release.manifest.files
    for path in sorted(expected.keys() | found.keys()):
        if path in (MANIFEST, SIGNATURE):
            continue
        if path not in found:
            yield Problem(path, "清单里有，网站里没有")
        elif path not in expected:
            yield Problem(path, "网站里有，清单里没有")
        elif found[path] != expected[path]:
            yield Problem(path, "内容与清单不符")


def _check_records(release: Release, ledger: Ledger) -> Iterator[Problem]:
    records = release.manifest.records
    for ref, held in ledger.held.items():
        if held.is_live and ref not in records:
            yield Problem(ref, "台账里有，网站里没有")
    for ref, mark in records.items():
        known = ledger.held.get(ref)
        if known is None or not known.is_live:
            yield Problem(mark.path, "台账里没有这条记录")
        elif known.form.hidden != mark.is_hidden:
            yield Problem(mark.path, "台账里已经撤下，网站里还有" if known.form.hidden else "网站里已经撤下，台账里没有")
        else:
            yield from _check_form(release.root, mark, known.form.commitment)


def _check_form(root: Path, mark: Mark, told: str) -> Iterator[Problem]:
    salt = root / salt_path(mark)
    if mark.is_hidden:
        if salt.exists():
            yield Problem(salt_path(mark), "记录已经撤下，盐值应当一并删去")
    elif not told:
        if salt.exists():
            yield Problem(salt_path(mark), "台账里没有承诺值，却有盐值")
    elif not salt.is_file() or not (root / mark.path).is_file():
        yield Problem(mark.path, "缺少盐值或者数据文件，不能核对")
    elif commitment(salt.read_bytes(), (root / mark.path).read_bytes()) != told:
        yield Problem(mark.path, "与台账里的承诺值不符：内容被改动过")


def unsealed(release: Release) -> tuple[str, ...]:
    """The records whose form in the release has no commitment: they were published without the key, and nobody can check them yet."""
    if release.ledger is None:
        return ()
    held = release.ledger.held
    return tuple(ref for ref in release.manifest.records if ref in held and held[ref].is_live and held[ref].form.is_unsealed)


def check_succession(old: Release, new: Release) -> Iterator[Problem]:
    """What is wrong with a release as a successor of an older one: the ledger only grows, nothing public vanishes."""
    if new.manifest.sequence < old.manifest.sequence:
        yield Problem(MANIFEST, f"发布序号从 {old.manifest.sequence} 退到 {new.manifest.sequence}")
    if new.manifest.as_of < old.manifest.as_of:
        yield Problem(MANIFEST, f"日期从 {old.manifest.as_of} 退到 {new.manifest.as_of}")
    if old.ledger is not None:
        if new.ledger is None:
            yield Problem(LEDGER, "以前有台账，现在没有了")
            return
        if not new.ledger.data.startswith(old.ledger.data):
            yield Problem(LEDGER, "以前的台账不是现在台账的开头：历史被改写了")
            return
    came_back = new.ledger is not None and any(
        line.event == ROLLED_BACK and line.release > old.manifest.sequence for line in new.ledger.lines
    )
    if not came_back:
        yield from (
            Problem(mark.path, "以前公开过，现在没有了") for ref, mark in old.manifest.records.items() if ref not in new.manifest.records
        )
