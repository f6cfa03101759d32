"""Plays a transcript: steps that set a folder up, commands, and exactly what they print and return.

A line ``% STEP WORDS…`` prepares (:data:`STEPS`), ``$ disclosure WORDS…`` runs a command; below it stand its output, what it
prints on stderr with ``! `` before it, and ``= CODE``. ``#`` begins a remark, but not below a command. ``make golden`` rewrites.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli.main import main
from tests import toy

_SETTINGS = 'DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"\n'


def _toy() -> None:
    """The toy register and its settings."""
    toy.copy_toy(Path())
    Path("pelicanconf.py").write_text(_SETTINGS, "utf-8")


def _put(path: str, text: str) -> None:
    """A file with this text; ``\\n`` ends a line, ``\\u001b`` is that character."""
    file = Path(_unescaped(path))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_unescaped(text), "utf-8")


def _unescaped(text: str) -> str:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return text.replace("\\n", "\n")


def _sub(path: str, old: str, new: str) -> None:
    """Replace text that is there."""
    text = Path(path).read_text("utf-8")
    assert text.count(old) >= 1, f"{path} does not hold {old}"
    _put(path, text.replace(old, new))


def _gbk(path: str) -> None:
    """Save the file as Notepad did in the old days."""
    Path(path).write_bytes(Path(path).read_text("utf-8").encode("gbk"))


def _commit() -> None:
    """Commit the folder on :data:`tests.toy.BASE_DAY`."""
    toy.commit(Path("content").resolve())


STEPS: dict[str, Callable[..., object]] = {
    "toy": _toy,
    "put": _put,
    "sub": _sub,
    "gbk": _gbk,
    "commit": _commit,
    "copy": lambda old, new: shutil.copytree(old, new),
    "move": lambda old, new: Path(old).rename(new),
    "remove": lambda path: Path(path).unlink(),
    "folder": lambda path: Path(path).mkdir(parents=True),
    "link": lambda path, target: Path(path).symlink_to(target),
}


def play(script: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run the steps and commands of a transcript in the current folder; returns the transcript as it should read."""
    return "".join(_played(script, capsys))


def _played(script: str, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    below_command = False
    for line in script.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "%":
            name, *words = shlex.split(rest)
            STEPS[name](*words)
        if mark == "%" or (mark == "#" and not below_command):
            yield f"{line}\n"
        elif mark == "$":
            yield f"\n{line}\n" + _run(shlex.split(rest), capsys)
        below_command = mark == "$" or (below_command and mark != "=")


def _run(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    program, *arguments = words
    assert program in ("disclosure", "cat"), program
    capsys.readouterr()
    code = main(arguments) if program == "disclosure" else print(Path(arguments[0]).read_text("utf-8"), end="") or 0
    out, err = capsys.readouterr()
    assert not out or out.endswith("\n")
    assert not err or err.endswith("\n")
    return out + "".join(f"! {line}\n" for line in err.splitlines()) + f"= {code}\n"
