"""Runs the public checkers that npm installs: programs of their own, each run once over the whole site. They judge; this only asks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.sample import ROOT

_MODULES = ROOT / "node_modules"


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=240, check=False)


def _node() -> str:
    """The environment's Node, else the system's, as ``tests/tools.sh`` chooses."""
    own = Path(sys.executable).parent / "node"
    found = str(own) if own.exists() else shutil.which("node")
    assert found, "make tools installs Node"
    return found


def vnu(*files: Path) -> list[str]:
    """What the W3C's checker says about HTML, CSS and SVG files or folders of them: errors and warnings."""
    jar = _MODULES / "vnu-jar/build/dist/vnu.jar"
    options = ("--stdout", "--exit-zero-always", "--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg")
    ran = _run("java", "-jar", str(jar), *options, *map(str, files))
    messages = json.loads(ran.stdout)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')} {message['message']}"
        for message in messages
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def linkinator(address: str) -> tuple[list[str], set[str]]:
    """The links that lead nowhere, anchors included, in a served site and in its styles; and the addresses that were reached."""
    ran = _run(
        _node(), str(_MODULES / "linkinator/build/src/cli.js"), address,
        "--recurse", "--check-css", "--check-fragments", "--format", "json", "--skip", rf"^(?!{address})",
    )  # fmt: skip
    links = json.loads(ran.stdout)["links"]
    reached = {link["url"].partition("#")[0] for link in links if link["state"] == "OK"}
    return [f"{link.get('parent')} → {link['url']}" for link in links if link["state"] == "BROKEN"], reached


def es_check(*scripts: Path) -> str:
    """What keeps scripts from running in a browser that knows ES5 and no more; empty if nothing does."""
    command = (str(_MODULES / "es-check/lib/cli/index.js"), "es5", *map(str, scripts), "--checkFeatures", "--noColor")
    ran = _run(_node(), *command)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr
