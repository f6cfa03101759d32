"""Goes back to an earlier release that is still there, as a release of its own: numbers and ledger only grow.

It refuses where text has been hidden since: that release is gone from the target, and nothing may bring its text back.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.history.ledger import ROLLED_BACK, Line
from generator.publish.assemble import keep_assets
from generator.publish.books import Books, before_of, open_books
from generator.publish.changes import Changes, changes_of
from generator.publish.manifest import Manifest, read_manifest
from generator.publish.release import tidy
from generator.publish.signature import Signer, sign
from generator.publish.status import NOT_PUBLISHED
from generator.publish.target import LEDGER, MANIFEST, NEXT_LEDGER, SIGNATURE, Target, sequence_of
from generator.writing.stage import Refusal


def roll_back(target: Target, holder: str, to: int | None, signer: Signer | None = None) -> tuple[Manifest, Changes]:
    """Show the content of release ``to`` again, or of the one before the live one. Raises :class:`Refusal`.

    Returns the new release and what it changes.
    """
    if target.survey().live is None:
        raise Refusal(f"{target.label} 还没有发布过，没有可以回退的版本", NOT_PUBLISHED)
    with target.lock(holder):
        tidy(target, None)
        books = open_books(target)
        tidy(target, books)
        books = open_books(target)
        name = _chosen(books, to)
        old = _manifest(target, name)
        changes = changes_of(books.live, old.content, old.records)
        return return_to(target, books, name, signer), changes


def _chosen(books: Books, to: int | None) -> str:
    assert books.live is not None, "asked before the lock"
    by_number = {sequence_of(name): name for name in books.survey.releases}
    earlier = [number for number in by_number if number is not None and number < books.live.sequence]
    if to is None and books.live.sequence == 1:
        raise Refusal("线上是第 1 次发布，没有更早的版本可以回退", "在内容仓库里改好，再发布")
    if to is None:
        to = max(earlier, default=books.live.sequence - 1)
    if to == books.live.sequence:
        raise Refusal(f"第 {to} 次发布就是线上的版本", "不用回退")
    if to in by_number and to >= books.live.oldest:
        return by_number[to]
    kept = "、".join(map(str, sorted(earlier))) or "没有"
    if to < books.live.oldest and any(past.sequence == to for past in books.live.past):
        commit = next(past.commit for past in books.live.past if past.sequence == to)
        raise Refusal(
            f"第 {to} 次发布以后撤下或者隐去过内容，不能退回去：那样会让它们重新出现",
            f"在内容仓库里改回需要的部分（那次发布的提交是 {commit[:12] or '不明'}），"
            f"保留撤下和隐私处理说明，再发布。可以直接回退的：{kept}",
        )
    raise Refusal(f"没有第 {to} 次发布", f"可以回退到：{kept}")


def _manifest(target: Target, name: str) -> Manifest:
    where = f"{target.label} 的 releases/{name}/{MANIFEST}"
    data = target.read(f"releases/{name}/{MANIFEST}")
    if data is None:
        raise Refusal(f"没有 {where}", "这个版本不完整，换一个版本")
    return read_manifest(data, where)


def return_to(target: Target, books: Books, name: str, signer: Signer | None = None) -> Manifest:
    """Make a release of the content of the release ``name`` and switch to it. The caller holds the lock. Raises :class:`Refusal`."""
    live, old = books.live, _manifest(target, name)
    assert live is not None, "there is a release to return from"
    if books.ledger is not None and LEDGER not in old.files:
        raise Refusal(f"第 {old.sequence} 次发布时还没有台账，不能退回去：它的记录没有盐值，核对不了", "在内容仓库里改回来，再发布")
    day: date = live.as_of
    ledger = books.ledger
    if ledger is not None:
        ledger = ledger.with_lines([Line(books.sequence, day, ROLLED_BACK, to=old.sequence)])
    files = dict(old.content)
    if ledger is not None:
        files[LEDGER] = hashlib.sha256(ledger.data).hexdigest()
    with tempfile.TemporaryDirectory(prefix="disclosure-") as folder:
        site = Path(folder)
        kept = keep_assets(site, files, before_of(target, books))
        manifest = replace(
            old, sequence=books.sequence, as_of=day, files={**files, **kept}, kept=tuple(kept), oldest=live.oldest, past=live.follow()
        )
        (site / MANIFEST).write_bytes(manifest.to_bytes())
        if ledger is not None:
            (site / LEDGER).write_bytes(ledger.data)
        if signer is not None:
            sign(site / MANIFEST, signer)
        own = [path for path in (MANIFEST, SIGNATURE, LEDGER, *kept) if (site / path).is_file()]
        target.begin(manifest.name, name, sorted(files.keys() - {LEDGER}))
        target.put(manifest.name, site, own)
        _read_back(target, manifest)
    target.finish(manifest.name)
    if ledger is not None:
        target.write(NEXT_LEDGER, ledger.data)
    target.switch(manifest.name)
    if ledger is not None:
        target.write(LEDGER, ledger.data)
        target.write(NEXT_LEDGER, None)
    return manifest


def _read_back(target: Target, manifest: Manifest) -> None:
    found = {path: digest for path, digest in target.digests(manifest.name).items() if path not in (MANIFEST, SIGNATURE)}
    if found != dict(manifest.files):
        wrong = sorted(path for path in found.keys() | manifest.files.keys() if found.get(path) != manifest.files.get(path))
        raise Refusal(f"要回退到的版本已经损坏（{wrong[0]}）", "换一个版本，或者重新发布")
