"""``publish`` from lock to report: read the target's books, have the site built, make it a release, bring it before the public.

It does not know how a site is built: that is handed in.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.history.ledger import Ledger
from generator.model.ledger_days import LedgerDays
from generator.publish.assemble import Candidate, Origin, assemble
from generator.publish.books import Books, before_of, open_books
from generator.publish.guard import refuse_earlier_day
from generator.publish.manifest import Manifest
from generator.publish.release import Say, Way, go_live, note_run, tidy, trim
from generator.publish.rollback import return_to
from generator.publish.sealing import SALT, Seal
from generator.publish.search_index import add_full_text
from generator.publish.signature import Signer
from generator.publish.target import Target
from generator.writing.stage import Busy, Refusal

#: Builds the site into a folder that is not there yet, beside the live release, if there is one; returns its exit code. The days are the
#: ledger's, None without one.
MakeSite = Callable[[Path, LedgerDays | None, Manifest | None], int]
#: Refuses what may not follow the live release, and tells the ids of its records that no rule compares with those of the new one: None for
#: all. Whether these changed is told from the release's data (publish/silent.py). Raises :class:`Refusal`.
Vet = Callable[[Manifest], frozenset[str] | None]
#: Exit codes of what is live all the same: the web server gives wrong answers; an older release could not be removed. No other trouble
#: has them.
UNHEALTHY, LEFT_BEHIND = 4, 5
#: So many times, and so many seconds apart, relief asks for a target that another publisher has in hand: a release takes less.
_PATIENCE, _PAUSE = 120, 1.0
_WITHOUT_KEY = "没有密钥（DISCLOSURE_SALT_KEY）：撤下照常登记；新的内容先登记，没有承诺值，下次用密钥发布时补记"
_RELIEF = "。急着撤下、隐去或者更正的，不用密钥也能发布：disclosure takedown，或者 disclosure publish --acts-only"


@dataclass(frozen=True, slots=True)
class Order:
    """What to publish and how. ``key`` makes the salts (``DISCLOSURE_SALT_KEY``); without one no ledger is kept."""

    origin: Origin
    holder: str
    """Who publishes and since when, for others who find the target locked."""
    way: Way
    key: bytes = b""
    start_ledger: bool = False
    dry_run: bool = False
    vet: Vet | None = None
    """Asked once the target is ours and before anything is made."""
    is_relief: bool = False
    """Nothing but acts: no want of a key, a signature or space may stop it (DESIGN §2.6)."""


def publish(target: Target, order: Order, make: MakeSite, say: Say) -> int:
    """Publish; returns the exit code. Raises :class:`Refusal` and OSError; then the public still sees the old release.

    0: live, or nothing to do. ``UNHEALTHY``, ``LEFT_BEHIND``. Anything else is ``make``'s.
    """
    if order.way.signer is not None and not order.is_relief:
        order.way.signer.require()
    if order.dry_run:
        return _publish(target, order, open_books(target), make, say)
    if not target.survey().releases:
        # What is refused anyway should leave no empty folder behind.
        _seal(order, open_books(target))
    with _alone(target, order, say):
        tidy(target, None)
        books = open_books(target)
        tidy(target, books)
        code = _publish(target, order, books._replace(survey=target.survey()), make, say)
        left = target.survey().left
        if left:
            say(f"{target.label} 的 releases/ 里有删不掉的旧版本：{'、'.join(left)}；里面可能有已经撤下的内容")
            say("请管理员把整个文件夹交给发布账户（sudo chown -R 发布账户 文件夹），再发布一次，就会删除")
        return code or (LEFT_BEHIND if left else 0)


@contextmanager
def _alone(target: Target, order: Order, say: Say) -> Iterator[None]:
    """Hold the target's lock; relief waits for it. Raises :class:`Busy`."""
    with ExitStack() as held:
        for left in range(_PATIENCE if order.is_relief else 0, -1, -1):
            try:
                held.enter_context(target.lock(order.holder))
                break
            except Busy as busy:
                if not left:
                    raise
                if left == _PATIENCE:
                    say(f"{busy.message}；正在等它结束，最多 {_PATIENCE} 秒")
                time.sleep(_PAUSE)
        yield


