"""``disclosure adjust``: writes the next edition of a list. Editions that are public stay as they are."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date

import click

from generator.cli.acting import Desk, filled, on_desk, reason_option, unknown
from generator.cli.options import day
from generator.cli.program import declare
from generator.cli.proposing import Piece, Proposal, settle
from generator.model.comparison import differences
from generator.model.declaration import slots
from generator.model.editions import wording_of
from generator.model.kinds.laws import Law
from generator.model.record import Edition
from generator.reading.tree import GitTree, open_base
from generator.writing.edits import with_heads
from generator.writing.stage import Refusal

_HELP = (
    "调整一份清单：写新的一版，旧的一版不动。\n\n三种用法，命令自己分辨：\n\n"
    "1. 什么都没改：把最新一版复制成下一版，改好版次、生效日期、调整原因；您再到新文件里改内容。\n"
    "2. 已经直接改了最新一版：改过的内容成为下一版，最新一版恢复原样。\n"
    "3. 已经自己写了下一版，还没有提交：只填好它的版次、生效日期、调整原因，内容不动。\n\n"
    "新的一版里去掉上一版的备案和豁免。写之前先检查：会带来新的错误，就什么也不写。"
)
_EXAMPLES = """\
  disclosure adjust rosters/shili-tjj --reason 人员调离 --basis 调整通知 --changed-on 2026-08-20
                                           人员变动之日是 8 月 20 日，新的一版今天生效
  disclosure adjust powers/shili-tjj --reason 更正差错 --dry-run
                                           只看看会写什么
"""
#: What was said of the last edition alone.
_OF_THE_LAST = ("变动日期", "变动依据", "备案", "豁免")


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the next edition's text comes from."""

    number: int
    text: str
    last: Edition
    """The newest public edition."""
    last_text: str
    """Its text in the base."""
    is_draft: bool
    """The next edition is there already."""
    is_edited: bool
    """The newest edition was edited in place and goes back to what it was."""
    inherited: tuple[str, ...] = ()
    """What the next edition's own file yet says of the last one, having been copied from it."""


@declare("adjust", _HELP, _EXAMPLES)
@click.argument("list_id", metavar="清单编号")
@on_desk
@reason_option
@click.option("--basis", metavar="依据", help="引起调整的法律、文件或者事项")
@click.option("--changed-on", type=day, metavar="日期", help="引起调整的变动发生之日，调整期限从这一天起算")
@click.option("--effective-on", type=day, metavar="日期", help="新的一版从哪一天起生效，不写就是 --as-of 这一天")
def command(
    desk: Desk, list_id: str, reason: str, basis: str | None, changed_on: date | None, effective_on: date | None
) -> int:
    """Write the next edition; 1 if it would bring an error."""
    source = _source(desk, list_id)
    since = effective_on or desk.as_of
    if since <= source.last.effective_on:
        raise Refusal(
            f"新的一版 {since} 生效，不晚于第 {source.last.number} 版的 {source.last.effective_on}", "用 --effective-on 写明更晚的生效日期"
        )
    kind = type(source.last)
    said = filled(
        ("版次", str(source.number)), ("生效日期", since), ("变动日期", changed_on), ("变动依据", basis), ("调整原因", reason)
    )
    drop = source.inherited if source.is_draft else _OF_THE_LAST
    text = with_heads(source.text, kind, said, drop)
    path = f"{list_id}/{source.number}{kind.KIND.suffix}"
    pieces = [Piece(path, text, source.text if source.is_draft else source.last_text, is_new=not source.is_draft)]
    if source.is_edited:
        pieces.append(Piece(source.last.origin.path, source.last_text, source.text, is_new=False, told=("恢复原样",)))
    notes = () if source.is_draft or source.is_edited else (
        f"内容与第 {source.last.number} 版相同：打开 {desk.content.label}/{path} 改内容，再提交",
    )
    root = desk.settings.site_address or "/"
    sights = (f"从 {since} 起显示第 {source.number} 版，列出调整原因和与上一版的差别",)
    addresses = (f"{root}{list_id}/",)
    ref = f"{list_id}@{source.number}"
    proposal = Proposal(ref, list_id, tuple(pieces), sights, addresses, without_start="--changed-on", notes=notes)
    return settle(desk, proposal)


def _source(desk: Desk, list_id: str) -> _Source:
    _must_be_a_list(desk, list_id)
    public = desk.base.register.editions(list_id)
    if not public:
        raise Refusal(f"{list_id} 还没有公开：{desk.spec} 里没有它", "直接修改文件就可以，不用写新的一版")
    last = max(public, key=lambda edition: edition.number)
    before = _base_text(desk, last)
    now = desk.register.get(last.ref)
    if now is None:
        raise Refusal(f"第 {last.number} 版 {desk.content.label}/{last.origin.path} 不见了，或者读不懂", "恢复这个文件再运行")
    is_edited = any(differences(wording_of(last), wording_of(now), type(last)))
    draft = _draft(desk, last, is_edited=is_edited)
    if draft is None:
        return _Source(last.number + 1, desk.text(now.origin.path), last, before, is_draft=False, is_edited=is_edited)
    text = desk.text(draft.origin.path)
    return _Source(last.number + 1, text, last, before, is_draft=True, is_edited=False, inherited=_inherited(last, draft))


def _must_be_a_list(desk: Desk, list_id: str) -> None:
    plain = list_id.partition("@")[0]
    editions = desk.register.editions(plain)
    if not editions and desk.register.get(list_id) is not None:
        hint = f"内容有错的，改好文件以后运行 disclosure correct {list_id} --reason “……”"
        raise Refusal(f"{list_id} 不是清单，没有版次", hint)
    if not editions:
        raise unknown(list_id, tuple({record.id: None for record in desk.register.records if isinstance(record, Edition)}))
    if plain != list_id:
        raise Refusal(f"{list_id} 是清单的一版", f"写清单的编号 {plain}")
    if isinstance(editions[0], Law):
        hint = f"修改了的，另写 {desk.content.label}/{list_id}/通过年份.yaml；登记错了的，改好文件以后运行 disclosure correct"
        raise Refusal(f"{list_id} 是法律依据，按通过年份另立文件", hint)


def _draft(desk: Desk, last: Edition, *, is_edited: bool) -> Edition | None:
    """The next edition that is there already but not in the base."""
    following = last.number + 1
    found = [edition for edition in desk.register.editions(last.id) if desk.base.register.get(edition.ref) is None]
    if len(found) > 1:
        raise Refusal(f"{last.id} 有 {len(found)} 版还没有提交", "一次只写一版：先提交前面的一版，或者删掉多余的文件")
    if not found:
        return None
    if is_edited:
        hint = f"第 {last.number} 版已经公开，恢复它；要改的写在第 {following} 版里"
        raise Refusal(f"第 {last.number} 版和新写的第 {found[0].number} 版都改了", hint)
    if found[0].origin.stem != str(following):
        raise Refusal(f"下一版是第 {following} 版，不是第 {found[0].origin.stem} 版", f"把文件改名为 {following}{last.KIND.suffix}")
    return found[0]


def _inherited(last: Edition, draft: Edition) -> tuple[str, ...]:
    return tuple(
        slot.key for slot in slots(type(last))
        if slot.key in _OF_THE_LAST and getattr(last, slot.name) == getattr(draft, slot.name)
    )  # fmt: skip


def _base_text(desk: Desk, edition: Edition) -> str:
    """The edition's file in the base to the last byte: it may have to be put back."""
    tree = open_base(desk.spec, desk.content.root)
    with tree if isinstance(tree, GitTree) else nullcontext():
        return tree.read(edition.origin.path).decode()
