"""Processes that share the work of one command: forked, so that they inherit what is there already, and gone when it ends.

Knows nothing of the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: What the workers of :func:`spread` inherit.
_work: Callable[[Any], Any] | None = None


def spread(count: int, work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """``work`` done on every item by ``count`` processes, and its results in the order of the items.

    The processes are forked here, so that ``work`` may hold anything: only items and results are pickled. An exception of one item
    is raised, that of the first one.
    """
    global _work
    with workers(count) as executor:
        if executor is None:
            return list(map(work, items))
        _work = work
        try:
            return list(executor.map(_do, items))
        finally:
            _work = None


@contextmanager
def beside(count: int, work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """``work`` done by a process of its own while the block runs; what is yielded waits for its result.

    The process is forked here: only the result is pickled. Where one process shall do everything, the work is done when it is asked for.
    """
    global _work
    if count < 2:
        yield work
        return
    with _forked(1) as executor:
        _work = lambda _: work()  # noqa: E731
        try:
            yield executor.submit(_do, None).result
        finally:
            _work = None


def _do(item: Any) -> Any:
    if _work is None:
        raise RuntimeError("the worker was started before there was anything to do")
    return _work(item)


@contextmanager
def workers(count: int) -> Iterator[Executor | None]:
    """``count`` processes, forked when the first task is handed in; None for one, where the caller does everything itself."""
    if count < 2:
        yield None
        return
    with _forked(count) as executor:
        yield executor


@contextmanager
def _forked(count: int) -> Iterator[Executor]:
    executor = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=_settle)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _settle() -> None:
    """Make a worker end with its parent, whatever ends that: an orphan would keep the lock on the output for ever.

    Ctrl-C reaches every process of the terminal; it is for the parent to end the others. What was inherited is no garbage: a collector
    that walked over it would copy all of it.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
