"""``docs/commands.md``: the help pages of all commands, one below the other. Made from the commands themselves."""

from __future__ import annotations

import click

from generator.cli.program import program

_HEAD = """\
# 命令

本页由程序按各命令的 `--help` 生成，请不要手工修改；改了命令以后运行 `make docs`。`python -m generator` 与 `disclosure` 相同。

退出码：0 没有错误（可以有警告和提示）；1 至少有一个错误；2 命令或者设置写得不对；
3 程序、模板或者磁盘出了问题；4 已发布，但网址回答不对；5 已发布，但有删不掉的旧版本；130 被中断。
"""


def commands_page() -> str:
    """The whole page, Markdown."""
    with program.make_context("disclosure", [], resilient_parsing=True) as context:
        pages = [_section(program, context)]
        for name in program.list_commands(context):
            command = program.get_command(context, name)
            assert command is not None, "the program lists its own commands"
            with command.make_context(name, [], parent=context, resilient_parsing=True) as inner:
                pages.append(_section(command, inner))
    return "\n".join([_HEAD, *pages])


def _section(command: click.Command, context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
