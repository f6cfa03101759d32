"""Every slip in typing a command is told in Chinese, with what to do; so is every failure outside the records."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator import flow
from generator.cli.main import main
from generator.cli.program import COMMANDS, program

Capture = pytest.CaptureFixture[str]
#: What may stand in a message in Latin letters: what was typed, and names of options and commands.
LATIN = re.compile(rf"--?[a-z-]+|\b(?:disclosure|{'|'.join(COMMANDS)}|x+)\b", re.ASCII)


@pytest.fixture(autouse=True)
def folder(toy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the toy register, in which the commands run."""
    monkeypatch.chdir(toy.parent)
    return toy.parent


def commands() -> list[click.Command]:
    """All commands."""
    context = program.make_context("disclosure", [], resilient_parsing=True)
    return [found for name in COMMANDS if (found := program.get_command(context, name)) is not None]


def slips() -> Iterator[list[str]]:
    """For each command and option every slip that click itself notices."""
    yield ["xxxx"]
    yield ["--xxxx"]
    yield ["-x"]
    for command in commands():
        assert command.name is not None
        yield [command.name, "--xxxx"]
        yield [command.name, "-x"]
        arguments = [param for param in command.params if isinstance(param, click.Argument)]
        if all(param.nargs > 0 for param in arguments):
            yield [command.name, *("x" for _ in arguments), "xx"]
        for param in command.params:
            if isinstance(param, click.Option):
                yield [command.name, f"{param.opts[0]}=x"] if param.is_flag else [command.name, param.opts[0]]


@pytest.mark.parametrize("words", list(slips()), ids=" ".join)
def test_slips_are_told_in_chinese(words: list[str], capsys: Capture) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    said = re.fullmatch(r"错误：(.+)\n怎么办：(.+)\n", err)
    assert said is not None, err
    assert words[-1].partition("=")[0] in said[1]
    assert re.search("[A-Za-z]", LATIN.sub("", err)) is None, err


def test_help_is_chinese_and_fits_the_screen(capsys: Capture) -> None:
    for words in ([], *([name] for name in COMMANDS)):
        assert main([*words, "--help"]) == 0
        page = capsys.readouterr().out
        assert page.startswith(f"用法：{' '.join(['disclosure', *words])} ")
        assert "\n例子：\n  disclosure " in page
        assert not {"Usage", "Options", "Show", "Commands", "default"} & set(re.findall(r"\w+", page))
        assert max(len(line.encode("gbk")) for line in page.splitlines()) <= 100


@pytest.fixture
def quiet_log() -> Iterator[None]:
    """Take away what ``--debug`` adds to the log."""
    log = logging.getLogger("generator")
    before, filters, level = log.handlers[:], log.filters[:], log.level
    # Where another test has imported Pelican first, its logger class drops what was said once before.
    log.filters.clear()
    yield
    log.handlers[:], log.filters[:] = before, filters
    log.setLevel(level)


FAILURES = {
    "a slip of ours": (RuntimeError("第一行\n第二行"), 3, "程序出错（RuntimeError: 第一行）", "加上 --debug 再运行一次"),
    "a full disk": (OSError(28, "No space left on device", "content"), 3, "content：磁盘已满", "清理磁盘"),
    "a locked file": (PermissionError(13, "Permission denied", "content/x"), 3, "content/x：没有权限", "权限"),
    "another disk error": (OSError(5, "Input/output error"), 3, "文件：磁盘读写出错，磁盘可能坏了", "先备份台账"),
    "an unknown error": (OSError(95, "Not supported", "x"), 3, "x：读写出错（Not supported）", "检查磁盘"),
}


@pytest.mark.usefixtures("quiet_log")
@pytest.mark.parametrize("name", FAILURES)
def test_failures_are_two_lines_and_no_traceback(name: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    error, code, what, hint = FAILURES[name]

    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(flow, "check", fail)
    assert main(["check"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    said = re.fullmatch(r"错误：(.+)\n怎么办：(.+)\n", err)
    assert said is not None, err
    assert said[1] == what
    assert hint in said[2]
    assert main(["check", "--debug"]) == code
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "check", interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "\n已中断\n"


def test_a_crashing_disk_leaves_the_report_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "report.txt").write_text("旧", "utf-8")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device", "report.txt")

    monkeypatch.setattr("os.fsync", fail)
    assert main(["check", "--output", "report.txt"]) == 3
    assert (folder / "report.txt").read_text("utf-8") == "旧"


def test_settings_may_lie_far_from_the_content(folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Capture) -> None:
    settings = tmp_path_factory.mktemp("office") / "settings.py"
    settings.write_text('DISCLOSURE_MAIN_BODY = "bodies/toy-tjj"\n', "utf-8")
    words = ["check", "--content", str(folder / "content"), "--settings", str(settings), "--as-of", "2026-09-01"]
    assert (main(words), capsys.readouterr().err) == (0, "")