def _publish(target: Target, order: Order, books: Books, make: MakeSite, say: Say) -> int:
    seal = _seal(order, books)
    unproven = order.vet(books.live) if order.vet is not None and books.live is not None else frozenset()
    refuse_earlier_day(books.live, order.origin.as_of)
    if seal is not None and not seal.key:
        say(_WITHOUT_KEY)
    with tempfile.TemporaryDirectory(prefix="disclosure-") as folder:
        site = Path(folder) / "site"
        code = make(site, (books.ledger or Ledger()).days(order.origin.as_of) if seal is not None else None, books.live)
        if code:
            return code
        if order.way.full_text:
            say(add_full_text(site))
        candidate = assemble(
            site, order.origin, books, before_of(target, books), seal, unproven=unproven, is_relief=order.is_relief
        )
        if candidate is None:
            return _nothing_new(target, order, books, say)
        for line in candidate.changes.told():
            say(line)
        if order.dry_run:
            say(f"没有发布（--dry-run）。去掉 --dry-run 再运行，就成为第 {candidate.manifest.sequence} 次发布")
            return 0
        return _go_live(target, order, candidate, books, say)


def _go_live(target: Target, order: Order, candidate: Candidate, books: Books, say: Say) -> int:
    problem = go_live(target, candidate, order.way, books, say, is_relief=order.is_relief)
    manifest = candidate.manifest
    if problem:
        say(f"已启用第 {manifest.sequence} 次发布，但网站的回答不对：{problem}")
        return _step_back(target, candidate, books, order.way.signer, say)
    trim(target, order.way.keep)
    note_run(target, manifest, order.origin.as_of.isoformat(), order.origin.commit)
    ledger = f"；台账 {len(candidate.ledger.lines)} 行" if candidate.ledger is not None else "；没有密钥，不记台账"
    say(f"已发布到 {target.label}：第 {manifest.sequence} 次发布（{manifest.name}），共 {len(manifest.files)} 个文件{ledger}")
    return 0


def _step_back(target: Target, candidate: Candidate, books: Books, signer: Signer | None, say: Say) -> int:
    """After wrong answers: the release before comes back, unless it shows what must not be seen again."""
    old = books.survey.live
    if candidate.relieves:
        say("新版本里有更正、撤下或者隐去，不退回旧版本：请检查网站服务器的设置，旧内容没有恢复")
    elif old is None:
        say("这是第一次发布，没有可以退回的版本：请检查网址和网站服务器的设置")
    else:
        returned = return_to(target, open_books(target), old, signer)
        say(f"已自动退回 {old} 的内容（第 {returned.sequence} 次发布）；检查网址和网站服务器的设置，再重新发布")
    return UNHEALTHY


def _nothing_new(target: Target, order: Order, books: Books, say: Say) -> int:
    assert books.live is not None, "only a live release can be equal"
    say(f"内容没有变化，不用发布：{target.label} 上仍是第 {books.live.sequence} 次发布（{books.live.as_of}）")
    if not order.dry_run:
        trim(target, order.way.keep)
        note_run(target, books.live, order.origin.as_of.isoformat(), order.origin.commit)
    return 0


def _seal(order: Order, books: Books) -> Seal | None:
    """The seal of this release. Raises :class:`Refusal` where key, ledger and what was asked do not go together."""
    salted = books.live is not None and any(path.endswith(f"/{SALT}") for path in books.live.files)
    if books.ledger is None and salted:
        raise Refusal(
            "台账丢失了：以前发布时记过台账，现在找不到 ledger.jsonl",
            "从备份里取回 ledger.jsonl，放到发布的文件夹和线上的版本里；不要另起台账",
        )
    if not order.key:
        if books.ledger is not None and order.is_relief:
            return Seal(b"")
        if books.ledger is not None or order.start_ledger:
            relief = "" if order.start_ledger else _RELIEF
            raise Refusal(
                "记台账要有密钥：环境变量 DISCLOSURE_SALT_KEY 没有设置",
                f"设置好密钥（与以前发布时用的相同）再发布；密钥只放在环境变量里，不要写进文件{relief}",
            )
        return None
    if books.ledger is None and not order.start_ledger:
        raise Refusal(
            "还没有台账",
            "第一次记台账，加上 --start-ledger（用 make 的，写 START_LEDGER=1）；以前记过的，从备份里取回 ledger.jsonl，不要另起",
        )
    if books.ledger is not None and order.start_ledger:
        raise Refusal(f"台账已经有了（{len(books.ledger.lines)} 行），不能另起", "去掉 --start-ledger（START_LEDGER=1）")
    return Seal(order.key)
