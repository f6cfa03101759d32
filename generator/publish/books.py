"""The target's own books: the manifest of the live release, and the ledger beside the releases, which must fit together.

A ledger that was lost, cut or forked is refused: it is never mended by guessing.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from generator.history.ledger import Ledger, LedgerError, read_ledger
from generator.publish.manifest import Manifest, read_manifest
from generator.publish.sealing import Before
from generator.publish.target import LEDGER, MANIFEST, NEXT_LEDGER, Survey, Target
from generator.writing.stage import Refusal


class Books(NamedTuple):
    """What a target holds. ``ledger`` is None where none was started."""

    survey: Survey
    live: Manifest | None
    ledger: Ledger | None

    @property
    def sequence(self) -> int:
        """The number of the next release: never one that was given before."""
        given = [self.live.sequence if self.live else 0, self.ledger.release if self.ledger else 0]
        return max(given) + 1


def settle_ledger(target: Target) -> None:
    """After a publisher that was killed around the switch: the ledger that it had ready counts if its release went live."""
    ready = target.read(NEXT_LEDGER)
    if ready is None:
        return
    survey = target.survey()
    if survey.live is not None and ready == _of_release(target, survey.live, LEDGER):
        target.write(LEDGER, ready)
    target.write(NEXT_LEDGER, None)


def open_books(target: Target) -> Books:
    """Read manifest and ledger. Raises :class:`Refusal` if they are not sound, or do not fit together."""
    survey = target.survey()
    live = None
    if survey.live is not None:
        where = f"{target.label} 的 releases/{survey.live}/{MANIFEST}"
        data = _of_release(target, survey.live, MANIFEST)
        if data is None:
            raise Refusal(f"没有 {where}", "线上的版本不完整：用 --to 换一个新的文件夹重新发布，或者从备份恢复")
        live = read_manifest(data, where)
    return Books(survey, live, _ledger(target, survey))


def before_of(target: Target, books: Books) -> Before:
    """The live release, to be compared with the next one."""
    live = books.survey.live
    return Before(books.live, partial(_of_release, target, live) if live is not None else lambda _path: None)


def _of_release(target: Target, name: str, path: str) -> bytes | None:
    return target.read(f"releases/{name}/{path}")


def _ledger(target: Target, survey: Survey) -> Ledger | None:
    data = target.read(LEDGER)
    copy = _of_release(target, survey.live, LEDGER) if survey.live is not None else None
    where, spare = f"{target.label} 的台账 {LEDGER}", f"releases/{survey.live}/{LEDGER}"
    if data is None and copy is None:
        return None
    if data == b"" and not copy:
        raise Refusal(f"{where} 是空的：内容丢失了", "从备份里取回 ledger.jsonl；从来没有记过台账的，删掉这个空文件")
    if data is None:
        raise Refusal(f"{where} 丢失了", f"线上的版本里有一份完整的：把 {spare} 复制到 {LEDGER}，再发布")
    if target.read(NEXT_LEDGER) is not None:
        # A dry run does not mend what a killed publisher left: it looks at what the public sees.
        data = copy if copy is not None else data
    if copy is not None and data != copy:
        if copy.startswith(data):
            raise Refusal(f"{where} 少了后面的内容", f"线上的版本里有一份完整的：把 {spare} 复制到 {LEDGER}，再发布")
        raise Refusal(
            f"{where} 与线上版本里的不一样：有了两份不同的历史",
            f"查清是谁写的；以公众看到的 {spare} 为准，把它复制到 {LEDGER}，再发布",
        )
    try:
        return read_ledger(data)
    except LedgerError as error:
        raise Refusal(f"{where} 被改动过：{error}", "从备份里取回没有改动的台账；台账不能改，也不能重写") from error
