"""One run of Pelican over the column: the gate before it, the staged output around it, the look at the finished files after it.

Plain ``pelican``, ``pelican --autoreload`` and ``disclosure build`` all come through here.
"""

from __future__ import annotations

import gc
import locale
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from pelican import Pelican
from pelican.log import console

from generator import flow
from generator.finding import Finding, Severity
from generator.model.allowance import Allowance
from generator.model.ledger_days import LedgerDays
from generator.model.settings import Settings
from generator.model.transition import Baseline
from generator.plugin.failures import CONTENT, tell
from generator.plugin.job import Job, job_of, put_job
from generator.plugin.settings import (
    PelicanSettings,
    day_of_build,
    days_of_ledger,
    kept_locale,
    site_settings,
)
from generator.primitives.collector import resting_collector
from generator.primitives.workers import beside, workers
from generator.reading.tree import DirectoryTree
from generator.render.finish import inspect, share
from generator.render.proof import Proof
from generator.reports.findings_text import text_report
from generator.writing.stage import Refusal, staged, vet

#: Prints findings.
Reporter = Callable[[Sequence[Finding]], None]
#: Reads what is live, as these settings have it. Raises :class:`generator.reading.tree.TreeError`.
Base = Callable[[Settings], Baseline]


def print_findings(findings: Sequence[Finding]) -> None:
    """The reporter of plain ``pelican``."""
    if findings:
        sys.stdout.write(text_report(findings) + "\n")
        sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Order:
    """How to build. ``as_of`` None is the day that the settings or the environment name; ``once`` ends with the first run.

    ``ledger`` None: the ledger that the environment names for plain ``pelican``, or none.
    """

    as_of: date | None = None
    jobs: int = os.cpu_count() or 1
    report: Reporter = print_findings
    once: bool = False
    ledger: LedgerDays | None = None
    base: Base | None = None
    allowance: Allowance | None = None


class SitePelican(Pelican):
    """Pelican with the gate before each run, and an output that changes only when it is whole.

    A failure ends the process with our exit code. Under ``--autoreload`` it is only told: the last whole site stays, and the next
    saved change tries again.
    """

    _has_run = False

    def __init__(self, settings: PelicanSettings, order: Order | None = None) -> None:
        self.order = order or Order()
        self._began = time.perf_counter()
        self.passed: Job | None = None
        super().__init__(settings)

    @property
    def goes_on(self) -> bool:
        """Whether this is a preview: Pelican builds again in one process, or watches in a process of its own."""
        return not self.order.once and (SitePelican._has_run or multiprocessing.parent_process() is not None)

    @property
    def _output(self) -> Path:
        """Where the whole site goes; ``output_path`` is where Pelican writes it."""
        return _near(Path(self.settings["OUTPUT_PATH"]))

    def run(self) -> None:
        """Build once. Raises SystemExit with our exit code, unless it is a preview."""
        try:
            self._build()
            SitePelican._has_run = True
        except SystemExit:
            if not self.goes_on:
                raise
        except KeyboardInterrupt as interrupt:
            if self.goes_on:
                raise
            # Pelican's own main() would end with status 0.
            raise SystemExit(tell(interrupt)) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, staff get one line and the old site stays
            code = tell(error)
            if not self.goes_on:
                raise SystemExit(code) from None
        finally:
            # What flow.py took out of the collector's sight when it was read; a preview reads anew.
            gc.unfreeze()

    def pass_gate(self) -> None:
        """Read and check the content and plan the site. Raises SystemExit after telling why it cannot be built."""
        self._began = time.perf_counter()
        try:
            vet(self._output, [Path(self.path), Path(self.theme)])
            _phase(f"正在检查 {_near(Path(self.path))} ……")
            as_of = self.order.as_of or day_of_build(self.settings)
            tree = DirectoryTree(Path(self.path), Path(self.path).resolve().name)
            settings = site_settings(self.settings)
            ledger = self.order.ledger if self.order.once else days_of_ledger(as_of)
            base = self.order.base(settings) if self.order.base is not None else None
            verdict = flow.check(
                tree, settings, as_of, base=base, ledger=ledger, jobs=self.order.jobs, allowance=self.order.allowance
            )
            self.order.report(verdict.findings)
            if verdict.checked is not None:
                with beside(self.order.jobs, partial(Proof.hidden, verdict.checked)) as hidden:
                    plan = flow.plan(verdict.checked)
                    with resting_collector(kept=True):
                        self.passed = Job(verdict.checked, plan, tree, hidden())
        except Exception as error:  # noqa: BLE001 - see run()
            raise SystemExit(tell(error)) from None
        if self.passed is None:
            sys.stderr.write(f"内容有 {verdict.errors} 个错误，没有生成网站；原来的网站没有改动\n")
            raise SystemExit(CONTENT)

    def _build(self) -> None:
        if self.passed is None:
            self.pass_gate()
        job, self.passed = self.passed, None
        with staged(self._output) as folder, workers(self.order.jobs) as executor:
            with resting_collector(kept=True):
                proof = Proof(job.checked, job.plan, job.tree.read, job.hidden)
            share(proof)
            put_job(self.settings, replace(job, executor=executor, proof=proof))
            _phase(f"正在生成 {len(job.plan.artefacts)} 个文件……")
            self.output_path = str(folder)
            console.quiet = True
            try:
                with kept_locale():
                    locale.setlocale(locale.LC_ALL, "C")
                    super().run()
            finally:
                console.quiet = False
        # The site is in place: that nobody reads the summary any more (``| head``) is no failure of the build.
        with suppress(BrokenPipeError):
            sys.stdout.write(_summary(self._output, job, time.perf_counter() - self._began))
            sys.stdout.flush()


def gate(pelican: Pelican) -> None:
    """On ``initialized``, before anything is wiped: refuse what may not be built. A preview does it with each run instead."""
    if not isinstance(pelican, SitePelican):
        refusal = Refusal("设置里缺少 PELICAN_CLASS", "在设置文件里写上 PELICAN_CLASS = plugin.SitePelican")
        raise SystemExit(tell(refusal))
    if not pelican.goes_on:
        pelican.pass_gate()


def verify(pelican: SitePelican) -> None:
    """On ``finalized``: hold the finished files against the plan and the site rules."""
    _phase("正在核对生成的网站……")
    job = job_of(pelican.settings)
    findings = flow.verify(inspect(Path(pelican.output_path), job.plan, job.proof, job.executor), pelican.order.allowance)
    pelican.order.report(findings)
    errors = flow.count(findings)[Severity.ERROR]
    if errors:
        sys.stderr.write(f"生成的网站有 {errors} 个错误，没有启用；原来的网站没有改动\n")
        raise SystemExit(CONTENT)


def _near(path: Path) -> Path:
    """The path as somebody in the current folder would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) and path != here else path


def _phase(text: str) -> None:
    """Say on a terminal what goes on now; logs and pipes stay free of it."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{text}\n")


def _summary(output: Path, job: Job, seconds: float) -> str:
    """One line: what was built, with how many findings, in what time."""
    pages = sum(artefact.path.endswith(".html") for artefact in job.plan.artefacts)
    counted = flow.count(job.checked.findings)
    found = "、".join(f"{counted[severity]} 个{severity.label}" for severity in Severity if severity is not Severity.ERROR)
    left_out = job.checked.samples_left_out
    samples = f"，略去示例 {left_out} 条" if left_out else ""
    return f"已生成 {output}：{pages} 个页面，{len(job.plan.artefacts)} 个文件{samples}；{found}；用时 {seconds:.1f} 秒\n"
