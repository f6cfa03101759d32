"""Holds the repository's frame together: make targets, versions, locks, licence, and what the readmes promise."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

import generator
from generator.cli.program import COMMANDS
from tests.toy import commit

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")
LOCKS = ("requirements.lock", "requirements-test.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def text(name: str) -> str:
    """A file of the repository."""
    return (ROOT / name).read_text("utf-8")


def code(name: str) -> str:
    """What a document shows as code, blocks and single phrases, each from the start of a line."""
    found = re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", text(name), re.DOTALL)
    return "\n".join(block or phrase for block, phrase in found)


def targets() -> set[str]:
    """The Makefile's targets that are not files."""
    return set(re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)[1].split())


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command with next to nothing in its environment; PATH may be given."""
    env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


def normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> dict[str, str]:
    """Package to version; where a marker splits a package, its last version."""
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text(lock), re.MULTILINE))


def required(*extras: str) -> set[str]:
    """The packages that pyproject.toml asks for."""
    lines = [
        *PROJECT["dependencies"],
        *(line for e in extras for line in PROJECT["optional-dependencies"][e]),
    ]
    return {normal(re.match(r"[\w.-]+", line)[0]) for line in lines}


def test_help_is_the_default_and_lists_every_target() -> None:
    shown = run("make")
    assert shown.stdout == run("make", "help").stdout
    listed = dict(re.findall(r"^  make ([a-z-]+) +(\S.*)$", shown.stdout, re.MULTILINE))
    assert set(listed) == targets()
    assert {
        "site",
        "serve",
        "check",
        "test",
        "test-fast",
        "judge",
        "golden",
        "fmt",
        "bench",
        "clean",
    } <= targets()
    assert all(re.search(r"[\u4e00-\u9fff]", line) for line in listed.values())


@pytest.mark.parametrize("readme", READMES)
def test_named_make_targets_exist(readme: str) -> None:
    named = set(re.findall(r"^make ([a-z][a-z-]*)", code(readme), re.MULTILINE))
    assert named
    assert named <= targets()


@pytest.mark.parametrize("readme", READMES)
def test_named_files_exist(readme: str) -> None:
    linked = set(re.findall(r"\]\((?!http)([^)#]+)", text(readme)))
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_changelog_names_the_version() -> None:
    newest = re.search(r"^## \[(\d+\.\d+\.\d+)\]", text("CHANGELOG.md"), re.MULTILINE)[1]
    assert newest == generator.__version__


def test_licence() -> None:
    assert PROJECT["license"] == "AGPL-3.0-or-later"
    assert not [
        line for line in PROJECT["classifiers"] if line.startswith("License ::")
    ]  # PEP 639 forbids both
    assert text("LICENSE").startswith(" " * 20 + "GNU AFFERO GENERAL PUBLIC LICENSE\n")
    assert "13. Remote Network Interaction" in text("LICENSE")
    assert len(text("LICENSE").splitlines()) == 661


def test_ci_runs_the_tests() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert text(".ci/run").startswith("#!/usr/bin/env bash\nset -euo pipefail\n")
    assert "\nmake test\n" in text(".ci/run")


def test_locks_cover_what_is_required() -> None:
    run_pins, test_pins = (pins(lock) for lock in LOCKS)
    assert required("build") <= set(run_pins)
    assert required("build", "test") <= set(test_pins)
    assert run_pins.items() <= test_pins.items()


def entries_of(lock: str) -> list[str]:
    """The packages of a lock file, each with its digests, comments left out."""
    return re.split(r"\n(?=\S)", re.sub(r"^#.*\n|^ +# .*\n", "", text(lock), flags=re.MULTILINE).strip())


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_by_hash_and_name_no_place(lock: str) -> None:
    entries = entries_of(lock)
    assert len(entries) > 20
    assert [
        entry for entry in entries if not re.match(r"\S+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", entry)
    ] == []
    assert "make lock" in text(lock)
    assert not re.search(r"https?:|file:|@ |--(index|find|extra)|/\w+/", text(lock))


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with what `make site` needs to set up an environment, and nothing else."""
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def interpreter(folder: Path, script: str) -> str:
    """A stand-in for Python: notes its arguments in `log`, then does what ``script`` says."""
    path = folder / "stand-in"
    path.write_text(f'#!/bin/sh\necho "$*" >>"{folder}/log"\n{script}\n')
    path.chmod(0o755)
    return f"PYTHON={path}"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 1", "错误：没有找到 3.11 或更高版本的 Python。"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "错误：这个 Python 缺少 venv 组件"),
    ],
)
def test_an_unfit_interpreter_is_refused_in_chinese(bare: Path, script: str, message: str) -> None:
    refused = run("make", "site", interpreter(bare, script), cwd=bare)
    assert refused.returncode == 2
    assert message in refused.stderr
    assert "怎么办：" in refused.stderr
    assert not (bare / ".venv").exists()


