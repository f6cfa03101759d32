"""``disclosure status``: what is live and how old it is; with ``--max-age`` the alarm that a daily run was missed."""

from __future__ import annotations

import json
from datetime import date

import click

from generator.cli.options import as_of_option, one_of
from generator.cli.output import say
from generator.cli.program import declare
from generator.cli.publishing import target_option, whole
from generator.publish.status import NOT_PUBLISHED, Status, status_of
from generator.publish.target import Target
from generator.writing.stage import Refusal

_HELP = "显示线上是哪个版本、多久没有更新检查。\n\n用 --max-age 的，超过天数退出码为 1：供定时任务报警。"
_EXAMPLES = """\
  disclosure status --to /srv/www/xzzf
  disclosure status --to /srv/www/xzzf --max-age 2      两天没有运行过发布就报警
  disclosure status --to /srv/www/xzzf --format json    供程序读取
"""


@declare("status", _HELP, _EXAMPLES)
@target_option
@click.option("--max-age", type=whole("--max-age", 0), metavar="天数", help="最近一次发布运行距今超过这么多天，退出码为 1")
@click.option(
    "--format", "form", type=one_of("格式", "text", "json"), default="text", metavar="格式", help="text（文字，不写就是它）或者 json"
)
@as_of_option
def command(target: Target, max_age: int | None, form: str, as_of: date) -> int:
    """Report; 1 if the last run is too long ago."""
    status = status_of(target, as_of)
    if status is None:
        raise Refusal(f"{target.label} 还没有发布过", NOT_PUBLISHED)
    late = max_age is not None and (status.age > max_age or status.age < 0)
    if form == "json":
        told = {**status._asdict(), "published": status.published.isoformat(), "checked": status.checked.isoformat(), "late": late}
        say(json.dumps(told, ensure_ascii=False))
    else:
        say("\n".join(_told(status)))
        if status.age < 0:
            say(f"警告：最近一次运行的日期在 {as_of} 以后：当时或者现在电脑的日期不对，校准时钟")
        elif late:
            say(f"警告：已经 {status.age} 天没有运行过发布，超过 {max_age} 天：检查定时任务")
    return 1 if late else 0


def _told(status: Status) -> list[str]:
    return [
        f"{status.target}：线上是第 {status.sequence} 次发布（{status.name}）",
        f"提交：{status.commit or '不明'}",
        f"发布日期：{status.published}；最近一次运行：{status.checked}{_ago(status.age)}",
        f"保留的版本：{'、'.join(status.releases)}",
        f"台账：{status.ledger} 行" if status.ledger else "台账：没有（没有设置密钥）",
    ]


def _ago(days: int) -> str:
    return f"（{days} 天前）" if days >= 0 else ""
