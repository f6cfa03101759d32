"""``python -m bench.takedown``: how long ``disclosure takedown`` takes at 10,000 decisions, beside ``disclosure build`` of the same.

A project in git is published once to a folder, then one decision is taken down. Both measures are processes of their own, one after
the other in one run: the seconds depend on what else the machine does, their ratio does not.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bench.corpus import AS_OF, FIRST_YEAR
from bench.run import PROMISED, ROOT, WORK, prepare

#: What the project promises for :data:`bench.run.PROMISED` decisions on two processors; the ratio tells what a busy machine adds.
MOST_SECONDS = 60.0
_KEY = "0123456789abcdef" * 4
_SETTINGS = f"""\
import sys
sys.path.insert(0, {str(ROOT)!r})
from pelicanconf import *
THEME = "theme"
"""


def project(records: int) -> Path:
    """A repository with the corpus, committed."""
    root = WORK / f"takedown-{os.getpid()}"
    shutil.copytree(prepare(records), root / "project" / "content")
    shutil.copytree(ROOT / "theme", root / "project" / "theme")
    (root / "project" / "publishconf.py").write_text(_SETTINGS, "utf-8")
    (root / "project" / ".gitignore").write_text("__pycache__/\n", "utf-8")
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "1")):
        subprocess.run(["git", *words], cwd=root / "project", check=True)  # noqa: S603, S607 - our own
    return root


def timed(root: Path, *words: str) -> float:
    """Wall seconds of one command. Ends the benchmark if it fails."""
    environment = {**os.environ, "DISCLOSURE_SALT_KEY": _KEY, "PYTHONPATH": str(ROOT)}
    common = ("--as-of", AS_OF.isoformat(), "--settings", "publishconf.py")
    with (root / "output.log").open("ab") as log:
        start = time.perf_counter()
        done = subprocess.run(  # noqa: S603 - our own
            [sys.executable, "-m", "generator", *words, *common], cwd=root / "project", env=environment, stdout=log,
            stderr=subprocess.STDOUT, check=False,
        )
        seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"“{words[0]}”以 {done.returncode} 结束，见 {log.name}")
    return seconds


def report(records: int, build: float, takedown: float) -> str:
    """The measures, and whether the promise was kept."""
    lines = [f"{records} 条处罚决定 · {os.cpu_count()} 个处理器", f"build     {build:7.1f} 秒", f"takedown  {takedown:7.1f} 秒"]
    ratio = takedown / build
    told = "" if records != PROMISED else f"（目标：{MOST_SECONDS:g} 秒：{'达到' if takedown <= MOST_SECONDS else '没有达到'}）"
    return "\n".join([*lines[:-1], f"{lines[-1]}{told}", f"takedown ÷ build = {ratio:.2f}"]) + "\n"


def main() -> None:
    """``python -m bench.takedown [--records N]``."""
    parser = argparse.ArgumentParser(description="Measure disclosure takedown beside disclosure build.")
    parser.add_argument("--records", type=int, default=PROMISED)
    records = parser.parse_args().records
    root = project(records)
    target = ("--to", str(root / "out"))
    timed(root, "publish", *target, "--start-ledger")
    build = timed(root, "build", "--output", str(root / "site"))
    why = ("--reason", "误发", "--approver", "示例局长")
    takedown = timed(root, "takedown", f"penalties/shili-{FIRST_YEAR}-001", *why, *target)
    shutil.rmtree(root)
    sys.stdout.write(report(records, build, takedown))


if __name__ == "__main__":
    main()
