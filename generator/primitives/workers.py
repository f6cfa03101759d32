"""Processes that share the work of one command: forked, so that they inherit what is there already, and gone when it ends.

Knows nothing of the work.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """``count`` processes, forked when the first task is handed in; None for one, where the caller does everything itself."""
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
