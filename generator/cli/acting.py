"""What the commands that write acts share: their options, the tree with its base, and the record that an act is about.

What they propose is checked, shown and written by :mod:`generator.cli.proposing`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

import click

from generator import flow
from generator.cli.mistakes import meant
from generator.cli.options import as_of_option, content_option, read_settings, settings_option
from generator.cli.output import progress
from generator.model.declaration import Group, slot_by_key
from generator.model.placement import Placement, place
from generator.model.record import Act, Document, Edition, Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.standing import Standing
from generator.model.transition import Baseline, Transition
from generator.reading.decode import MAX_BYTES, decode
from generator.reading.tree import DirectoryTree
from generator.render.addresses import address_of
from generator.writing.acts import Said, act_path
from generator.writing.stage import Refusal

reason_option = click.option("--reason", required=True, metavar="理由", help="向社会说明的理由【必填】")
approver_option = click.option("--approver", required=True, metavar="姓名", help="批准本次处理的负责人，不公开【必填】")
_BASE = click.option(
    "--base", default="HEAD", metavar="版本",
    help="已经公开的是哪个版本：git 的分支、标签、提交，或者文件夹；不写就是上一次提交",
)
_DRY_RUN = click.option("--dry-run", is_flag=True, help="只显示要写的内容，不写任何文件")


@dataclass(frozen=True, slots=True)
class Desk:
    """The tree in hand, the base that it is compared with, and the day of the act."""

    content: DirectoryTree
    settings: Settings
    as_of: date
    base: Baseline
    spec: str
    """What ``--base`` said."""
    register: Register
    dry_run: bool

    @property
    def change(self) -> Transition:
        """What is public on the day of the act, whenever it was committed, beside the tree in hand."""
        return Transition(replace(self.base, day=self.as_of), self.register, self.as_of)

    def text(self, path: str) -> str:
        """A file of the tree as text. :class:`Refusal` if it is none."""
        raw = self.content.read(path)
        text, _ = decode(raw) if len(raw) <= MAX_BYTES else (None, ())
        if text is None:
            raise Refusal(f"读不懂 {self.content.label}/{path}", "先运行 disclosure check，按提示改好这个文件")
        return text

    def as_typed(self, path: str, text: str) -> str:
        """``text`` with the line ends that the file has now."""
        return text.replace("\n", "\r\n") if b"\r\n" in self.content.read(path) else text

    def address(self, record: Record) -> str:
        """Where the public finds a record: on the site if its address is set, else below its root."""
        return f"{self.settings.site_address or '/'}{address_of(record)}"


def on_desk(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that all acts take; it is called with a :class:`Desk` in their place."""

    def run(
        content: DirectoryTree, base: str, as_of: date, settings: str | None, dry_run: bool, **rest: Any
    ) -> int:
        chosen = read_settings(settings, content.root)
        progress(f"正在读取 {content.label} 和 {base} ……")
        register = Register(flow.read(content), chosen)
        return command(Desk(content, chosen, as_of, flow.base_of(base, content.root, chosen, as_of), base, register, dry_run), **rest)

    options = (_BASE, as_of_option, content_option, settings_option, _DRY_RUN)
    # click lists options in the order of decorators, which apply from the last to the first.
    wrapped: Callable[..., int] = run
    wrapped.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in options:
        wrapped = option(wrapped)
    own = len(wrapped.__click_params__) - len(options)  # type: ignore[attr-defined]
    params = wrapped.__click_params__  # type: ignore[attr-defined]
    params[:] = params[own:][::-1] + params[:own]
    return wrapped


def public_record(desk: Desk, ref: str, act: str) -> Record:
    """The record that ``ref`` names, which the public sees in the base; :class:`Refusal` says what else it is. ``act``: 更正, 撤下 …"""
    record = desk.register.get(ref)
    if record is None:
        raise _unknown(desk, ref)
    before = desk.base.register.get(ref)
    where = f"{desk.content.label}/{record.origin.path}"
    if before is None:
        raise Refusal(f"{ref} 还没有公开：{desk.spec} 里没有它", f"直接修改 {where} 就可以，不用写{act}说明")
    if isinstance(before, Document) and before.is_secret:
        raise Refusal(f"{ref} 是不予公开的记录，网站上没有它", f"直接修改 {where} 就可以，不用写{act}说明")
    if not desk.change.was_public(before):
        since = before.published_on if isinstance(before, Document) else before.own_day  # type: ignore[attr-defined]
        raise Refusal(f"{ref} 到 {since} 才公开", f"直接修改 {where} 就可以，不用写{act}说明；不再公开的，删掉文件")
    return record


def withdrawal_of(desk: Desk, record: Record) -> Act | None:
    """The withdrawal that keeps the record from the public on the day of the act."""
    state = desk.register.state(record, desk.as_of)
    return state.decisive if state.standing is Standing.WITHDRAWN else None


def new_act(desk: Desk, kind: type[Act]) -> tuple[str, str]:
    """Path and id of the next act of a kind in the year of the day. Numbers that the base has given are not given again."""
    paths = [entry.path for entry in desk.content.entries()]
    paths += [draft.path for draft in desk.base.register.drafts]
    path = act_path(paths, kind.KIND.folder, desk.as_of.year)
    return path, f"{kind.KIND.folder}/{path.rpartition('/')[2].removesuffix('.yaml')}"


def sample_mark(record: Record) -> tuple[Said, ...]:
    """An act on a sample is a sample."""
    return (("示例", "是"),) if record.is_sample else ()


def filled(*said: tuple[str, str | date | None]) -> tuple[Said, ...]:
    """The keys that have something to say."""
    return tuple((key, str(value)) for key, value in said if value is not None)


def options_of(group: type[Group], key: str) -> tuple[str, ...]:
    """What may be chosen for a key."""
    slot = slot_by_key(group, key)
    assert slot is not None and slot.scalar is not None, "a declared choice"
    return slot.scalar.options


def _unknown(desk: Desk, ref: str) -> Refusal:
    editions = desk.register.editions(ref)
    if editions:
        return Refusal(
            f"{ref} 是一份清单，没有写明版次",
            f"写到版次，如 {editions[-1].ref}；清单的内容有变化或者有错的，运行 disclosure adjust {ref} --reason “……”",
        )
    bare = ref.removeprefix("./").removeprefix(f"{desk.content.label}/")
    placed = place(bare)
    if isinstance(placed, Placement):
        edition = f"@{placed.origin.stem}" if issubclass(placed.kind, Edition) else ""
        return Refusal(f"{ref} 是文件，不是编号", f"写编号 {placed.origin.id}{edition}")
    for draft in desk.register.drafts:
        at = place(draft.path)
        if draft.record is None and isinstance(at, Placement) and at.origin.id == ref.partition("@")[0]:
            return Refusal(f"读不懂 {desk.content.label}/{draft.path}", "先运行 disclosure check，按提示改好这个文件")
    return unknown(ref, tuple(record.ref for record in desk.register.records))


def unknown(ref: str, known: tuple[str, ...]) -> Refusal:
    """That there is no such record, and which one was probably meant."""
    near = meant(get_close_matches(ref, known))
    return Refusal(f"没有编号为 {ref} 的记录", near or "核对编号：编号是“文件夹/文件名”，不带年份文件夹和扩展名，如 penalties/2020-001")
