"""``disclosure withdraw``: writes the withdrawal of a public record. The record's own file stays as it is."""

from __future__ import annotations

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
    unknown,
    withdrawal_of,
)
from generator.cli.options import day, one_of
from generator.cli.program import declare
from generator.cli.proposing import Piece, Proposal, settle
from generator.model.kinds.withdrawals import Withdrawal
from generator.model.record import Act, Record
from generator.writing.acts import act_text
from generator.writing.stage import Refusal

_HELP = (
    "撤下一条已经公开的信息，写一份撤下说明。\n\n"
    "决定被变更、撤销、确认违法、确认无效、要求重新作出的，信用修复、误发的，用这个命令。\n原来的文件不删、不改。\n"
    "写之前先检查：会带来新的错误，就什么也不写。撤下从来不因为迟了而受阻。"
)
_EXAMPLES = """\
  disclosure withdraw penalties/2020-001 --ground 撤销 --ground-on 2021-03-01 \\
      --reason 行政复议决定撤销原行政处罚决定 --basis-paper 示政复决字〔2021〕2号 \\
      --authority 示例县人民政府 --successor penalties/2021-004 --approver 局长
                                           决定被撤销，另有新的决定
  disclosure withdraw penalties/2020-001 --ground 误发 --reason 漏征求意见 --approver 局长 --dry-run
                                           误发；先看看会写什么
"""
_GROUNDS = options_of(Withdrawal, "事由")
#: The bureau itself finds that it published by mistake; anything else rests on a paper of somebody's.
_BY_ITSELF = "误发"


@declare("withdraw", _HELP, _EXAMPLES)
@click.argument("ref", metavar="编号")
@on_desk
@click.option("--ground", required=True, type=one_of("撤下事由", *_GROUNDS), metavar="事由", help=f"{'、'.join(_GROUNDS)}【必填】")
@click.option("--ground-on", type=day, metavar="日期", help="事由发生之日（决定书、判决书生效之日），撤下期限从这一天起算")
@reason_option
@click.option("--basis-paper", metavar="文书", help="撤下所依据的文书，如 示政复决字〔2021〕2号；误发以外的必填")
@click.option("--authority", metavar="机关", help="作出依据文书的机关；误发以外的必填")
@click.option("--successor", metavar="编号", help="替代它的新决定，如 penalties/2021-004")
@approver_option
def command(
    desk: Desk, ref: str, ground: str, ground_on: date | None, reason: str, basis_paper: str | None,
    authority: str | None, successor: str | None, approver: str,
) -> int:  # fmt: skip
    """Write the withdrawal; 1 if it would bring an error."""
    record = public_record(desk, ref, "撤下")
    known = withdrawal_of(desk, record)
    if known is not None:
        raise Refusal(f"{ref} 已经在 {known.day} 撤下（{known.ref}）", "不用再撤；撤下说明写错了的，改好它以后运行 disclosure correct")
    if isinstance(record, Act):
        raise Refusal(f"{ref} 是一份{record.KIND.title}说明，不能撤下", "说明写错了的，改好它以后运行 disclosure correct")
    if ground != _BY_ITSELF and not (basis_paper and authority):
        raise Refusal(f"事由是{ground}的，要写依据文书和作出机关", "加上 --basis-paper 和 --authority")
    if successor is not None and desk.register.get(successor) is None:
        folder = successor.partition("/")[0]
        raise unknown(successor, tuple(item.ref for item in desk.register.records if item.ref.startswith(f"{folder}/")))
    said = filled(
        ("撤下对象", ref), ("撤下日期", desk.as_of), ("事由", ground), ("事由日期", ground_on), ("依据文书", basis_paper),
        ("作出机关", authority), ("替代", successor), ("理由", reason), ("批准人", approver),
    )  # fmt: skip
    path, act = new_act(desk, Withdrawal)
    text = act_text(Withdrawal, (*said, *sample_mark(record)))
    sights = _sights(record, successor)
    return settle(desk, Proposal(act, ref, (Piece(path, text),), sights, (desk.address(record),), without_start="--ground-on"))


def _sights(record: Record, successor: str | None) -> tuple[str, ...]:
    left = f"这条{record.KIND.title}的网址只显示编号、日期、撤下的事由、理由和依据" + (f"，并指向 {successor}" if successor else "")
    return (f"{left}；其余内容、全文和附件从网站的所有文件中消失",)
