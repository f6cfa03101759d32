"""The two streams that a command writes to: UTF-8 whatever the locale, colours on a terminal only, quiet when nobody reads on."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from generator.finding import Finding
from generator.reports.findings_text import text_report


def use_utf8() -> None:
    """Write Chinese even where the locale says ASCII or GBK; what cannot be written at all is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def colours(stream: TextIO) -> bool:
    """Whether the stream is a terminal that shows colours, and nobody asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Print the result of a command."""
    sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """Print what is not the result: what goes on, what was left out."""
    sys.stderr.write(f"{text}\n")


def progress(text: str) -> None:
    """Say on a terminal what goes on now; logs and pipes stay free of it."""
    if sys.stderr.isatty():
        note(text)


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings for a person, and a blank line behind them."""
    if findings:
        sys.stdout.write(text_report(findings, colour=colours(sys.stdout)) + "\n")


def stop_writing() -> None:
    """After the reader has gone (``disclosure … | head``): let nothing be written at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
