"""``disclosure schema``: JSON Schema of the kinds of record, for editors. The repository keeps a copy in ``schemas/``."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import click

from generator.cli.mistakes import meant
from generator.cli.output import say
from generator.cli.program import declare
from generator.model.kinds import all_kinds
from generator.reports.schema import schema_name, schema_text
from generator.writing.atomic import replace_text
from generator.writing.stage import Refusal

_HELP = "输出一类记录的 JSON Schema（draft 7），供编辑器提示键名和写法。\n\n不写类别，就列出全部类别；写了 --output，就每类写一个文件。"
_EXAMPLES = """\
  disclosure schema                    列出全部类别
  disclosure schema penalties          显示行政处罚决定的 JSON Schema
  disclosure schema --output schemas   每类写一个文件
"""


@declare("schema", _HELP, _EXAMPLES)
@click.argument("name", metavar="[类别]", required=False)
@click.option("--output", type=Path, metavar="文件夹", help="写到这个文件夹里，不显示")
def command(name: str | None, output: Path | None) -> int:
    """Print or write schemas, or list the kinds."""
    kinds = {schema_name(kind): kind for kind in all_kinds()}
    if name is not None and name not in kinds:
        near = meant(get_close_matches(name, kinds))
        raise Refusal(f"没有叫“{name}”的类别", near or f"可以写：{'、'.join(kinds)}")
    chosen = kinds if name is None else {name: kinds[name]}
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for kind_name, kind in chosen.items():
            replace_text(output / f"{kind_name}.json", schema_text(kind))
        say(f"已写到 {output}：{len(chosen)} 个文件")
    elif name is None:
        width = max(map(len, kinds))
        say("\n".join(f"{kind_name:<{width}}  {kind.KIND.title}" for kind_name, kind in kinds.items()))
    else:
        say(schema_text(kinds[name]).rstrip("\n"))
    return 0
