"""Holds docs/deploy.md to what is there: each command, option, variable, file and message that it names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/deploy.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SEEN = TEXT.partition("| 看到 | 怎么办 |\n|---|---|\n")[2].partition("\n\n")[0]
CODE = "\n".join(block or phrase for block, phrase in re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", TEXT, re.DOTALL))


def test_every_make_target_and_variable_exists() -> None:
    calls = re.findall(r"\bmake (?:-s )?([a-z]+)((?: [A-Z_]+=\S+)*)", CODE)
    assert {target for target, _ in calls} >= {"publish", "release", "status", "check"}
    targets = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split()
    for target, variables in calls:
        assert target in targets
        for name in re.findall(r"([A-Z_]+)=", variables):
            assert f"$({name})" in MAKEFILE


@pytest.mark.parametrize("line", sorted(set(re.findall(r"^\.venv/bin/disclosure (.+)$", CODE, re.MULTILINE))))
def test_every_command_and_option_exists(line: str) -> None:
    command = line.split()[0]
    help_of = [sys.executable, "-m", "generator", command, "--help"]
    done = subprocess.run(help_of, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    for option in re.findall(r"--[a-z-]+", line):
        assert option in done.stdout


def test_every_file_that_it_names_is_there() -> None:
    named = set(re.findall(r"`(deploy/[\w.-]*|\.github/workflows/|\.gitea/workflows/|\.gitlab-ci\.yml|publishconf\.py)`", TEXT))
    assert len(named) >= 7
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_variable_of_ci_is_explained_and_used() -> None:
    files = [*(ROOT / ".github/workflows").iterdir(), *(ROOT / ".gitea/workflows").iterdir(), ROOT / ".gitlab-ci.yml"]
    used = {name for file in files for name in re.findall(r"\bDISCLOSURE_[A-Z_]+\b", file.read_text("utf-8"))}
    assert used
    assert used <= set(re.findall(r"\bDISCLOSURE_[A-Z_]+\b", TEXT))


def test_the_hook_s_settings_are_those_of_the_guide() -> None:
    hook = (ROOT / "deploy/post-receive").read_text("utf-8")
    known = set(re.findall(r"\$\(setting (\w+)", hook))
    assert set(re.findall(r"git config disclosure\.(\w+)", TEXT + hook)) <= known
    assert {"target", "url"} <= set(re.findall(r"git config disclosure\.(\w+)", TEXT))


@pytest.mark.parametrize("message", re.findall(r"^\| ([^|]+) \|", SEEN, re.MULTILINE))
def test_the_messages_in_the_table_are_the_program_s(message: str) -> None:
    sources = "\n".join(file.read_text("utf-8") for file in (ROOT / "generator").rglob("*.py"))
    assert [part for part in message.split("、") if part not in sources] == []
