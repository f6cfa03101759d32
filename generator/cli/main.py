"""Runs one command and turns whatever happens into an exit code and, at most, two plain lines: what is wrong, what to do.

Exit codes (DESIGN §5): 0 no error, 1 at least one error, 2 usage, 3 internal; 130 interrupted, 141 the reader has gone.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from generator.cli.mistakes import INTERNAL, explain
from generator.cli.output import note, stop_writing, use_utf8
from generator.cli.program import program

_INTERRUPTED, _READER_GONE = 130, 141
_LOG = logging.getLogger("generator")


def run() -> NoReturn:
    """The program: the command line of this process, then its end.

    What was read is not taken apart piece by piece: for ten thousand records that would take a second.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    logging.shutdown()
    os._exit(code)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` unless ``args`` are given); returns the exit code and never raises."""
    words = list(sys.argv[1:] if args is None else args)
    use_utf8()
    if "--debug" in words:
        _LOG.addHandler(logging.StreamHandler())
        _LOG.setLevel(logging.DEBUG)
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing()
        return _READER_GONE
    except KeyboardInterrupt:
        note("\n已中断")
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - staff get two lines, whatever it is
        code, message, hint = explain(error)
        note(f"错误：{message}\n怎么办：{hint}")
        if code == INTERNAL:
            _LOG.debug("what failed", exc_info=error)
    return code


def _run(words: list[str]) -> int:
    try:
        with program.make_context("disclosure", words) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
