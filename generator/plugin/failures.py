"""Words what went wrong outside the records: the output, the theme, the disk, the program. One line and one advice, no traceback.

Exit codes are those of DESIGN §5: 1 the content has errors, 2 the command or the settings, 3 everything else that failed.
"""

from __future__ import annotations

import logging
import sys
import traceback
from concurrent.futures import BrokenExecutor
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.reading.tree import TreeError
from generator.render.write import RenderError
from generator.writing.os_errors import os_error
from generator.writing.stage import Busy, Refusal

CONTENT, USAGE, INTERNAL, INTERRUPTED = 1, 2, 3, 130

_ROOT = Path(__file__).resolve().parents[2]
_MEND_TEMPLATE = "修改 theme/templates/ 里的这个模板；原来的网站没有改动"
_TO_MAINTAINER = "这是程序的问题，不是记录的问题：请把上面这一行连同所用的命令交给维护人员"


def describe(error: BaseException) -> tuple[int, str, str]:
    """Exit code, what happened, and what to do."""
    match error:
        case KeyboardInterrupt():
            return INTERRUPTED, "已中断，原来的网站没有改动", "需要时重新运行"
        case Refusal(message=message, hint=hint):
            return INTERNAL if isinstance(error, Busy) else USAGE, message, hint
        case TreeError(message_zh=message, hint_zh=hint):
            return USAGE, message, hint
        case RenderError(template=template) if template:
            return INTERNAL, f"模板 {template} 第 {error.line} 行有错误：{error.message}（生成 {error.path} 时）", _MEND_TEMPLATE
        case RenderError():
            return INTERNAL, f"生成 {error.path} 时程序出错（{error.message}）", _TO_MAINTAINER
        case TemplateNotFound():
            return INTERNAL, f"主题里缺少模板 {error.name}", "把它放回 theme/templates/；原来的网站没有改动"
        case BrokenExecutor():
            return INTERNAL, "生成页面的进程意外退出，可能是内存不足", "减少同时生成的进程再试：--jobs 1；原来的网站没有改动"
        case OSError():
            said, advice = os_error(error)
            return INTERNAL, f"{error.filename or '文件'}：{said}", f"{advice}；原来的网站没有改动"
    return _unforeseen(error)


def _unforeseen(error: BaseException) -> tuple[int, str, str]:
    """The same for an error that has no name here: of a template if one is among the calls, else of the program."""
    if place := _template_place(error):
        return INTERNAL, f"模板 {place}有错误：{type(error).__name__}: {error}", _MEND_TEMPLATE
    return INTERNAL, f"程序出错（{type(error).__name__}: {error}，{_code_place(error)}）", _TO_MAINTAINER


def tell(error: BaseException) -> int:
    """Print the failure on stderr; returns the exit code. ``pelican -D`` shows the traceback as well."""
    code, message, hint = describe(error)
    sys.stderr.write(f"错误：{message}\n怎么办：{hint}\n")
    logging.getLogger(__name__).debug("what failed", exc_info=error)
    return code


def _template_place(error: BaseException) -> str:
    """Name and line of the template that an error comes from; jinja2 puts templates among the frames. Empty if there is none."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name} 第 {error.lineno} 行"
    for file, line in reversed(_frames(error)):
        if file.suffix == ".html":
            return f"{file.name} 第 {line} 行"
    return ""


def _code_place(error: BaseException) -> str:
    """File and line of the innermost frame that is ours."""
    for file, line in reversed(_frames(error)):
        if file.is_relative_to(_ROOT) and ".venv" not in file.parts:
            return f"{file.relative_to(_ROOT).as_posix()}:{line}"
    return "位置不明"


def _frames(error: BaseException) -> list[tuple[Path, int]]:
    """The calls that led to the error, innermost last."""
    return [(Path(frame.filename), frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
