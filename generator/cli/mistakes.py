"""Words what was typed wrong on the command line, and what failed outside the records: what it is, and what to do about it.

What is wrong with records is said by the rules; what fails while a site is built, by :mod:`generator.plugin.failures`.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from generator.cli.program import Missing
from generator.reading.tree import TreeError
from generator.writing.os_errors import os_error
from generator.writing.stage import Busy, Refusal

USAGE, INTERNAL = 2, 3


def explain(error: Exception) -> tuple[int, str, str]:
    """Exit code, what is wrong, and what to do."""
    match error:
        case click.UsageError():
            message, hint = _usage(error)
            path = error.ctx.command_path if error.ctx is not None else "disclosure"
            return USAGE, message, hint or f"运行 {path} --help 查看用法"
        case Refusal(message=message, hint=hint) | TreeError(message_zh=message, hint_zh=hint):
            return INTERNAL if isinstance(error, Busy) else USAGE, message, hint
        case OSError():
            what, hint = os_error(error)
            return INTERNAL, f"{error.filename or '文件'}：{what}", hint
    what = f"{type(error).__name__}: {error}".partition("\n")[0]
    return INTERNAL, f"程序出错（{what}）", "这是程序的问题：加上 --debug 再运行一次，把显示的内容交给维护人员"


def _usage(error: click.UsageError) -> tuple[str, str]:
    """What is wrong and, where it is known, what was meant. Every usage error that click can raise here has its words."""
    match error:
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项", meant(error.possibilities or ())
        case click.exceptions.NoSuchCommand():
            return f"没有 {error.command_name} 这个命令", meant(error.possibilities or ())
        case click.BadOptionUsage() if error.message.endswith("an argument."):
            return f"选项 {error.option_name} 后面缺少值", ""
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面不能写值", ""
        case click.BadArgumentUsage():
            return f"多写了“{error.message}”", ""
        case Missing(params=params):
            named = "、".join(map(_name, params))
            return f"缺少{' ' if named.startswith('-') else ''}{named}", ""
    return f"命令的写法不对（{error.message}）", ""


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def meant(names: Sequence[str]) -> str:
    """A question for what was probably meant; "" if nothing is near."""
    return f"是不是想写 {' 或者 '.join(names)}？" if names else ""
