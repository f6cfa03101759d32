"""The program and its commands as click knows them, with Chinese help pages. What a command does is in ``commands/``."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import click
from click.formatting import HelpFormatter
from rich.cells import cell_len

from generator import __version__

#: The commands in the order of the help page: first what is used most.
COMMANDS = (
    "check", "build", "search-index", "correct", "adjust", "redact", "withdraw", "reinstate", "publish", "takedown", "verify", "rollback",
    "status", "diff", "fmt", "explain", "schema",
)  # fmt: skip

_HELP = "行政执法公示专栏：检查 content/ 里的记录，写更正和撤下等说明，生成网站。"
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_EXAMPLES = """\
  disclosure check                       检查全部记录
  disclosure build --output build/site   生成网站
  disclosure check --help                一个命令的说明
"""


class Missing(click.UsageError):
    """Everything that a command needs and nobody typed; click's own error names the first of it alone."""

    def __init__(self, params: Sequence[click.Parameter], ctx: click.Context) -> None:
        """``params``: in the order of the help page."""
        super().__init__("missing", ctx)
        self.params = params


class Command(click.Command):
    """A command whose help page is Chinese and whose surplus arguments are refused in Chinese."""

    allow_extra_args = True

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that prints the help page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本说明"
        return option

    def format_help(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the whole help page."""
        formatter.write(_page(self, ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words that were typed; surplus ones are a ``BadArgumentUsage`` whose message is the first of them.

        What is missing is told at once (:class:`Missing`).
        """
        typed = list(args)
        try:
            rest = super().parse_args(ctx, args)
        except click.MissingParameter:
            # A reason with a blank in it and no quotes: what is too much tells more than what is missing.
            given, rest, _order = self.make_parser(ctx).parse_args(typed)
            if not rest:
                needed = (param for param in self.params if param.required)
                raise Missing([param for param in needed if not _is_typed(given.get(str(param.name)))], ctx) from None
        except click.UsageError as error:
            # Not all of click's errors know the command that they are about.
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise click.BadArgumentUsage(rest[0], ctx)
        return rest


def _is_typed(value: object) -> bool:
    """Whether click's parser holds words for a parameter: it has a mark of its own for arguments that nobody typed."""
    return isinstance(value, str) or (isinstance(value, tuple | list) and bool(value))


class Program(Command, click.Group):
    """The program. It imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(f"generator.cli.commands.{cmd_name.replace('-', '_')}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed, and the words behind it."""
        if self.get_command(ctx, args[0]) is None:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)


def declare(name: str, help_text: str, examples: str) -> Callable[[Callable[..., int]], Command]:
    """Make a function that returns an exit code a command. Every command has ``--debug``, which ``main`` looks for."""

    def wrap(function: Callable[..., int]) -> Command:
        made = click.command(name, cls=Command, help=help_text, epilog=examples, context_settings=_SETTINGS)(function)
        made.params.append(click.Option(["--debug"], is_flag=True, expose_value=False, help="程序出错时，显示出错的详细位置"))
        return made

    return wrap


@click.command(
    "disclosure",
    cls=Program,
    help=_HELP,
    epilog=_EXAMPLES,
    invoke_without_command=True,
    context_settings=_SETTINGS,
)
@click.version_option(__version__, prog_name="disclosure", message="%(prog)s %(version)s", help="显示版本")
@click.pass_context
def program(ctx: click.Context) -> None:
    """The program by itself prints its help page."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _page(command: click.Command, ctx: click.Context) -> str:
    parts = [f"用法：{_usage(command, ctx)}\n", f"{command.help}\n"]
    if isinstance(command, click.Group):
        members = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
        rows = [(name, (member.help or "").partition("\n")[0]) for name, member in members if member is not None]
        parts.append(_table("命令", rows))
    parts += [_table("选项", _options(command, ctx)), f"例子：\n{command.epilog}"]
    return "\n".join(parts)


def _usage(command: click.Command, ctx: click.Context) -> str:
    words = [ctx.command_path, *(param.make_metavar(ctx) for param in command.params if isinstance(param, click.Argument))]
    return " ".join([*words, *(["命令"] if isinstance(command, click.Group) else []), "[选项]"])


def _options(command: click.Command, ctx: click.Context) -> Sequence[tuple[str, str]]:
    options: list[Any] = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    return [
        (" ".join([", ".join(option.opts), *([] if option.is_flag else [option.make_metavar(ctx)])]), option.help or "")
        for option in options
    ]


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    width = max(cell_len(left) for left, _ in rows)
    return f"{title}：\n" + "".join(f"  {left}{' ' * (width - cell_len(left))}  {right}\n" for left, right in rows)
