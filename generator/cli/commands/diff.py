"""``disclosure diff``: what two versions of the records differ in, in the words of the records. Nothing is judged or written."""

from __future__ import annotations

from pathlib import Path

import click

from generator import flow
from generator.cli.options import content_option, new_file, one_of, read_settings, settings_option
from generator.cli.output import progress, say
from generator.cli.program import declare
from generator.reading.tree import DirectoryTree
from generator.reports.tree_diff import DIFFS, summary
from generator.writing.atomic import replace_text

_HELP = (
    "比较两个版本的记录：新增、删去、修改了什么，原来是什么、现在是什么。\n\n"
    "有哪些更正、撤下等说明，清单的哪些行变了，也一并列出。\n"
    "版本可以是文件夹，也可以是 git 的分支、标签、提交；不写第二个，就是现在的 content。\n"
    "只比较，不检查，也不改动任何文件。依法隐去的内容不显示。\n要知道改得对不对，用 disclosure check --base。"
)
_EXAMPLES = """\
  disclosure diff HEAD                     上一次提交以后改了什么
  disclosure diff v1 v2                    两个标签之间改了什么
  disclosure diff ../旧的content content   比较两个文件夹
  disclosure diff HEAD~1 HEAD --format markdown --output changes.md
                                           写成 Markdown，贴到审批单里
"""


@declare("diff", _HELP, _EXAMPLES)
@click.argument("old", metavar="旧版本")
@click.argument("new", metavar="[新版本]", required=False)
@content_option
@click.option(
    "--format", "form", type=one_of("格式", *DIFFS), default="text", metavar="格式", help="text（文字，不写就是它）、markdown、json"
)
@click.option("--output", type=new_file, metavar="文件", help="把结果写到这个文件里")
@settings_option
def command(old: str, new: str | None, content: DirectoryTree, form: str, output: Path | None, settings: str | None) -> int:
    """Compare and print; always 0."""
    chosen = read_settings(settings, content.root)
    progress(f"正在比较 {old} 和 {new or content.label} ……")
    changes = flow.compare(old, new, content, chosen)
    report = DIFFS[form](changes)
    if output is None:
        say(report.rstrip("\n"))
    else:
        replace_text(output, report)
        say(f"{summary(changes)}；结果已写到 {output}")
    return 0
