"""Holds the CI's files to what they promise: valid, thin, least privileged, pinned, and at the hours that they name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITEA = sorted((ROOT / ".gitea/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
WORKFLOWS = [*GITHUB, *GITEA]
NAMES = ["alarm.yml", "daily.yml", "proposal.yml", "publish.yml"]
ALL = [*WORKFLOWS, GITLAB]
#: As docs/deploy.md says.
HOURS = {"daily.yml": "00:10", "alarm.yml": "09:00"}


def called(path: Path) -> str:
    """How a test that is about one file is called."""
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> dict[str, Any]:
    """A file's content; ``on`` is text here and not a truth value."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow by name."""
    return read(path)["jobs"]


def steps(path: Path) -> list[dict[str, Any]]:
    """All steps of a workflow."""
    return [step for job in jobs(path).values() for step in job["steps"]]


def test_each_service_has_the_same_runs() -> None:
    assert [path.name for path in GITHUB] == [path.name for path in GITEA] == NAMES


@pytest.mark.parametrize(
    ("schema", "files"), [("github-workflows", WORKFLOWS), ("gitlab-ci", [GITLAB])], ids=["github-workflows", "gitlab-ci"]
)
def test_the_services_own_schemas_accept_them(schema: str, files: list[Path]) -> None:
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", ALL, ids=called)
def test_every_make_target_and_variable_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    text = re.sub(r"#.*", "", path.read_text("utf-8"))
    lines = re.findall(r"\bmake ([a-z].*)", text)
    assert lines
    for line in lines:
        words = re.sub(r">>.*|\|\|.*", "", line).split()
        assert words[0] in targets
        for name in re.findall(r"\b([A-Z_]+)=", line):
            assert f"$({name})" in makefile, name


@pytest.mark.parametrize("path", ALL, ids=called)
def test_the_wrappers_are_thin(path: Path) -> None:
    """Beside fetching the commit, a job runs make and nothing else."""
    if path == GITLAB:
        lines = [line for job in read(path).values() if isinstance(job, dict) for line in job.get("script", [])]
    else:
        lines = [step["run"] for step in steps(path) if "run" in step and "git init" not in step["run"]]
    assert lines
    assert [line for line in lines if not re.match(r"(deploy/with-ssh )?make [a-z-]+( |$)", line) or "\n" in line] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=called)
def test_privileges_are_the_least(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" not in job and int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())
    assert "pull_request_target" not in path.read_text("utf-8")
    assert "workflow_run" not in workflow["on"]
    if path.name == "proposal.yml":
        assert set(workflow["on"]) == {"pull_request"}
        assert "secrets." not in path.read_text("utf-8")
        assert "environment" not in str(workflow)


@pytest.mark.parametrize("path", WORKFLOWS, ids=called)
def test_no_text_of_a_proposal_reaches_a_shell(path: Path) -> None:
    """Expressions stand in ``env`` only: a title or a branch name would else be run."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=called)
def test_foreign_actions_are_pinned(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert bool(used) is (path in GITHUB)
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)] == []
    lines = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not re.search(r"# v\d+\.\d+\.\d+$", line)] == []
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("folder", [".github", ".gitea"])
def test_two_publishers_never_overlap(folder: str) -> None:
    publish, daily = (ROOT / folder / "workflows" / name for name in ("publish.yml", "daily.yml"))
    expected = {"group": "publish", "cancel-in-progress": "false"}
    assert read(publish)["concurrency"] == expected
    assert jobs(daily)["publish"]["concurrency"] == expected


def test_two_publishers_never_overlap_on_gitlab() -> None:
    jobs = read(GITLAB)
    assert jobs[".published"]["resource_group"] == "publish"
    assert jobs["publish"]["extends"] == jobs["alarm"]["extends"] == ".published"


@pytest.mark.parametrize("path", [path for path in WORKFLOWS if path.name in HOURS], ids=called)
def test_the_hours_are_those_of_shanghai(path: Path) -> None:
    """Asia/Shanghai is eight hours before UTC all the year; the comment says the hour there."""
    told = re.compile(r'cron: "(\d+) (\d+) \* \* \*" # Asia/Shanghai (\d\d):(\d\d)$', re.MULTILINE)
    ((minute, hour, there, past),) = told.findall(path.read_text("utf-8"))
    assert ((int(hour) + 8) % 24, int(minute)) == (int(there), int(past))
    assert f"{there}:{past}" == HOURS[path.name]
    assert len(read(path)["on"]["schedule"]) == 1


@pytest.mark.parametrize("path", [path for path in WORKFLOWS if path.name in ("daily.yml", "publish.yml")], ids=called)
def test_publishing_has_the_whole_history(path: Path) -> None:
    first = jobs(path)["publish"]["steps"][0]
    assert first.get("with", {}).get("fetch-depth") == "0" or "--depth" not in first["run"]


def with_ssh(home: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command behind ``deploy/with-ssh``."""
    env = {"PATH": os.environ["PATH"], "HOME": str(home), **environment}
    return subprocess.run([ROOT / "deploy/with-ssh", *command], env=env, capture_output=True, encoding="utf-8", check=False)


def test_the_key_of_ci_lives_in_an_agent_only(tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "deploy", "-f", str(tmp_path / "key")], check=True)
    home = tmp_path / "home"
    home.mkdir()
    key = (tmp_path / "key").read_text()
    done = with_ssh(home, "sh", "-c", 'echo "[$SSH_KEY]"; ssh-add -l; exit 7', SSH_KEY=key, SSH_KNOWN_HOSTS="h ssh-ed25519 AAAA")
    assert done.returncode == 7
    assert done.stdout.startswith("[]\n256 SHA256:")
    assert (home / ".ssh/known_hosts").read_text() == "h ssh-ed25519 AAAA\n"
    assert [path.name for path in home.rglob("*") if path.is_file()] == ["known_hosts"]
    assert with_ssh(home, "sh", "-c", 'echo "[$SSH_AUTH_SOCK]"').stdout == "[]\n"
    assert with_ssh(home).returncode == 2


def test_a_runner_that_is_used_again_keeps_each_host_key_once(tmp_path: Path) -> None:
    known = tmp_path / ".ssh/known_hosts"
    for told in ("a ssh-ed25519 AAAA\r\nb ssh-ed25519 BBBB", "b ssh-ed25519 BBBB\nc ssh-ed25519 CCCC"):
        assert with_ssh(tmp_path, "true", SSH_KNOWN_HOSTS=told).returncode == 0
    assert known.read_text() == "a ssh-ed25519 AAAA\nb ssh-ed25519 BBBB\nc ssh-ed25519 CCCC\n"


@pytest.mark.parametrize("word", [None, "口令"])
def test_a_key_of_ci_that_is_none_or_locked_is_told(tmp_path: Path, word: str | None) -> None:
    key = "不是私钥"
    if word is not None:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", word, "-f", str(tmp_path / "key")], check=True)
        key = (tmp_path / "key").read_text()
    done = with_ssh(tmp_path, "echo", "never", SSH_KEY=key)
    assert (done.returncode, done.stdout) == (2, "")
    assert "DISCLOSURE_SSH_KEY 不是可用的私钥" in done.stderr
    assert "没有口令的密钥" in done.stderr
