"""``disclosure reinstate``: writes the reinstatement of a record that was withdrawn."""

from __future__ import annotations

import click

from generator.cli.acting import (
    Desk,
    approver_option,
    filled,
    new_act,
    on_desk,
    public_record,
    reason_option,
    sample_mark,
    withdrawal_of,
)
from generator.cli.program import declare
from generator.cli.proposing import Piece, Proposal, settle
from generator.model.kinds.reinstatements import Reinstatement
from generator.writing.acts import act_text
from generator.writing.stage import Refusal

_HELP = (
    "恢复公示一条已经撤下的信息，写一份恢复说明。\n\n"
    "撤下以后，依据被撤销、核查没有问题等，应当重新公开的，用这个命令。\n写之前先检查：会带来新的错误，就什么也不写。"
)
_EXAMPLES = """\
  disclosure reinstate penalties/2020-003 --reason 二审判决行政处罚决定有效，依法恢复公示 \\
      --basis-paper （2021）示行终1号 --approver 局长
"""


@declare("reinstate", _HELP, _EXAMPLES)
@click.argument("ref", metavar="编号")
@on_desk
@reason_option
@click.option("--basis-paper", required=True, metavar="文书", help="恢复所依据的文书，如 （2021）示行终1号【必填】")
@approver_option
def command(desk: Desk, ref: str, reason: str, basis_paper: str, approver: str) -> int:
    """Write the reinstatement; 1 if it would bring an error."""
    record = public_record(desk, ref, "恢复")
    withdrawal = withdrawal_of(desk, record)
    if withdrawal is None:
        raise Refusal(f"{ref} 没有撤下，不用恢复", "核对编号")
    said = filled(("恢复对象", ref), ("恢复日期", desk.as_of), ("依据文书", basis_paper), ("理由", reason), ("批准人", approver))
    path, act = new_act(desk, Reinstatement)
    text = act_text(Reinstatement, (*said, *sample_mark(record)))
    sight = f"这条{record.KIND.title}的网址重新显示全部内容，并写明 {withdrawal.day} 撤下过、恢复的理由和依据"
    return settle(desk, Proposal(act, ref, (Piece(path, text),), (sight,), (desk.address(record),)))
