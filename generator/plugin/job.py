"""What has passed the gate, on its way from there to the generator and to the look at the finished files."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from generator.model.checked import CheckedRegister
from generator.model.site import SitePlan
from generator.reading.tree import Tree
from generator.render.proof import Proof

#: Pelican hands its generators nothing but the settings: the job travels among them.
_KEY = "disclosure_job"


@dataclass(frozen=True, slots=True)
class Job:
    """A checked register, the plan made of it, the tree that it was read from, and who does the work (None: this process)."""

    checked: CheckedRegister
    plan: SitePlan
    tree: Tree
    executor: Executor | None = None
    proof: Proof | None = None


def put_job(settings: dict[str, Any], job: Job) -> None:
    """Leave the job where the generator finds it."""
    settings[_KEY] = job


def job_of(settings: Mapping[str, Any]) -> Job:
    """The job of this run."""
    job: Job = settings[_KEY]
    return job


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """``count`` forked processes; None for one, where this process does everything. When the block ends they are gone."""
    if count < 2:
        yield None
        return
    executor = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=_settle)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _settle() -> None:
    """Make a worker end with its parent, whatever ends that: an orphan would keep the lock on the output for ever.

    Ctrl-C reaches every process of the terminal; it is for the parent to end the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
