"""``disclosure`` as a process: locale, pipes, terminal, the wiring of ``build``."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.output import colours

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "generator"]


def environment(**change: str) -> dict[str, str]:
    """The environment without what could decide for us."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PYTHONUTF8", "PYTHONIOENCODING")}
    return {**kept, "PYTHONPATH": str(ROOT), **change}


def run(*words: str, cwd: Path, **change: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    return subprocess.run([*COMMAND, *words], cwd=cwd, env=environment(**change), capture_output=True, timeout=120)


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "zh_CN.GBK", "no_SUCH"])
def test_chinese_whatever_the_locale(locale: str, tmp_path: Path) -> None:
    ran = run("check", "--as-of", "2026年9月1日", cwd=ROOT, LC_ALL=locale, LANG=locale)
    assert ran.returncode == 2
    assert ran.stderr.decode() == "错误：“2026年9月1日”不是日期的写法\n怎么办：写成 2026-09-01\n"
    assert run("explain", "field-format", cwd=tmp_path, LC_ALL=locale).stdout.decode().startswith("field-format  值的写法")


def test_what_cannot_be_decoded_is_escaped(tmp_path: Path) -> None:
    ran = run("explain", "规则", cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("错误：没有叫“\\udce8\\udca7\\udc84")


@pytest.mark.parametrize("words", [["explain", "field-format"], ["schema", "penalties"], ["--help"]])
def test_a_reader_that_goes_away_is_no_error(words: list[str], tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [*COMMAND, *words], cwd=tmp_path, env=environment(), stdout=writer, stderr=subprocess.PIPE, timeout=60
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_ctrl_c_ends_without_a_traceback(toy: Path) -> None:
    """The settings file stands for long work: it tells when it has begun."""
    (toy.parent / "pelicanconf.py").write_text("import time\nprint('begun', flush=True)\ntime.sleep(60)\n", "utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check"], cwd=toy.parent, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (130, "\n已中断\n")


def test_colours_on_a_terminal_only(toy: Path) -> None:
    (toy / "notes.txt").write_text("x", "utf-8")
    words = [*COMMAND, "check", "--as-of", "2026-09-01"]
    plain = run(*words[3:], cwd=toy.parent)
    assert b"\x1b" not in plain.stdout + plain.stderr

    def on_terminal(**change: str) -> bytes:
        ours, theirs = pty.openpty()
        subprocess.run(words, cwd=toy.parent, env=environment(TERM="xterm", **change), stdout=theirs, stderr=theirs, timeout=60)
        os.close(theirs)
        with os.fdopen(ours, "rb", buffering=0) as stream:
            return stream.read(100_000)

    assert b"\x1b[31m" in on_terminal()
    assert b"\x1b" not in on_terminal(NO_COLOR="1")
    assert "正在检查 content".encode() in on_terminal()


def test_no_colours_for_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as stream, os.fdopen(ours):
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert colours(stream)
        monkeypatch.setenv("TERM", "dumb")
        assert not colours(stream)


def test_both_names_are_the_same_program() -> None:
    script = Path(sys.executable).with_name("disclosure")
    shown = subprocess.run([script, "--help"], cwd=ROOT, env=environment(), capture_output=True, timeout=60).stdout
    assert shown == run("--help", cwd=ROOT).stdout


def test_build_builds_and_an_error_stops_it(tmp_path: Path, toy: Path) -> None:
    site = tmp_path / "site"
    words = ["build", "--content", str(toy), "--output", str(site), "--as-of", "2026-09-01", "--jobs", "1"]
    settings = tmp_path / "settings.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"DISCLOSURE_MAIN_BODY = 'bodies/toy-tjj'\nDISCLOSURE_OWNER = '示例市统计局'\nDISCLOSURE_FOOTER = ()\n"
        f"THEME = {str(ROOT / 'theme')!r}\n",
        "utf-8",
    )
    words += ["--settings", str(settings)]
    built = run(*words, cwd=tmp_path)
    assert (built.returncode, built.stderr.decode()) == (0, "")
    home = (site / "index.html").read_bytes()
    (toy / "notes.txt").write_text("x", "utf-8")
    stopped = run(*words, cwd=tmp_path)
    assert stopped.returncode == 1
    assert "content/notes.txt  错误[file-name-mismatch]" in stopped.stdout.decode()
    assert (site / "index.html").read_bytes() == home
