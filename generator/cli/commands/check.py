"""``disclosure check``: everything that can be wrong, all at once. Nothing is built and no record is changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator import flow
from generator.cli.options import (
    as_of_option,
    content_option,
    new_file,
    one_of,
    read_settings,
    settings_option,
)
from generator.cli.output import print_findings, progress, say
from generator.cli.program import declare
from generator.finding import Finding
from generator.reading.tree import DirectoryTree
from generator.reports.findings_text import summary_line, text_report
from generator.reports.formats import FORMATS
from generator.writing.atomic import replace_text

_HELP = "检查全部记录，一次列出所有问题。\n\n有错误时退出码为 1；只有警告和提示时为 0。不生成网站，也不改动任何记录。"
_EXAMPLES = """\
  disclosure check                         检查 content 里的全部记录
  disclosure check --base origin/main      同时检查这次改动：已公开的内容有没有悄悄被改、被删
  disclosure check --as-of 2026-09-01      按 2026 年 9 月 1 日计算
  disclosure check --format json --output report.json
                                           把结果写成 JSON 文件，给别的程序用
  disclosure check --format sarif --output report.sarif
                                           写成 SARIF 2.1.0，供代码审查平台显示
"""

_TEXT = "text"


@declare("check", _HELP, _EXAMPLES)
@content_option
@click.option("--base", metavar="版本", help="与哪个版本比较：git 的分支、标签、提交，或者一个文件夹")
@as_of_option
@click.option(
    "--format", "form", type=one_of("格式", _TEXT, *FORMATS), default=_TEXT, metavar="格式",
    help=f"text（文字，不写就是它）、{'、'.join(FORMATS)}",
)
@click.option("--output", type=new_file, metavar="文件", help="把结果写到这个文件里")
@settings_option
def command(
    content: DirectoryTree, base: str | None, as_of: date, form: str, output: Path | None, settings: str | None
) -> int:
    """Check and report; 1 if there is at least one error."""
    chosen = read_settings(settings, content.root)
    if base is not None:
        progress(f"正在读取 {base} ……")
    baseline = flow.base_of(base, content.root, chosen, as_of) if base is not None else None
    progress(f"正在检查 {content.label} ……")
    verdict = flow.check(content, chosen, as_of, base=baseline, jobs=os.cpu_count() or 1)
    closing = f"检查了 {len(content.entries())} 个文件，截至 {as_of}：{summary_line(verdict.findings)}"
    if output is not None:
        replace_text(output, _report(form, verdict.findings, closing))
        say(f"{closing}；结果已写到 {output}")
    elif form != _TEXT:
        say(_report(form, verdict.findings, closing).rstrip("\n"))
    else:
        print_findings(verdict.findings)
        say(closing)
    return 1 if verdict.errors else 0


def _report(form: str, findings: Sequence[Finding], closing: str) -> str:
    """The report as it goes into a file."""
    return FORMATS[form](findings) if form != _TEXT else f"{text_report(findings)}\n{closing}\n".lstrip("\n")
