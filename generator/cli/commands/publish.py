"""``disclosure publish``: build the committed content, make it a release, bring it before the public in one step."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import as_of_option, content_option
from generator.cli.output import say
from generator.cli.program import declare
from generator.cli.publishing import (
    committed,
    holder,
    publish_settings_option,
    salt_key,
    settings_of,
    site_maker,
    target_option,
    vetting,
    with_way,
)
from generator.cli.relief import relief_of
from generator.cli.relieving import Call, relieve
from generator.publish.publishing import Order, publish
from generator.publish.release import Way
from generator.publish.target import Target
from generator.reading.tree import DirectoryTree

_HELP = (
    "检查、生成网站，核对以后一步启用。\n\n"
    "公众只会看到完整的旧版本或者完整的新版本。内容没有变化就不发布；\n已经公开的记录和说明少了一条，或者改了而没有说明，就不发布。\n"
    "记台账要设置环境变量 DISCLOSURE_SALT_KEY，第一次加 --start-ledger。"
)
_EXAMPLES = """\
  disclosure publish --to /srv/www/xzzf            发布；网站服务器指向 /srv/www/xzzf/current
  disclosure publish --to /srv/www/xzzf --dry-run  只看会改动什么，不发布
  disclosure publish --to /srv/www/xzzf --url https://example.gov.cn/zfgs/
                                                   启用后访问网址核对，不对就自动退回
  disclosure publish --to /srv/www/xzzf --acts-only
                                                   别处有错误、没有密钥时，也发布更正、撤下等说明
"""


@declare("publish", _HELP, _EXAMPLES)
@target_option
@content_option
@as_of_option
@publish_settings_option
@click.option("--dry-run", is_flag=True, help="只说明会改动什么，不发布")
@with_way
@click.option("--start-ledger", is_flag=True, help="第一次发布时开始记公示台账")
@click.option("--acts-only", is_flag=True, help="在线上的版本上只加更正、隐私处理、撤下和恢复公示；其余改动这次不发布")
@click.option("--accept-changed", is_flag=True, help="线上的内容没有提交可查时，承认没有说明的变动（已逐条核对），台账记作“变动”")
def command(
    target: Target, content: DirectoryTree, as_of: date, settings: str | None, dry_run: bool, way: Way, start_ledger: bool,
    acts_only: bool, accept_changed: bool,
) -> int:  # fmt: skip
    """Publish; the exit code of the build, or what :func:`generator.publish.publishing.publish` gives."""
    if acts_only:
        call = Call(target, content, as_of, settings, dry_run, way, accept_changed)
        return relieve(call, lambda footing: relief_of(footing, content))
    file = settings_of(settings, content.root)
    origin = committed(content, file, as_of)
    vet = vetting(content, origin, accept_changed)
    order = Order(origin, holder(), way, salt_key(), start_ledger, dry_run, vet)
    return publish(target, order, site_maker(content, file, origin), say)