def test_the_environment_is_made_once_and_again_when_the_lock_changes(bare: Path) -> None:
    make_venv = 'if [ "$2" = venv ]; then sleep 0.3; mkdir -p .venv/bin; cp "$0" .venv/bin/python; fi'
    command = ["make", ".venv/run.installed", interpreter(bare, make_venv)]

    def installs() -> list[str]:
        return [line for line in (bare / "log").read_text().splitlines() if " install " in line]

    both = [subprocess.Popen(command, cwd=bare) for _ in range(1 + bool(shutil.which("flock")))]
    assert {process.wait() for process in both} == {0}
    locked, package = installs()
    assert "--require-hashes --only-binary=:all: -r requirements.lock" in locked
    assert "--no-deps --no-index --no-build-isolation --editable ." in package

    (bare / "requirements.lock").touch()
    assert run(*command, cwd=bare).returncode == 0
    assert len(installs()) == 2
    (bare / "requirements.lock").write_text("changed\n")
    assert run(*command, cwd=bare).returncode == 0
    assert len(installs()) == 4


def test_decisions_are_numbered_indexed_and_whole() -> None:
    folder = ROOT / "docs/decisions"
    records = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    index = re.findall(
        r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", text("docs/decisions/README.md"), re.MULTILINE
    )
    assert [name for _, name, _ in index] == [path.name for path in records]
    for path, (number, _, title) in zip(records, index, strict=True):
        content = path.read_text("utf-8")
        assert content.startswith(f"# {number} {title}\n")
        assert re.findall(r"^## (.+)$", content, re.MULTILINE) == [
            "Context",
            "Decision",
            "Rejected",
            "Consequences",
        ]


def disclosure(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as staff do."""
    return run(sys.executable, "-m", "generator", *arguments, PYTHONPATH=str(ROOT))


def test_named_commands_exist() -> None:
    named = {
        name
        for readme in READMES
        for name in re.findall(r"^(?:\S+/)?disclosure ([a-z-]+)", code(readme), re.M)
    }
    assert {"check", "build", "correct", "withdraw", "explain", "schema", "fmt"} <= named
    for name in sorted(named):
        assert disclosure(name, "--help").returncode == 0, name


@pytest.mark.parametrize("readme", READMES[:2])
def test_the_tables_list_every_command(readme: str) -> None:
    rows = [line.split("|")[1] for line in text(readme).splitlines() if line.startswith("| `disclosure ")]
    listed = [word.removeprefix("disclosure ").split()[0] for row in rows for word in re.findall(r"`([^`]+)`", row)]
    assert sorted(listed) == sorted(COMMANDS)


def guide_file() -> tuple[str, str]:
    """Path and text of the record that README.zh-CN.md shows as an example."""
    (found,) = re.findall(
        r"```\w+\n(?:# |<!-- )(content/\S+\.\w+)(?: -->)?\n(.*?)```", text("README.zh-CN.md"), re.DOTALL
    )
    return found


def guide_acts() -> list[list[str]]:
    """The commands of README.zh-CN.md that write acts, word by word, in the order of the guide."""
    lines = code("README.zh-CN.md").replace("\\\n", " ").splitlines()
    words = [shlex.split(line)[1:] for line in lines if line.startswith(".venv/bin/disclosure ")]
    return [command for command in words if "--reason" in command]


def test_the_staff_guide_is_right(tmp_path: Path) -> None:
    """Done in the order of the guide, everything is written and passes: publish, correct, withdraw, reinstate, redact, adjust."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    path, example = guide_file()
    assert not (ROOT / path).exists()
    record = tmp_path / path
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(example, "utf-8")
    commit(content, date(2025, 6, 12))
    record.write_text(example.replace("示例路1号", "示例路2号"), "utf-8")
    acts = guide_acts()
    assert [words[0] for words in acts] == ["correct", "withdraw", "reinstate", "redact", "adjust"]
    for day, words in enumerate(acts, start=1):
        as_of = date(2025, 9, day)
        common = ("--content", str(content), "--as-of", as_of.isoformat())
        for ran in (disclosure(*words, *common), disclosure("check", *common, "--base", "HEAD")):
            assert ran.returncode == 0, ran.stdout + ran.stderr
        commit(content, as_of)


def test_the_rule_that_the_staff_guide_names_is_explained() -> None:
    for rule in set(re.findall(r"disclosure explain ([a-z-]+)`", text("README.zh-CN.md"))):
        assert disclosure("explain", rule).returncode == 0
