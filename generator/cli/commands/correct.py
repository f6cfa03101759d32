"""``disclosure correct``: compares an edited record with what is public and writes the correction that tells the difference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from generator.cli.acting import (
    Desk,
    approver_option,
    filled,
    new_act,
    on_desk,
    options_of,
    public_record,
    reason_option,
    sample_mark,
    withdrawal_of,
)
from generator.cli.options import day, one_of
from generator.cli.program import declare
from generator.cli.proposing import Piece, Proposal, settle
from generator.finding import path_text
from generator.model.comparison import BODY, Comparison, Difference, taken_away
from generator.model.kinds.corrections import Correction
from generator.model.kinds.laws import Law
from generator.model.paths import ABSENT
from generator.model.record import Edition, Record
from generator.model.rewordings import rewordings
from generator.writing.acts import Said, act_text
from generator.writing.stage import Refusal

_HELP = (
    "更正一条已经公开的信息，写一份更正说明。\n\n"
    "先把原来的文件改对、保存，再运行这个命令：它与已经公开的内容比较，找出改了什么，逐项写明原来和现在。\n"
    "适用于公示的内容与已送达的决定书不一致。决定本身变了的，用 disclosure withdraw；清单有变化的，\n用 disclosure adjust。"
    "补填送达日期、履行情况等公开以后才有的项，不用写更正。\n写之前先检查：会带来新的错误，就什么也不写。"
)
_EXAMPLES = """\
  disclosure correct penalties/2020-001 --reason 公示录入错误，与已送达的决定书不一致 \\
      --matches-original --found-on 2020-06-30 --source 依职权 --approver 局长
                                           更正决定书的内容，已与原件核对
  disclosure correct penalties/2020-001 --reason …… --approver 局长 --dry-run
                                           只看看会写什么
"""
_SOURCES = options_of(Correction, "来源")


@declare("correct", _HELP, _EXAMPLES)
@click.argument("ref", metavar="编号")
@on_desk
@reason_option
@approver_option
@click.option("--found-on", type=day, metavar="日期", help="发现错误之日，更正期限从这一天起算")
@click.option("--matches-original", is_flag=True, help="已经与决定书原件核对，更正后与原件一致；更正文号、当事人、金额等时必填")
@click.option("--source", type=one_of("更正来源", *_SOURCES), metavar="来源", help=f"从哪里知道的：{'、'.join(_SOURCES)}")
def command(
    desk: Desk, ref: str, reason: str, approver: str, found_on: date | None, matches_original: bool, source: str | None
) -> int:
    """Write the correction; 1 if it would bring an error."""
    record = public_record(desk, ref, "更正")
    if isinstance(record, Edition) and not isinstance(record, Law):
        raise Refusal(f"{ref} 是清单的一版，清单不作更正", f"运行 disclosure adjust {record.id} --reason 更正差错，另写新的一版")
    known = withdrawal_of(desk, record)
    if known is not None:
        hint = "恢复原来的内容；要重新公开的，先运行 disclosure reinstate"
        raise Refusal(f"{ref} 已经在 {known.day} 撤下（{known.ref}），不能更正", hint)
    changes = tuple(_changes(_comparison(desk, record), ref))
    said = filled(
        ("更正对象", ref), ("更正日期", desk.as_of), ("发现日期", found_on), ("与原件核对", "是" if matches_original else None),
        ("来源", source), ("理由", reason), ("批准人", approver),
    )  # fmt: skip
    path, act = new_act(desk, Correction)
    text = act_text(Correction, (*said, *sample_mark(record)), "更正事项", changes)
    sight = f"这条{record.KIND.title}显示更正后的内容，标明“已更正”，并逐项列出原来怎么写、现在怎么写、为什么更正"
    retry = "" if matches_original else "与决定书原件核对一致的，加上 --matches-original 再运行；别的问题，按上面的提示改好"
    addresses = (desk.address(record),)
    return settle(
        desk, Proposal(act, ref, (Piece(path, text),), (sight,), addresses, without_start="--found-on", retry=retry)
    )


def _comparison(desk: Desk, record: Record) -> Comparison:
    """The record beside the base; a :class:`Refusal` says why there is nothing to correct."""
    where = f"{desk.content.label}/{record.origin.path}"
    found = next((item for item in desk.change.comparisons if item.head.ref == record.ref), None)
    if found is None or not (found.public or found.acts):
        raise Refusal(
            f"{where} 和 {desk.spec} 里的一样，公众看得到的内容没有改动",
            "先把这个文件改对、保存，再运行；改动已经提交了的，用 --base 写明改动以前的版本；不公开的项，直接改就可以",
        )
    if not found.unaccounted:
        told = "改动都已经有更正说明了" if found.corrections else "只补填了公开以后才有的项，不用写更正"
        raise Refusal(f"{record.ref}：{told}", "直接提交就可以")
    return found


def _changes(found: Comparison, ref: str) -> Iterator[tuple[Said, ...]]:
    for item in found.unaccounted:
        if taken_away(item):
            raise Refusal(f"{ref} 里新写了【依法隐去】，这不是更正", f"恢复原来的内容，再运行 disclosure redact {ref}")
        yield from _texts(item) if item.path == BODY else (_field(item),)


def _field(item: Difference) -> tuple[Said, ...]:
    return (("字段", path_text(item.path)), ("原", item.was), ("现", item.now))


def _texts(item: Difference) -> Iterator[tuple[Said, ...]]:
    for passage in rewordings(item.was, item.now):
        yield (("正文", "是"), ("原", passage.was or ABSENT), ("现", passage.now or ABSENT))
