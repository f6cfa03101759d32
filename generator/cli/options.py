"""What several commands take: the content folder, the day, the settings; each value is checked before a command begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from generator.model.scalars import parse_day
from generator.model.settings import Settings
from generator.primitives import clock
from generator.reading.tree import DirectoryTree
from generator.writing.stage import Refusal

#: Looked for beside the content folder, then in the current one.
SETTINGS_FILE = "pelicanconf.py"


def content_tree(value: str) -> DirectoryTree:
    """The content folder. Raises :class:`Refusal` if it is missing or holds nothing."""
    folder = Path(value)
    if not folder.is_dir():
        what = "是一个文件，不是文件夹" if folder.exists() else "不存在"
        raise Refusal(f"记录文件夹 {value} {what}", "到存放 content 文件夹的目录里运行，或者用 --content 写明它在哪里")
    tree = DirectoryTree(folder, folder.resolve().name)
    if not tree.entries():
        raise Refusal(f"记录文件夹 {value} 里没有文件", "核对是不是写对了文件夹：--content 后面应是存放记录的文件夹")
    return tree


def day(value: str) -> date:
    """A day ``YYYY-MM-DD``; :class:`Refusal` names the right form."""
    try:
        return parse_day(value)
    except PydanticCustomError as error:
        right = (error.context or {}).get("right")
        if error.type == "day-impossible":
            raise Refusal(f"日历上没有 {value} 这一天", "核对日期") from None
        raise Refusal(f"“{value}”不是日期的写法", f"写成 {right}" if right else "写成 年-月-日，如 2026-01-31") from None


def new_file(value: str) -> Path:
    """A file to be written, in a folder that is there."""
    path = Path(value)
    if not path.parent.is_dir():
        raise Refusal(f"文件夹 {path.parent} 不存在", "先建好这个文件夹，或者换一个位置")
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Refusal(f"{path} 不是普通文件，不能覆盖", "换一个文件名")
    return path


def one_of(what: str, *names: str) -> Callable[[str], str]:
    """Exactly one of ``names``; ``what`` is what they are."""

    def choose(value: str) -> str:
        if value not in names:
            raise Refusal(f"没有“{value}”这种{what}", f"可以写：{'、'.join(names)}")
        return value

    return choose


def settings_file(given: str | None, content: Path) -> Path | None:
    """The file that ``--settings`` names; else the usual one, or None where there is none."""
    if given is not None:
        return Path(given)
    usual = (content.resolve().parent / SETTINGS_FILE, Path(SETTINGS_FILE))
    return next((file for file in usual if file.is_file()), None)


def read_settings(given: str | None, content: Path) -> Settings:
    """The column's settings; the defaults where there is no settings file."""
    file = settings_file(given, content)
    if file is None:
        return Settings()
    # Reading them takes Pelican, which other commands need not wait for.
    from generator.plugin import load_settings

    return load_settings(file, PATH=str(content.resolve()))[0]


content_option = click.option(
    "--content", "content", type=content_tree, default="content", metavar="文件夹", help="存放记录的文件夹，不写就是 content"
)
as_of_option = click.option(
    "--as-of", type=day, default=lambda: clock.today().isoformat(), metavar="日期", help="按哪一天计算，不写就是今天"
)
settings_option = click.option(
    "--settings", metavar="文件", help="设置文件，不写就用 content 旁边或者当前目录里的 pelicanconf.py"
)
