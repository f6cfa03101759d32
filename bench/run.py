"""``make bench``: how long ``disclosure check`` and ``disclosure build`` take over a made-up corpus, and how much memory.

Each command runs in a process of its own, from start to end, as staff run it. Time is wall time; memory is the peak resident
size of the largest single process, workers included (``getrusage``; pages that workers share with their parent count in each).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import AS_OF, write_corpus

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
#: What the project promises for the default corpus on two cores.
SECONDS, MEBIBYTES = 12, 400
#: ``ru_maxrss`` is in kibibytes, on macOS in bytes.
_PER_MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True, slots=True)
class Measure:
    """One command: wall seconds, and the peak of its largest process in MiB."""

    name: str
    seconds: float
    memory: float


def prepare(records: int) -> Path:
    """The content folder of the corpus, written only if it is not there already: what is deleted now slows the measure (README)."""
    sources = sorted((ROOT / "bench").rglob("*"))
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in sources if file.suffix in {".py", ".md", ".yaml"})).hexdigest()
    folder = WORK / f"corpus-{records}"
    stamp = folder / "made-from"
    if not stamp.is_file() or stamp.read_text("ascii") != digest:
        write_corpus(records, folder / "content")
        stamp.write_text(digest, "ascii")
        # What this left to be written to disk is not part of the measure.
        os.sync()
    return folder / "content"


def measure(name: str, *options: str) -> Measure:
    """Run ``disclosure NAME OPTIONS``; ends the benchmark if the command fails."""
    command = [sys.executable, "-m", "generator", name, *options, "--as-of", AS_OF.isoformat()]
    with (WORK / f"{name}.log").open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 - our own command
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"disclosure {name} 以 {process.returncode} 结束，见 {log.name}")
    return Measure(name, seconds, usage.ru_maxrss / _PER_MEBIBYTE)


def report(records: int, measures: list[Measure]) -> str:
    """The measures as a table, with the machine that they were taken on."""
    lines = [
        f"{records} 条处罚决定 · Python {platform.python_version()} · {os.cpu_count()} 个处理器 · {platform.machine()}",
        f"{'命令':<8}{'秒':>8}{'条/秒':>10}{'内存 MiB':>10}",
    ]
    lines += [f"{m.name:<10}{m.seconds:>9.2f}{records / m.seconds:>11.0f}{m.memory:>11.0f}" for m in measures]
    return "\n".join(lines) + "\n"


def main() -> None:
    """``python -m bench.run [--records N] [--jobs N]``."""
    parser = argparse.ArgumentParser(description="Measure disclosure check and build over a made-up corpus.")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--jobs", default="", help="worker processes of the build; default: one per CPU")
    arguments = parser.parse_args()
    content = prepare(arguments.records)
    site = WORK / f"site-{os.getpid()}"
    jobs = ("--jobs", arguments.jobs) if arguments.jobs else ()
    measures = [
        measure("check", "--content", str(content)),
        measure("build", "--content", str(content), "--output", str(site), *jobs),
    ]
    shutil.rmtree(site)
    sys.stdout.write(report(arguments.records, measures))
    if arguments.records == 10_000:
        sys.stdout.write(f"目标：生成不超过 {SECONDS} 秒（两个处理器），最大的进程不超过 {MEBIBYTES} MiB\n")


if __name__ == "__main__":
    main()
