"""``disclosure fmt``: puts records into canonical form. What a record says never changes; what cannot be kept is left alone."""

from __future__ import annotations

import os
from collections import Counter
from enum import Enum, auto
from pathlib import Path

import click

from generator.cli.options import content_option
from generator.cli.output import note, say
from generator.cli.program import declare
from generator.model.placement import Placement, place
from generator.model.record import Record
from generator.reading.decode import MAX_BYTES, decode
from generator.reading.tree import DirectoryTree, Entry
from generator.writing.atomic import replace_text
from generator.writing.canonical import canonical
from generator.writing.parts import Unwritable
from generator.writing.stage import Refusal

_HELP = (
    "把记录整理成统一的写法：键的顺序、缩进、空行。\n\n"
    "只改写法，不改内容：值、引号、注释和正文都保留。缺键、日期不对等问题不影响整理；读不懂的文件不动。"
)
_EXAMPLES = """\
  disclosure fmt                                      整理 content 里的全部记录
  disclosure fmt content/penalties/2020/2020-001.md   只整理一个文件（也可以写文件夹）
  disclosure fmt --check                              只看哪些需要整理，不改动；有就以退出码 1 结束
"""


class _Outcome(Enum):
    DONE = auto()
    ALREADY = auto()
    LEFT = auto()


@declare("fmt", _HELP, _EXAMPLES)
@click.argument("paths", metavar="[文件…]", nargs=-1)
@click.option("--check", "only_look", is_flag=True, help="只列出需要整理的文件，不改动")
@content_option
def command(paths: tuple[str, ...], only_look: bool, content: DirectoryTree) -> int:
    """Format; 1 if a file was left alone, or with ``--check`` if one is not in canonical form."""
    outcomes: Counter[_Outcome] = Counter()
    for entry, kind in _chosen(content, paths):
        outcome = _format(content, entry, kind, only_look)
        outcomes[outcome] += 1
        if outcome is _Outcome.DONE:
            say(f"{'需要整理' if only_look else '已整理'} {content.label}/{entry.path}")
    done, already, left = (outcomes[outcome] for outcome in _Outcome)
    closing = f"{done} 个文件需要整理" if only_look else f"整理了 {done} 个文件"
    say(f"{closing}，{already} 个已经合乎写法" + (f"，{left} 个没有动" if left else ""))
    return 1 if left or (only_look and done) else 0


def _format(tree: DirectoryTree, entry: Entry, kind: type[Record], only_look: bool) -> _Outcome:
    raw = tree.read(entry.path) if entry.size <= MAX_BYTES else b""
    text, _ = decode(raw)
    try:
        if text is None:
            raise Unwritable("not a text")
        form = canonical(text, kind)
    except Unwritable:
        note(f"没有动 {tree.label}/{entry.path}：有读不懂、或者不能安全改写的写法，先运行 disclosure check 查看")
        return _Outcome.LEFT
    if form.encode() == raw:
        return _Outcome.ALREADY
    if not only_look:
        replace_text(tree.root / entry.path, form)
    return _Outcome.DONE


def _chosen(tree: DirectoryTree, paths: tuple[str, ...]) -> list[tuple[Entry, type[Record]]]:
    """The records at or below the given paths; all of them if none are given."""
    records = [
        (entry, placed.kind)
        for entry in tree.entries()
        if entry.fault is None and isinstance(placed := place(entry.path), Placement)
    ]
    if not paths:
        return records
    wanted = [_inside(tree, path) for path in paths]
    for path, folder in zip(paths, wanted, strict=True):
        if not any(_is_at(entry.path, folder) for entry, _ in records):
            raise Refusal(f"{path} 不是记录", f"写 {tree.label} 里的记录文件，或者存放记录的文件夹")
    return [record for record in records if any(_is_at(record[0].path, folder) for folder in wanted)]


def _inside(tree: DirectoryTree, path: str) -> str:
    """The path relative to the content folder."""
    if not Path(path).exists():
        raise Refusal(f"没有 {path} 这个文件或者文件夹", "核对路径；在 content 外面的记录，用 --content 写明它的文件夹")
    relative = os.path.relpath(Path(path).resolve(), tree.root.resolve())
    if relative.startswith(".."):
        raise Refusal(f"{path} 不在记录文件夹 {tree.label} 里", "用 --content 写明记录文件夹在哪里")
    return relative


def _is_at(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(f"{folder}/")
