"""``pelican --autoreload --listen`` as somebody at the keyboard has it: real processes, a real port, real saved files."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.project import AS_OF, Project

RECORD = "content/penalties/2015/shili-2015-001.md"
PAGE = "penalties/shili-2015-001/index.html"


def wait_for(what: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so; fails if it does not come about."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


@pytest.fixture
def preview(project: Project) -> Iterator[tuple[str, Path]]:
    """The address of a running preview and the file that its output goes to."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    log = project.root.parent / "log"
    command = [sys.executable, "-P", "-m", "pelican", "content", "-s", "settings.py", "-r", "-l", "-p", str(port)]
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command, cwd=project.root, env={**os.environ, "DISCLOSURE_AS_OF": AS_OF, "PYTHONUNBUFFERED": "1"},
            stdout=sink, stderr=subprocess.STDOUT, start_new_session=True,
        )
    try:
        yield f"http://127.0.0.1:{port}/", log
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=10)


@pytest.mark.slow
def test_preview_survives_faults_and_follows_changes(project: Project, preview: tuple[str, Path]) -> None:
    address, log = preview

    def served() -> str:
        try:
            with urllib.request.urlopen(address + PAGE, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return ""

    wait_for(lambda: log.read_text("utf-8").count("已生成") == 1 and "示例县" in served())
    project.change(RECORD, "[警告, 罚款]", "[警告, 罚钱]")
    wait_for(lambda: "choice-unknown" in log.read_text("utf-8"))
    assert "示例县" in served()
    project.change(RECORD, "[警告, 罚钱]", "[警告, 罚款]")
    wait_for(lambda: log.read_text("utf-8").count("已生成") == 2)
    project.change(RECORD, "示例县示例镇", "示例县新示例镇")
    wait_for(lambda: "新示例镇" in served())
    assert "Traceback" not in log.read_text("utf-8")
