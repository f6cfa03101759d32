"""``make site`` and the full-text index: made where Node is, left out in plain words where it is not, never a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: What the recipe itself needs of the system.
_TOOLS = ("sh", "make", "printf", "cat", "mkdir", "dirname", "cp", "touch", "nproc")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the Makefile, a stand-in for the program, and a PATH without Node."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "package-lock.json").write_text("{}")
    os.utime(tmp_path / "package-lock.json", (1, 1))
    (tmp_path / "tools").mkdir()
    for name in _TOOLS:
        found = shutil.which(name)
        if found:
            (tmp_path / "tools" / name).symlink_to(found)
    program(tmp_path, "bin/disclosure", 'echo "$*" >>log; mkdir -p build; if [ "$1" = search-index ]; then exit "${SEARCH:-0}"; fi')
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    """A stand-in for a program."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def make_site(office: Path, **environment: str) -> tuple[int, str, list[str]]:
    """Exit code, what is said, and what was run, without setting up the environment."""
    ran = subprocess.run(
        ["make", "-o", ".venv/run.installed", "site", "BIN=bin"], cwd=office, capture_output=True, encoding="utf-8", check=False,
        env={"PATH": str(office / "tools"), "LC_ALL": "C.UTF-8", **environment},
    )
    log = office / "log"
    return ran.returncode, ran.stdout + ran.stderr, log.read_text().splitlines() if log.exists() else []


def test_without_node_it_is_left_out(office: Path) -> None:
    code, said, log = make_site(office)
    assert (code, log) == (0, ["build --output build/site"])
    assert "提示：没有做全文索引：没有找到 Node。网站照常生成，其他检索照常可用。" in said


def test_without_npm_it_is_left_out(office: Path) -> None:
    program(office, "tools/node", "exit 0")
    code, said, log = make_site(office)
    assert (code, log) == (0, ["build --output build/site"])
    assert "没有找到 npm" in said


def test_npm_that_fails_is_said(office: Path) -> None:
    program(office, "tools/node", "exit 0")
    program(office, "tools/npm", "echo npm error; exit 1")
    code, said, log = make_site(office)
    assert (code, log) == (0, ["build --output build/site"])
    assert "npm 没有装好 Pagefind，原因记在 build/npm.log 里" in said
    assert (office / "build/npm.log").read_text() == "npm error\n"


def test_it_is_made_and_npm_is_asked_once(office: Path) -> None:
    program(office, "tools/node", "exit 0")
    program(office, "tools/npm", 'echo "npm $*" >>log; mkdir -p node_modules; touch node_modules/.package-lock.json')
    made = ["build --output build/site", "npm ci --omit=dev --silent", "search-index build/site"]
    assert make_site(office) == (0, "", made)
    assert make_site(office) == (0, "", [*made, made[0], made[2]])
    os.utime(office / "package-lock.json", (2**31, 2**31))
    assert make_site(office)[2][5:] == made


def test_an_index_that_fails_leaves_the_site(office: Path) -> None:
    program(office, "tools/node", "exit 0")
    (office / "node_modules").mkdir()
    (office / "node_modules/.package-lock.json").touch()
    code, said, log = make_site(office, SEARCH="2")
    assert (code, log) == (0, ["build --output build/site", "search-index build/site"])
    assert "没有做全文索引：原因见上" in said


def test_a_site_that_fails_fails(office: Path) -> None:
    program(office, "bin/disclosure", "exit 1")
    assert make_site(office)[0] == 2
