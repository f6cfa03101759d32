"""Checks what a command wants to write, shows it, and writes all of it or nothing.

A proposal that brings a new error is refused; errors that were there before stop no act (DESIGN §2.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import unified_diff

from generator import flow
from generator.cli.acting import Desk
from generator.cli.output import note, print_findings, progress, say
from generator.finding import Finding, Severity
from generator.model.deadlines import Pace, Timeliness
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Record
from generator.model.register import Register
from generator.model.scalars import MARKER
from generator.model.timeliness import timeliness, withdrawal_timeliness
from generator.reading.overlay import OverlayTree
from generator.reports.findings_text import harmless
from generator.writing.stage import Refusal
from generator.writing.together import Written, write_together


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to be written, its path relative to the content folder."""

    path: str
    text: str
    was: str | None = None
    """The text that it takes the place of, or, of a new file, the text that it is best compared with."""
    is_new: bool = True
    told: tuple[str, ...] | None = None
    """What to show of it in place of its lines, which hold what nobody should see again."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Files to be written, and what comes of them. ``ref`` is the new act or edition, ``about`` the record or list it is about."""

    ref: str
    about: str
    pieces: tuple[Piece, ...]
    sights: tuple[str, ...]
    """What the public will see, a sentence each."""
    addresses: tuple[str, ...]
    secrets: tuple[str, ...] = ()
    """Texts that must not be printed, whatever a rule says of them."""
    without_start: str = ""
    """The option that gives the day on which the deadline starts, where it was left out."""
    notes: tuple[str, ...] = ()
    retry: str = ""
    """How to run the command again, if it is refused."""


def settle(desk: Desk, proposal: Proposal) -> int:
    """Check, show and write; the exit code: 1 if the proposal brings an error, and then nothing is written."""
    for piece in proposal.pieces:
        if piece.is_new and (desk.content.root / piece.path).exists():
            raise Refusal(f"{desk.content.label}/{piece.path} 已经有了，不能覆盖", "先看看那个文件；不要的，删掉以后再运行")
    progress("正在检查 ……")
    tree = OverlayTree(desk.content, {piece.path: piece.text for piece in proposal.pieces})
    reading = flow.read(tree)
    verdict = flow.check(tree, desk.settings, desk.as_of, reading=reading, base=desk.base)
    caused = _caused(desk, proposal, verdict.findings)
    if caused:
        print_findings([_discreet(finding, proposal.secrets) for finding in caused])
        note(f"没有写任何文件：照这样写，会有 {len(caused)} 个错误。{proposal.retry or '按上面的提示改好以后再运行一次'}")
        return 1
    new = Register(reading, desk.settings).get(proposal.ref)
    assert new is not None, "a file that could not be read is an error"
    say("\n".join(_told(desk, proposal, new)))
    if not desk.dry_run:
        write_together(
            [
                Written(desk.content.root / piece.path, piece.text, None if piece.is_new else desk.content.read(piece.path))
                for piece in proposal.pieces
            ]
        )
    say("\n".join(_closing(desk, proposal, verdict.errors)))
    return 0


def _caused(desk: Desk, proposal: Proposal, findings: Iterable[Finding]) -> list[Finding]:
    """The errors that are new with the proposal, and those within what it writes."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if not errors:
        return []
    before = flow.check(desk.content, desk.settings, desk.as_of, base=desk.base).findings
    known = {(finding.rule, finding.path, finding.message) for finding in before}
    fresh = {f"{desk.content.label}/{piece.path}" for piece in proposal.pieces if piece.is_new}
    return [
        finding for finding in errors
        if finding.path in fresh or (finding.rule, finding.path, finding.message) not in known
    ]  # fmt: skip


def _discreet(finding: Finding, secrets: tuple[str, ...]) -> Finding:
    if not secrets:
        return finding
    message, hint = finding.message, finding.hint
    for secret in secrets:
        message, hint = message.replace(secret, MARKER), hint.replace(secret, MARKER)
    return replace(finding, message=message, hint=hint, excerpt=None)


def _told(desk: Desk, proposal: Proposal, new: Record) -> Iterator[str]:
    for piece in proposal.pieces:
        yield f"{'新文件' if piece.is_new else '改动'} {desk.content.label}/{piece.path}"
        yield from (f"  {harmless(line)}" for line in (_lines(piece) if piece.told is None else piece.told))
        yield ""
    yield from (f"公众将看到：{sight}" for sight in proposal.sights)
    yield f"网址：{'、'.join(proposal.addresses)}"
    yield from _deadlines(new, desk, proposal.without_start)
    yield from (f"注意：{told}" for told in proposal.notes)


def _lines(piece: Piece) -> Iterator[str]:
    """A new file whole; of one that takes another's place, or is best read beside another, the differences."""
    if piece.was is None:
        yield from (f"+ {line}" for line in piece.text.splitlines())
        return
    for line in list(unified_diff(piece.was.splitlines(), piece.text.splitlines(), n=0, lineterm=""))[2:]:
        yield "……" if line.startswith("@@") else f"{line[0]} {line[1:]}"


def _deadlines(new: Record, desk: Desk, without_start: str) -> Iterator[str]:
    policy = desk.register.policy
    if isinstance(new, Withdrawal):
        found = withdrawal_timeliness(new, policy)
    else:
        single = timeliness(new, desk.register)
        found = (single,) if single is not None else ()
    if not found and without_start:
        yield f"期限：没有写 {without_start}，算不出是否按期"
    for item in found:
        yield f"{item.due.name}：{_kept(item, without_start)}（{item.due.basis}）"


def _kept(item: Timeliness, without_start: str) -> str:
    due = item.due
    if item.start is None and due.limit is not None and without_start:
        return f"{due.limit_text}，没有写 {without_start}，算不出是否按期"
    last = f"{due.limit_text}，到 {due.day} 为止" if due.day is not None else due.limit_text
    if item.state in (Pace.UNMARKED, Pace.UNKNOWN) or due.day is None:
        return "，".join(filter(None, (last, item.state.label)))
    goal = "（目标）" if due.goal else ""
    return f"{last}{goal}，{item.state.label}"


def _closing(desk: Desk, proposal: Proposal, errors: int) -> Iterator[str]:
    paths = [f"{desk.content.label}/{piece.path}" for piece in proposal.pieces]
    if errors:
        yield f"另有 {errors} 个与这次处理无关的错误：运行 disclosure check 查看"
    if desk.dry_run:
        yield f"没有写任何文件（--dry-run）。去掉 --dry-run 再运行，就写 {len(paths)} 个文件"
    else:
        yield f"已写 {len(paths)} 个文件。下一步：git add {desk.content.label}，git commit，再提交公开"
