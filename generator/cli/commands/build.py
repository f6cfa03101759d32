"""``disclosure build``: check, plan, render, look at the result. The output changes only when all of it is whole."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator.cli.options import SETTINGS_FILE, as_of_option, content_option, settings_file, settings_option
from generator.cli.output import print_findings
from generator.cli.program import declare
from generator.reading.tree import DirectoryTree
from generator.writing.stage import Refusal

_HELP = "检查全部记录，没有错误就生成网站。\n\n有一处错误就不生成，原来的网站不受影响。"
_EXAMPLES = """\
  disclosure build                             生成到 build/site，打开 build/site/index.html 查看
  disclosure build --output /var/www/xzzf      生成到别的文件夹
  disclosure build --settings publishconf.py   用正式发布的设置
"""


def _workers(value: str) -> int:
    if value.isascii() and value.isdigit() and int(value) > 0:
        return int(value)
    raise Refusal(f"--jobs 的值“{value}”不对", "写 1 以上的整数，如 --jobs 2")


@declare("build", _HELP, _EXAMPLES)
@content_option
@click.option("--output", type=Path, default="build/site", metavar="文件夹", help="网站写到哪里，不写就是 build/site")
@as_of_option
@settings_option
@click.option(
    "--jobs", type=_workers, default=lambda: str(os.cpu_count() or 1), metavar="个数", help="同时用几个进程，不写就用全部处理器"
)
@click.option("--ledger", type=Path, metavar="文件", help="公示台账 ledger.jsonl：页面上写明首次公开日；不写就没有")
def command(
    content: DirectoryTree, output: Path, as_of: date, settings: str | None, jobs: int, ledger: Path | None
) -> int:
    """Build the site; the exit code is the plugin's."""
    file = settings_file(settings, content.root)
    if file is None:
        raise Refusal(f"没有找到设置文件 {SETTINGS_FILE}", "用 --settings 写明它在哪里，例如 --settings publishconf.py")
    # Pelican takes its time: whoever asks for help need not wait for it.
    from generator.plugin import build, read_days

    days = read_days(ledger, as_of) if ledger is not None else None
    return build(content.root, output, file, as_of, jobs, print_findings, days)
