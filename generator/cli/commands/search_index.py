"""``disclosure search-index``: make the full-text index of a built site anew."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.output import say
from generator.cli.program import declare
from generator.publish.search_index import ROOT, find_pagefind, index_site

_HELP = (
    "给生成好的网站做全文索引，检索页就能查到正文里的字。\n\n"
    "每次都从头做，撤下的内容不会留在里面。没有全文索引，按文号、当事人等检索照常可用。"
)
_EXAMPLES = """\
  disclosure search-index build/site
  disclosure search-index build/site --pagefind /opt/pagefind/pagefind_extended   程序装在别处
"""


@declare("search-index", _HELP, _EXAMPLES)
@click.argument("folder", metavar="网站文件夹", type=Path)
@click.option("--pagefind", metavar="文件", help="Pagefind 程序在哪里，不写就用 npm 装在 node_modules 里的")
def command(folder: Path, pagefind: str | None) -> int:
    """Make the index; 0, or a refusal."""
    count = index_site(folder, find_pagefind(pagefind, Path(), ROOT))
    say(f"已给 {folder} 的 {count} 个页面做全文索引")
    return 0
