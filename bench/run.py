"""``make bench``: how long ``disclosure check`` and ``disclosure build`` take over a made-up corpus, what of it the rules and the proof
are, and how much memory it takes.

Each measure is a process of its own, from start to end, as staff run it. Time is wall time; memory is the peak resident size of the
largest single process, workers included (``getrusage``; pages that workers share with their parent count in each).
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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.cells import cell_len

from bench.corpus import AS_OF, write_corpus

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
#: The size for which the project promises something.
PROMISED = 10_000
#: ``ru_maxrss`` is in kibibytes, on macOS in bytes.
_PER_MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10


@dataclass(frozen=True, slots=True)
class Measure:
    """One command: wall seconds (the median of its rounds), and the peak of its largest process in MiB (of all rounds)."""

    name: str
    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure of the measures by name, and what the project promises of it (for :data:`PROMISED` records on two processors)."""

    name: str
    figure: Callable[[Mapping[str, Measure]], float]
    most: float


READ, CHECK, UNPROVED, BUILD = "只读取", "check", "build（不搜隐藏内容）", "build"
PROMISES = (
    Promise("build 的秒数", lambda of: of[BUILD].seconds, 12),
    Promise("最大进程的 MiB", lambda of: max(measure.memory for measure in of.values()), 400),
    Promise("check ÷ 只读取", lambda of: of[CHECK].seconds / of[READ].seconds, 2),
    Promise("build ÷ 不搜隐藏内容的 build", lambda of: of[BUILD].seconds / of[UNPROVED].seconds, 1.3),
)


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


def commands(content: Path, site: Path) -> dict[str, tuple[str, ...]]:
    """What is measured, by name: modules and their options."""
    common = ("--content", str(content), "--as-of", AS_OF.isoformat())
    return {
        READ: ("bench.parts", "read", str(content)),
        CHECK: ("generator", "check", *common),
        UNPROVED: ("bench.parts", "build", *common, "--output", str(site)),
        BUILD: ("generator", "build", *common, "--output", str(site)),
    }


def measured(name: str, words: Sequence[str], rounds: int, site: Path) -> Measure:
    """Run a command so many times; ends the benchmark if it fails. No output folder is there before."""
    times, peaks = [], []
    for _ in range(rounds):
        shutil.rmtree(site, ignore_errors=True)
        seconds, memory = _run(name, words)
        times.append(seconds)
        peaks.append(memory)
    return Measure(name, median(times), max(peaks))


def _run(name: str, words: Sequence[str]) -> tuple[float, float]:
    with (WORK / "output.log").open("wb") as log:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603 - our own
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"“{name}”以 {process.returncode} 结束，见 {log.name}")
    return seconds, usage.ru_maxrss / _PER_MEBIBYTE


def report(records: int, measures: Sequence[Measure]) -> str:
    """The measures as a table, with the machine that they were taken on, and below it what was promised."""
    rows = [(m.name, f"{m.seconds:.2f}", f"{records / m.seconds:.0f}", f"{m.memory:.0f}") for m in measures]
    machine = f"{records} 条处罚决定 · Python {platform.python_version()} · {os.cpu_count()} 个处理器 · {platform.machine()}"
    lines = [machine, *_table(("命令", "秒", "条/秒", "内存 MiB"), rows)]
    if records == PROMISED:
        by_name = {measure.name: measure for measure in measures}
        kept = [(promise, promise.figure(by_name)) for promise in PROMISES]
        told = [(p.name, f"{figure:.2f}", f"{p.most:g}", "达到" if figure <= p.most else "没有达到") for p, figure in kept]
        lines += ["", *_table(("目标（两个处理器）", "测得", "最多", ""), told)]
    return "\n".join(lines) + "\n"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(cell_len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    padded = ([cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)] for row in (head, *rows))
    return ["  ".join(cells).rstrip() for cells in padded]


def main() -> None:
    """``python -m bench.run [--records N] [--rounds N]``."""
    parser = argparse.ArgumentParser(description="Measure disclosure check and build over a made-up corpus.")
    parser.add_argument("--records", type=int, default=PROMISED)
    parser.add_argument("--rounds", type=int, default=1, help="how often each command runs; the median counts")
    arguments = parser.parse_args()
    content = prepare(arguments.records)
    site = WORK / f"site-{os.getpid()}"
    measures = [measured(name, words, arguments.rounds, site) for name, words in commands(content, site).items()]
    shutil.rmtree(site)
    sys.stdout.write(report(arguments.records, measures))


if __name__ == "__main__":
    main()
