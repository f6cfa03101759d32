"""``disclosure rollback``: show the content of an earlier release again. It refuses where that would bring hidden text back."""

from __future__ import annotations

import click

from generator.cli.output import say
from generator.cli.program import declare
from generator.cli.publishing import holder, signer_option, target_option, whole
from generator.publish.rollback import roll_back
from generator.publish.signature import Signer
from generator.publish.target import Target

_HELP = (
    "退回以前发布的版本，作为一次新的发布。\n\n"
    "发布序号和台账只增不减。那以后撤下或者隐去过内容的，不能退回去。\n"
    "内容仓库不会跟着变：下一次发布以前，要在仓库里也改回来。"
)
_EXAMPLES = """\
  disclosure rollback --to /srv/www/xzzf                   退回上一个版本
  disclosure rollback --to /srv/www/xzzf --to-release 12   退回第 12 次发布的内容
"""


@declare("rollback", _HELP, _EXAMPLES)
@target_option
@click.option(
    "--to-release", type=whole("--to-release", 1), metavar="序号", help="退回第几次发布，不写就是上一个版本；disclosure status 列出有哪些"
)
@signer_option
def command(target: Target, to_release: int | None, signer: Signer | None) -> int:
    """Roll back; 0, or a refusal."""
    manifest, changes = roll_back(target, holder(), to_release, signer)
    for line in changes.told():
        say(line)
    say(f"已退回到提交 {manifest.commit[:12] or '（不明）'} 的内容，记为第 {manifest.sequence} 次发布（{manifest.name}）")
    say("下一步：在内容仓库里也改回来（git revert），否则下一次发布又会换成新的内容")
    return 0
